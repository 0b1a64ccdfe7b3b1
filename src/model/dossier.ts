/**
 * Dossiers: all facts about one subject; and the case file, the dossiers of one run.
 *
 * A case file is `dossier.json`: what was asked, of what, and every fact, so that it can be
 * judged again years later, anywhere. Facts are redacted before they are filed.
 *
 * @module
 */

import * as z from 'zod';
import { factSchema, type Fact } from './fact.ts';
import { SUBJECT_KINDS, type Need } from './kind.ts';
import { textSchema } from './text-schema.ts';

/** Raised when the meaning of saved dossiers or reports changes, so that old readers refuse new files. */
export const SCHEMA_VERSION = 1;

export const subjectSchema = z.object({
  /** Unique in a run: "machine", "toolchain", "binary:hello-darwin-arm64". */
  name: z.string(),
  kind: z.enum(SUBJECT_KINDS),
  title: textSchema,
});

const dossierSchema = z.object({
  subject: subjectSchema,
  /** By kind id. */
  facts: z.record(z.string(), factSchema),
});

export type Dossier = z.infer<typeof dossierSchema>;

/** What the user asked for: inputs of a run, and of judging it again. */
export const inquirySchema = z.object({
  /** Chapters, sections, claims or ledger ids; empty means the whole paper. */
  only: z.array(z.string()),
  profile: z.enum(['quick', 'full']),
  /** The user allowed the network for this run. */
  online: z.boolean(),
  /** The Go to judge; the first on PATH if none is named. */
  goPath: z.string().optional(),
  /** A dossier of another machine, for sentences that compare two. */
  besidePath: z.string().optional(),
});

export type Inquiry = z.infer<typeof inquirySchema>;

/** When it ran, for how long, and whether to the end. */
export const runSchema = z.object({
  /** Wall clock, ISO 8601 in UTC. */
  startedAt: z.string(),
  /** Monotonic clock. */
  durationMs: z.number(),
  /** False if the run was interrupted: what was not gathered is blocked and says so. */
  complete: z.boolean(),
  /** Such as a wall clock that jumped. */
  warnings: z.array(textSchema),
});

export const caseFileSchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.object({ name: z.literal('goassay'), version: z.string() }),
  inquiry: inquirySchema,
  run: runSchema,
  dossiers: z.array(dossierSchema),
});

export type CaseFile = z.infer<typeof caseFileSchema>;

/** The fact asked for, or undefined if nobody recorded one. The value is unchecked. */
export function factIn(
  dossiers: readonly Dossier[],
  { kind, subject }: Need<unknown>,
): Fact<unknown> | undefined {
  const dossier = dossiers.find(({ subject: { name } }) => name === subject);
  return dossier && Object.hasOwn(dossier.facts, kind.id)
    ? (dossier.facts[kind.id] as Fact<unknown>)
    : undefined;
}
