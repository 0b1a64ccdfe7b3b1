/**
 * Telling a report: the formats that were asked for to their files, one thing to standard
 * output, and the gate's word to standard error. All files are written before a non-zero exit.
 *
 * @module
 */

import { nearestName } from '../assay/select.ts';
import type { Report } from '../model/report.ts';
import type { Language } from '../model/text.ts';
import { FORMATS, type FormatId } from '../reports/index.ts';
import { isColoured, type ColourChoice } from './colour.ts';
import { UsageError, type ExitCode } from './exit-codes.ts';
import { passGate, type Gate, type GateResult } from './gate.ts';
import { writeAll, type ResultFile } from './output.ts';

export interface Telling {
  readonly language: Language;
  readonly colour: ColourChoice;
  /** What goes to standard output unless an `-o FORMAT=-` does. */
  readonly shown: FormatId;
  /** As the user wrote them: FORMAT or FORMAT=PATH. */
  readonly outputs: readonly string[];
  /** Where a FORMAT without a path goes; "." for commands without a report directory. */
  readonly directory: string;
  /** More files to write in the same breath, such as the dossier. */
  readonly files: readonly ResultFile[];
  readonly gate: Gate;
}

export interface Output {
  readonly format: FormatId;
  /** "-" is standard output. */
  readonly path: string;
}

/** Throws UsageError for a format that does not exist, so call it before gathering. */
export function parseOutputs(outputs: readonly string[], directory: string): Output[] {
  return outputs.map((output) => {
    const [name = '', ...rest] = output.split('=');
    const format = FORMATS.find(({ id }) => id === name);
    if (!format) {
      const nearest = nearestName(
        name,
        FORMATS.map(({ id }) => id),
      );
      throw new UsageError(
        `Unknown format "${name}"${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`,
      );
    }
    const path = rest.join('=');
    return { format: format.id, path: path === '' ? `${directory}/report.${format.extension}` : path };
  });
}

/** Returns the exit code that the gate asks for. Throws UsageError if something cannot be written. */
export async function tell(report: Report, telling: Telling): Promise<ExitCode> {
  const { language, gate } = telling;
  const outputs = parseOutputs(telling.outputs, telling.directory);
  const toStdout = outputs.filter(({ path }) => path === '-');
  const shown = toStdout.length > 0 ? toStdout.map(({ format }) => format) : [telling.shown];
  for (const format of shown) process.stdout.write(rendered(report, format, telling));

  const files = outputs
    .filter(({ path }) => path !== '-')
    .map(({ format, path }) => ({
      path,
      content: rendered(report, format, { ...telling, colour: 'never' }),
    }));
  const written = await writeAll([...telling.files, ...files]);
  if (written.length > 0)
    process.stderr.write(
      `${language === 'zh' ? '已写出' : 'Wrote'} ${written.join(language === 'zh' ? '、' : ', ')}\n`,
    );

  const result = passGate(report, gate);
  if (gate.names.length > 0) process.stderr.write(gateWords(result, gate, language));
  return result.exit;
}

function rendered(report: Report, id: FormatId, { language, colour }: Telling): string {
  const format = FORMATS.find((one) => one.id === id);
  if (!format) throw new TypeError(`no format ${id}`);
  const columns = process.stdout.isTTY ? Math.max(40, Math.min(process.stdout.columns || 80, 120)) : 80;
  return format.render(report, {
    language,
    columns,
    colour: isColoured(colour, process.stdout.isTTY, process.env),
  });
}

function gateWords(
  { refuted, inconclusive, notApplicable, gated, exit }: GateResult,
  gate: Gate,
  language: Language,
): string {
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const lines = [
    ...refuted.map(({ id }) => say(`gate: ${id} is refuted`, `门控：${id} 已被证伪`)),
    ...(inconclusive.length > gate.maxInconclusive
      ? inconclusive.map(({ id }) => say(`gate: ${id} is inconclusive`, `门控：${id} 证据不足`))
      : []),
    ...(notApplicable.length === gated
      ? [say('gate: none of the gated claims applies here', '门控：受门控的主张在此均不适用')]
      : []),
    say(
      `gate ${exit === 0 ? 'met' : 'not met'}: ${gated} gated, ${refuted.length} refuted, ${inconclusive.length} inconclusive (${gate.maxInconclusive} allowed), ${notApplicable.length} not applicable`,
      `门控${exit === 0 ? '通过' : '未通过'}：共 ${gated} 条，证伪 ${refuted.length}，证据不足 ${inconclusive.length}（允许 ${gate.maxInconclusive}），不适用 ${notApplicable.length}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
