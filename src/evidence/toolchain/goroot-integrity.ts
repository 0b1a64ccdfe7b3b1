/**
 * One Go tree and what the checksum log has of its release: raw hashes and names, no conclusion.
 *
 * @module
 */

import * as z from 'zod';
import { textSchema } from '../../model/text-schema.ts';

/** What the log says of the release, or why nobody said so. */
const loggedSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('proven'),
    /** "h1:…" of the release's module. */
    hash: z.string(),
    /** Number of the record in the log. */
    record: z.number(),
    treeSize: z.number(),
  }),
  z.object({ state: z.literal('unknown'), reason: textSchema }),
  z.object({ state: z.literal('forged'), reason: textSchema }),
]);

const differenceSchema = z.object({
  /** As it lies in the tree. */
  name: z.string(),
  what: z.enum(['changed', 'added', 'removed']),
  /** What it runs is what was released: stripped, or signed otherwise. */
  sameProgram: z.enum(['stripped', 'signature']).optional(),
});

export const gorootIntegritySchema = z.object({
  goroot: z.string(),
  /** The module cache has it with go.mod files of its own making. */
  downloaded: z.boolean(),
  /** From VERSION. */
  version: z.string(),
  /** "golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64"; absent for what is no release. */
  module: z.string().optional(),
  logged: loggedSchema,
  /** "h1:…" of the tree; absent if there was nothing to hold it against. */
  hash: z.string().optional(),
  /** The same with go.env as every release since Go 1.21 ships it. */
  hashWithShippedGoEnv: z.string().optional(),
  /** Lines that go.env has and the shipped one has not, without comments. */
  goEnvSettings: z.array(z.string()),
  coveredFiles: z.number(),
  uncoveredFiles: z.number(),
  /** Links and other things that no release has and no hash of files shows. */
  odd: z.array(z.object({ name: z.string(), what: z.enum(['link', 'other', 'hidden-go-mod', 'go-mod']) })),
  /** Directories that a distribution keeps elsewhere and links to; what is in them was compared. */
  links: z.array(z.object({ name: z.string(), to: z.string() })).optional(),
  /** Which files differ, if it could be found out, and whether putting the released bytes in their place makes the logged hash. */
  differences: z.array(differenceSchema),
  differencesProven: z.boolean(),
  /** Why the files could not be named. */
  notNamed: z.string().optional(),
});

export type GorootIntegrity = z.infer<typeof gorootIntegritySchema>;
export type TreeDifference = z.infer<typeof differenceSchema>;

/** From Homebrew's formula for go: the test data that it deletes after installing. */
const HOMEBREW_REMOVES = /^src\/(debug\/(elf|dwarf)|runtime\/pprof)\/testdata\//;

/**
 * What accounts for a difference, as long as the differences are proven to be all there are; undefined if
 * nothing known does.
 */
export function explanationOf({
  name,
  what,
  sameProgram,
}: TreeDifference): 'go.env' | 'Homebrew' | 'stripped' | 'signature' | undefined {
  if (name === 'go.env') return 'go.env';
  return sameProgram ?? (what === 'removed' && HOMEBREW_REMOVES.test(name) ? 'Homebrew' : undefined);
}
