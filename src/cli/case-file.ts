/**
 * Reading a saved case file back. Judging one needs no probes, so this loads none.
 *
 * @module
 */

import { readFile, stat } from 'node:fs/promises';
import * as z from 'zod';
import { caseFileSchema, SCHEMA_VERSION, type CaseFile } from '../model/dossier.ts';
import { UsageError } from './exit-codes.ts';

// Each schema is used a few times per start: compiling them all costs more than it saves (a quarter of
// judging a full dossier).
z.config({ jitless: true });

/** A saved dossier of a full run is about 1 MB; this is a guard, not a limit anyone should meet. */
const CASE_FILE_LIMIT = 2 ** 28;

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

/** Throws UsageError with the first place that is wrong. */
export function checked<T>(schema: z.ZodType<T>, json: unknown, name: string): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue?.path.map(String).join('.').slice(0, 200);
  throw new UsageError(`Cannot read ${name}: ${issue?.message ?? 'it has the wrong shape'} at "${place}"`);
}

/** Throws UsageError; `what` is what the user knows it as. */
export async function readJson(path: string, what: string): Promise<unknown> {
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
