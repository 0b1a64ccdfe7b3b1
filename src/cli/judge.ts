/**
 * `goassay judge`: a saved dossier, judged again with this version's claims, offline.
 *
 * @module
 */

import type { Language } from '../model/text.ts';
import { readCaseFile } from './case-file.ts';
import type { ColourChoice } from './colour.ts';
import type { ExitCode } from './exit-codes.ts';
import { gatedClaims } from './gate.ts';
import { reportOn } from './report-on.ts';
import { parseOutputs, tell } from './tell.ts';

export interface JudgeOptions {
  readonly output: readonly string[];
  readonly gate: readonly string[];
  readonly maxInconclusive: number;
  readonly json?: boolean;
  readonly color: ColourChoice;
}

export async function judgeCommand(
  path: string,
  options: JudgeOptions,
  language: Language,
): Promise<ExitCode> {
  const gate = { names: options.gate, maxInconclusive: options.maxInconclusive };
  gatedClaims(gate);
  parseOutputs(options.output, '.');
  return tell(reportOn(await readCaseFile(path)), {
    language,
    colour: options.color,
    shown: options.json ? 'json' : 'terminal',
    outputs: options.output,
    directory: '.',
    files: [],
    gate,
  });
}
