/** One process as the probes record it, for the tables of claims. */

import type { RecordedRun } from '../src/evidence/toolchain/recorded-run.ts';

export function ran(command: string, outcome: Partial<Omit<RecordedRun, 'command'>> = {}): RecordedRun {
  return { command, ...(outcome.trouble === undefined && { exit: 0 }), stdout: '', stderr: '', ...outcome };
}

/** One that never ended. */
export function hung(command: string): RecordedRun {
  return ran(command, { trouble: `Cannot run ${command}: it did not end within 120 s` });
}
