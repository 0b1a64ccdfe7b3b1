/**
 * `goassay run`: the whitepaper for this machine.
 *
 * @module
 */

import { join } from 'node:path';
import type { Inquiry } from '../model/dossier.ts';
import type { Language } from '../model/text.ts';
import { examine, planFor } from './case.ts';
import type { ColourChoice } from './colour.ts';
import type { ExitCode } from './exit-codes.ts';
import { gatedClaims } from './gate.ts';
import { checkWritable } from './output.ts';
import { showPlan } from './plan.ts';
import { reportOn } from './report-on.ts';
import { parseOutputs, tell } from './tell.ts';

export interface RunOptions {
  readonly plan?: boolean;
  readonly only: readonly string[];
  readonly profile: 'quick' | 'full';
  readonly online?: boolean;
  readonly go?: string;
  readonly beside?: string;
  readonly gate: readonly string[];
  readonly maxInconclusive: number;
  readonly out: string;
  readonly output: readonly string[];
  readonly json?: boolean;
  readonly record?: string;
  readonly replay?: string;
  readonly quiet?: boolean;
  readonly color: ColourChoice;
}

export async function runCommand(options: RunOptions, language: Language): Promise<ExitCode> {
  const { only, profile, online = false, go, beside, out, json = false } = options;
  const inquiry: Inquiry = {
    only: [...only],
    profile,
    online,
    ...(go !== undefined && { goPath: go }),
    ...(beside !== undefined && { besidePath: beside }),
  };
  const plan = planFor(inquiry);
  if (options.plan) return showPlan(plan, inquiry, language, json);

  // Whatever the user got wrong is said now, not after a minute of work.
  const gate = { names: options.gate, maxInconclusive: options.maxInconclusive };
  gatedClaims(gate);
  parseOutputs(options.output, out);
  await checkWritable(out);

  const { record, replay, quiet = false } = options;
  const file = await examine({ inquiry, plan, language, quiet, record, replay });
  const told = reportOn(file);
  return tell(told, {
    language,
    colour: options.color,
    shown: json ? 'json' : 'terminal',
    outputs: [`html=${join(out, 'report.html')}`, `json=${join(out, 'report.json')}`, ...options.output],
    directory: out,
    files: [{ path: join(out, 'dossier.json'), content: `${JSON.stringify(file, undefined, 1)}\n` }],
    gate,
  });
}
