/**
 * Figures without a report around them: a page and Markdown for commands that judge no claims.
 *
 * @module
 */

import type { Figure } from '../model/figure.ts';
import type { Language, Text } from '../model/text.ts';
import { figureTable } from './figure-table.ts';
import { figure } from './html/figure.ts';
import { LIMITS } from './html/limits.ts';
import { both, escape } from './html/markup.ts';
import { STYLES } from './html/styles.ts';
import { inline } from './markdown/inline.ts';

export interface FigurePage {
  readonly title: Text;
  /** Above the figures, such as what could not be read. */
  readonly notices: readonly Text[];
  readonly figures: readonly Figure[];
}

/** One self-contained file without a script, in one language. */
export function figuresPage({ title, notices, figures }: FigurePage, language: Language): string {
  const [limits] = LIMITS;
  if (!limits) throw new TypeError('there are no limits');
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  const drawn = figures.map((one, index) => figure(one, `figure-${index + 1}`, limits)).join('\n');
  const said = notices.map((notice) => `<p class="notice">${both(notice)}</p>`).join('\n');
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title[language], 200)}</title>
<style>${STYLES}
.${language === 'zh' ? 'en' : 'zh'},.parting{display:none}</style>
</head>
<body>
<main>
<h1>${both(title)}</h1>
${said}
${drawn}
</main>
</body>
</html>
`;
}

export function figuresMarkdown({ title, notices, figures }: FigurePage, language: Language): string {
  const parts = [`### ${inline(title[language])}`, ...notices.map((notice) => inline(notice[language]))];
  for (const one of figures) {
    const { header, rows } = figureTable(one);
    const line = (cells: readonly Text[]): string =>
      `| ${cells.map((cell) => inline(cell[language])).join(' | ')} |`;
    parts.push(
      `**${inline(one.title[language])}**`,
      [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n'),
    );
  }
  return `${parts.join('\n\n')}\n`;
}
