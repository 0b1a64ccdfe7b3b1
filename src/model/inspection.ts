/**
 * Inspections: what is concluded about one file, in the shape that `goassay inspect --json` prints.
 *
 * Every conclusion carries what it rests on: a witness with its place in the file, an address
 * with its function, a symbol with its version. Field names are those of Go's, ELF's and
 * Apple's own words, so that a script reads like the manual.
 *
 * @module
 */

import * as z from 'zod';
import { textSchema } from './text-schema.ts';

const NATIVE_VERDICTS = [
  /** Every slice is arm64 code, and header, build information and code agree. */
  'native-arm64',
  /** Honest, no arm64. */
  'not-arm64',
  /** Honest, arm64 and other slices. */
  'mixed',
  /** Header, slice table, build information or code contradict each other about the architecture. */
  'misrepresented',
  /** No executable, or so damaged that a loader could not map it. */
  'unreadable',
] as const;

const witnessSchema = z.object({
  name: z.enum([
    'header',
    'slice table',
    'build information',
    'function table',
    'code',
    'entry point',
    'prologues',
    'build id',
    'version string',
  ]),
  /** An architecture in Go's names, or what the witness says short of one: "fixed 4-byte instructions". */
  says: z.string(),
  /** arm64: speaks for it; other: speaks against it; silent: does not say. */
  speaksFor: z.enum(['arm64', 'other', 'silent']),
  /** From the start of the file, in bytes; absent where the witness has no one place. */
  offset: z.number().optional(),
  detail: textSchema,
});

const nativeSchema = z.object({
  verdict: z.enum(NATIVE_VERDICTS),
  because: textSchema,
  witnesses: z.array(witnessSchema),
});

const moduleSchema = z.object({
  path: z.string(),
  version: z.string(),
  sum: z.string().optional(),
  replacedBy: z.object({ path: z.string(), version: z.string(), sum: z.string().optional() }).optional(),
});

const placeSchema = z.object({
  address: z.number(),
  /** From the start of the file. */
  offset: z.number().optional(),
  function: z.string().optional(),
});

const sliceSchema = z.object({
  /** Of the header, in Go's names. */
  arch: z.string(),
  offset: z.number(),
  sizeBytes: z.number(),
  native: nativeSchema,
  /** Absent if nothing says that Go made it. */
  go: z
    .object({
      /** Such as "go1.26.8"; absent if it was removed. */
      version: z.string().optional(),
      /** What it was read from. */
      evidence: z.enum(['build information', 'version string', 'function table', 'build id']),
      path: z.string().optional(),
      main: moduleSchema.optional(),
      deps: z.array(moduleSchema),
      settings: z.record(z.string(), z.string()),
      /** In the function table. */
      functions: z.number().optional(),
    })
    .optional(),
  /** No symbol table. */
  stripped: z.boolean(),
  /** Absent where the code is not arm64. */
  cpuFloor: z
    .object({
      /** The least architecture level: "v8.0" to "v9.6". */
      level: z.string(),
      /** Needed without a guard and not part of `level`, in LLVM's names. */
      features: z.array(z.string()),
      at: z.array(placeSchema.extend({ feature: z.string(), text: z.string().optional() })),
      /** Used behind a test for them. */
      guarded: z.array(z.string()),
      /** Of the dated table: on which it starts, on which not. */
      machines: z.array(
        z.object({ id: z.string(), name: z.string(), starts: z.boolean(), lacks: z.array(z.string()) }),
      ),
    })
    .optional(),
  /** LSE atomics with a fallback, without one, or not there; absent where the code is not arm64. */
  atomics: z.enum(['guarded', 'lse-only', 'none']).optional(),
  /** As recorded in the build settings, such as "v8.0"; absent if nothing is recorded. */
  goarm64: z.string().optional(),
  /** Whether the code keeps to the recorded GOARM64. */
  goarm64Holds: z.object({ holds: z.boolean(), because: textSchema }).optional(),
  libc: z
    .object({
      kind: z.enum(['glibc', 'musl', 'bionic', 'libSystem', 'none', 'unknown']),
      /** The newest version that a symbol asks for, such as "2.34"; absent if none is asked for. */
      floor: z.string().optional(),
      /** Newest version first: those that make the floor, then the others. */
      symbols: z.array(
        z.object({ name: z.string(), version: z.string(), library: z.string(), binding: z.string() }),
      ),
      because: textSchema,
    })
    .optional(),
  /** On which it loads, of 4096, 16384 and 65536; empty if on none. */
  pageSizes: z.array(z.number()),
  /** Shared libraries, as named in the file. */
  needed: z.array(z.string()),
  /** Where they are looked for before the system's places. */
  searchPaths: z.array(z.string()),
  macos: z
    .object({
      minimum: z.string().optional(),
      sdk: z.string().optional(),
      uuid: z.string().optional(),
      /** What the system will do with it, with the rule it follows from. */
      verdicts: z.array(textSchema),
    })
    .optional(),
  signature: z
    .object({
      state: z.enum(['none', 'valid', 'broken', 'truncated', 'cms-mismatch']),
      kind: z.enum(['none', 'ad-hoc', 'linker-signed', 'developer-id', 'present']),
      /** Counted from 0, of 4096 bytes each. */
      badPages: z.array(z.number()),
      pages: z.number().optional(),
      identifier: z.string().optional(),
      because: textSchema,
    })
    .optional(),
  /** Parts that could not be read, and why; the rest of the slice was. */
  problems: z.array(z.object({ part: z.string(), message: z.string(), offset: z.number().optional() })),
  /** What is odd about it: packed, garbled, build information removed, data that imitates it. */
  notes: z.array(textSchema),
});

export const inspectionSchema = z.object({
  /** As given; a member of an archive is "image.tar › layer.tar › usr/bin/app". */
  path: z.string(),
  sizeBytes: z.number(),
  format: z.enum(['elf', 'mach-o', 'mach-o-fat', 'pe', 'ar', 'script', 'other']),
  native: nativeSchema,
  slices: z.array(sliceSchema),
  /** Why the file could not be read at all. */
  error: z.string().optional(),
});

export type Inspection = z.infer<typeof inspectionSchema>;
export type InspectedSlice = z.infer<typeof sliceSchema>;
export type Witness = z.infer<typeof witnessSchema>;
export type Nativeness = z.infer<typeof nativeSchema>;
export type NativeVerdict = Nativeness['verdict'];
