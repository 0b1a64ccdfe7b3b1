import type { SourceLine } from '../../evidence/runtime/darwin-runtime-sources.ts';
import { table, type TableFigure } from '../../model/figure.ts';

/** Lines of Go's own source, with their places. */
export function sourceFigure(lines: readonly SourceLine[]): TableFigure {
  return table(
    { en: 'The source in GOROOT', zh: 'GOROOT 中的源代码' },
    [
      { en: 'place', zh: '位置' },
      { en: 'line', zh: '代码' },
    ],
    lines.slice(0, 14).map(({ file, line, text }) => [`${file}:${line}`, text.replaceAll('\t', '  ')]),
  );
}
