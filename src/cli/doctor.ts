/**
 * `goassay doctor`: the machine and its Go installs, at once.
 *
 * It is chapter 0 of the report, as far as it can be judged from evidence that takes no time:
 * nothing is built, nothing is measured.
 *
 * @module
 */

import { plan } from '../assay/plan.ts';
import { select } from '../assay/select.ts';
import { CLAIMS } from '../claims/index.ts';
import { LEDGER } from '../claims/ledger/index.ts';
import type { Inquiry } from '../model/dossier.ts';
import type { Language } from '../model/text.ts';
import { PROBES } from '../probes/index.ts';
import { examine, planFor } from './case.ts';
import type { ColourChoice } from './colour.ts';
import type { ExitCode } from './exit-codes.ts';
import { gatedClaims } from './gate.ts';
import { reportOn } from './report-on.ts';
import { tell } from './tell.ts';

export interface DoctorOptions {
  readonly go?: string;
  readonly gate: readonly string[];
  readonly maxInconclusive: number;
  readonly json?: boolean;
  readonly color: ColourChoice;
}

export async function doctorCommand(options: DoctorOptions, language: Language): Promise<ExitCode> {
  const gate = { names: options.gate, maxInconclusive: options.maxInconclusive };
  gatedClaims(gate);
  const only = instantClaims();
  const inquiry: Inquiry = {
    only,
    profile: 'quick',
    online: false,
    ...(options.go !== undefined && { goPath: options.go }),
  };
  const file = await examine({ inquiry, plan: planFor(inquiry), language, quiet: !process.stderr.isTTY });
  return tell(reportOn(file), {
    language,
    colour: options.color,
    shown: options.json ? 'json' : 'doctor',
    outputs: [],
    directory: '.',
    files: [],
    gate,
  });
}

/** Chapter 0's claims whose probes, and the probes those need, all answer at once. */
function instantClaims(): string[] {
  const { claims } = select(['0'], { claims: CLAIMS, ledger: LEDGER });
  return claims
    .filter((claim) => plan([claim], PROBES).probes.every(({ cost }) => cost.time === 'instant'))
    .map(({ id }) => id);
}
