/**
 * Making a case file: examining this machine, or what a tape recorded of one.
 *
 * @module
 */

import { gather } from '../assay/gather.ts';
import { plan, type Plan } from '../assay/plan.ts';
import { FOR_TAPES, redactor } from '../assay/redact.ts';
import { select } from '../assay/select.ts';
import { CLAIMS } from '../claims/index.ts';
import { LEDGER } from '../claims/ledger/index.ts';
import type { Host } from '../host/host.ts';
import { nodeHost } from '../host/node.ts';
import { recordTape, replayTape, tapeSchema } from '../host/tape.ts';
import { SCHEMA_VERSION, type CaseFile, type Inquiry } from '../model/dossier.ts';
import type { Language } from '../model/text.ts';
import { PROBES } from '../probes/index.ts';
import { clockWarnings } from './clock.ts';
import { checked, readJson } from './case-file.ts';
import { interruptible } from './interrupt.ts';
import { writeAll } from './output.ts';
import { progressLine } from './progress.ts';
import { VERSION } from './version.ts';

export interface Examination {
  readonly inquiry: Inquiry;
  readonly plan: Plan;
  readonly language: Language;
  readonly quiet: boolean;
  /** Write what the host was asked and answered to this file. */
  readonly record?: string | undefined;
  /** Take the answers from this file instead of from this machine. */
  readonly replay?: string | undefined;
}

/** Throws UnknownNameError if --only names nothing. */
export function planFor(inquiry: Inquiry): Plan {
  return plan(select(inquiry.only, { claims: CLAIMS, ledger: LEDGER }).claims, PROBES);
}

/** Gathers the evidence for `plan`. Returns a case file even when the user interrupts. */
export async function examine(examination: Examination): Promise<CaseFile> {
  const { inquiry, plan: planned, language, quiet, record, replay } = examination;
  const interruption = interruptible(language);
  const machine = nodeHost({ signal: interruption.signal });
  interruption.onSecond(() => machine.close());
  const tape = recordTape(replay === undefined ? machine : await tapedHost(replay));
  const host: Host = record === undefined && replay === undefined ? machine : tape.host;
  const progress = progressLine(process.stderr, language, isPlain());
  const startedAt = host.now();
  const started = host.elapsed();
  try {
    const dossiers = await gather({
      probes: planned.probes,
      host,
      inquiry,
      signal: interruption.signal,
      onProgress: quiet ? undefined : progress.show,
      watchOf: quiet ? undefined : (probe) => (rounds) => progress.showRounds(rounds, probe),
    });
    const durationMs = Math.round(host.elapsed() - started);
    return {
      schemaVersion: SCHEMA_VERSION,
      tool: { name: 'goassay', version: VERSION },
      inquiry,
      run: {
        startedAt: new Date(startedAt).toISOString(),
        durationMs,
        complete: !interruption.signal.aborted,
        warnings: clockWarnings(host.now() - startedAt, durationMs),
      },
      dossiers,
    };
  } finally {
    progress.end();
    machine.close();
    interruption.end();
    if (record !== undefined) {
      const redact = redactor(host, FOR_TAPES);
      await writeAll([{ path: record, content: `${redact(JSON.stringify(tape.tape()))}\n` }]);
    }
  }
}

/** Screen readers, logs and CI get a plain line per step. */
function isPlain(): boolean {
  const { ACCESSIBLE, CI, TERM } = process.env;
  return [ACCESSIBLE, CI].some((value) => value !== undefined && value !== '') || TERM === 'dumb';
}

async function tapedHost(path: string): Promise<Host> {
  return replayTape(checked(tapeSchema, await readJson(path, 'tape'), `tape ${path}`));
}
