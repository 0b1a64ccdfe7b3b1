/**
 * Making a case file (examine this machine) and reading one back (judge a saved dossier).
 *
 * @module
 */

import { readFile, stat } from 'node:fs/promises';
import * as z from 'zod';
import { gather } from '../assay/gather.ts';
import { plan, type Plan } from '../assay/plan.ts';
import { FOR_TAPES, redactor } from '../assay/redact.ts';
import { select } from '../assay/select.ts';
import { CLAIMS } from '../claims/index.ts';
import { LEDGER } from '../claims/ledger/index.ts';
import type { Host } from '../host/host.ts';
import { nodeHost } from '../host/node.ts';
import { recordTape, replayTape, tapeSchema } from '../host/tape.ts';
import { caseFileSchema, SCHEMA_VERSION, type CaseFile, type Inquiry } from '../model/dossier.ts';
import type { Language } from '../model/text.ts';
import { PROBES } from '../probes/index.ts';
import { clockWarnings } from './clock.ts';
import { UsageError } from './exit-codes.ts';
import { interruptible } from './interrupt.ts';
import { writeAll } from './output.ts';
import { progressLine } from './progress.ts';
import { VERSION } from './version.ts';

// Each schema is used a few times per start: compiling them all costs more than it saves (a quarter of
// judging a full dossier).
z.config({ jitless: true });

/** A saved dossier of a full run is about 1 MB; this is a guard, not a limit anyone should meet. */
const CASE_FILE_LIMIT = 2 ** 28;

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

/** Reads and checks a saved dossier. Throws UsageError with the place and what to do. */
export async function readCaseFile(path: string): Promise<CaseFile> {
  const json = await readJson(path, 'dossier');
  const version = z.looseObject({ schemaVersion: z.unknown() }).safeParse(json);
  const found = version.success ? version.data.schemaVersion : undefined;
  if (found !== SCHEMA_VERSION) {
    const says =
      found === undefined
        ? 'it has no schemaVersion'
        : `its schemaVersion is ${JSON.stringify(found)?.slice(0, 40)}`;
    throw new UsageError(
      `Cannot read dossier ${path}: ${says}, and this goassay reads version ${SCHEMA_VERSION}. Judge it with the goassay that wrote it`,
    );
  }
  return checked(caseFileSchema, json, `dossier ${path}`);
}

async function tapedHost(path: string): Promise<Host> {
  return replayTape(checked(tapeSchema, await readJson(path, 'tape'), `tape ${path}`));
}

function checked<T>(schema: z.ZodType<T>, json: unknown, name: string): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue?.path.map(String).join('.').slice(0, 200);
  throw new UsageError(`Cannot read ${name}: ${issue?.message ?? 'it has the wrong shape'} at "${place}"`);
}

async function readJson(path: string, what: string): Promise<unknown> {
  let text: string;
  try {
    const { size } = await stat(path);
    if (size > CASE_FILE_LIMIT)
      throw new UsageError(`Cannot read ${what} ${path}: it is larger than ${CASE_FILE_LIMIT} bytes`);
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `Cannot read ${what} ${path}: ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`,
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').slice(0, 120) : 'no JSON';
    throw new UsageError(
      `Cannot read ${what} ${path}: it is no complete JSON document (${reason}). Was it truncated?`,
    );
  }
}
