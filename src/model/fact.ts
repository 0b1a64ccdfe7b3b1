/**
 * Facts: what a probe came back with.
 *
 * A fact that could not be had is recorded too, with the reason, because "we could not look"
 * must never read as "we saw nothing". Every fact carries its sources; `assay/gather` writes
 * them down from what the probe did on the machine, so no probe can forget one.
 *
 * @module
 */

import * as z from 'zod';
import { textSchema } from './text-schema.ts';
import type { Text } from './text.ts';

/** A file that was read, a command that was run, or an address that was asked, so that a reader can do it again. */
export const sourceSchema = z.discriminatedUnion('via', [
  z.object({
    via: z.literal('file'),
    path: z.string(),
    /** Of the whole file, or of the part that was read when `windows` says so; absent if it was only looked at. */
    sha256: z.string().optional(),
    sizeBytes: z.number().optional(),
    windows: z.number().optional(),
  }),
  z.object({
    via: z.literal('command'),
    argv: z.array(z.string()),
    directory: z.string().optional(),
    /** What was set or (as "") unset beyond the allow-listed environment. */
    environment: z.record(z.string(), z.string()).optional(),
    /** Exit status, or the signal that ended it, or why it never ran. */
    exit: z.union([z.number(), z.string()]),
    stdoutSha256: z.string().optional(),
    stderrSha256: z.string().optional(),
    durationMs: z.number().optional(),
  }),
  z.object({
    via: z.literal('request'),
    method: z.string(),
    /** Without credentials. */
    url: z.string(),
    /** HTTP status, or why there was no answer. */
    status: z.union([z.number(), z.string()]),
    /** Where the answer came from, if redirects led elsewhere. */
    answeredBy: z.string().optional(),
    bodySha256: z.string().optional(),
    sizeBytes: z.number().optional(),
    durationMs: z.number().optional(),
  }),
  z.object({ via: z.literal('process'), what: z.string() }),
]);

export type Source = z.infer<typeof sourceSchema>;

export interface Known<T> {
  readonly state: 'known';
  readonly value: T;
  readonly sources: readonly Source[];
}

export interface Missing {
  /** `absent`: there is nothing here to know. `blocked`: there may be; we could not look. */
  readonly state: 'absent' | 'blocked';
  readonly reason: Text;
  /** What the reader can do so that the next run can look. */
  readonly remedy?: Text | undefined;
  readonly sources: readonly Source[];
}

export type Fact<T> = Known<T> | Missing;

const missingSchema = z.object({
  state: z.enum(['absent', 'blocked']),
  reason: textSchema,
  remedy: textSchema.optional(),
  sources: z.array(sourceSchema),
});

/** The shape every saved fact has; the value is checked by its kind's own schema. */
export const factSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('known'), value: z.unknown(), sources: z.array(sourceSchema) }),
  missingSchema.extend({ state: z.literal('absent') }),
  missingSchema.extend({ state: z.literal('blocked') }),
]);

/** Probes call these three; the sources are filled in by `assay/gather`. */
export function known<T>(value: T): Known<T> {
  return { state: 'known', value, sources: [] };
}

export function absent(reason: Text, remedy?: Text): Missing {
  return { state: 'absent', reason, ...(remedy && { remedy }), sources: [] };
}

export function blocked(reason: Text, remedy?: Text): Missing {
  return { state: 'blocked', reason, ...(remedy && { remedy }), sources: [] };
}
