/**
 * What Go's linker leaves in a slice: build information, its version as text, build ids, and the
 * head of the function table. Each is a witness of its own, so each carries its place.
 *
 * Sources: Go's debug/buildinfo, runtime/debug (mod.go), internal/abi (symtab.go), cmd/internal/buildid.
 *
 * @module
 */

import * as z from 'zod';

const moduleSchema = z.object({
  path: z.string(),
  version: z.string(),
  /** The go.sum hash; absent where none was recorded, as for the main module. */
  sum: z.string().optional(),
});

export const sliceBuildInfoSchema = z.object({
  /** Of the header "\xff Go buildinf:", in bytes from the start of the file. */
  offset: z.number(),
  /** Since Go 1.18 the strings follow the header; before, it holds pointers to them. */
  layout: z.enum(['pointers', 'inline']),
  /** Such as "go1.26.8". */
  goVersion: z.string(),
  /** Of the main package; empty where no module was recorded. */
  path: z.string(),
  main: moduleSchema.optional(),
  /** In the order of the file. */
  deps: z.array(moduleSchema.extend({ replacedBy: moduleSchema.optional() })),
  /** In the order of the file: "-buildmode", "GOARCH", "vcs.revision" … */
  settings: z.array(z.tuple([z.string(), z.string()])),
});

/** Go's own version as the runtime knows it, found without build information. */
export const goVersionTextSchema = z.object({
  /** Of the first letter, in bytes from the start of the file. */
  offset: z.number(),
  /** Such as "go1.26.5". */
  text: z.string(),
});

export const buildIdSchema = z.object({
  /** Of Go's linker: four parts between slashes, from .note.go.buildid or the start of the code. */
  go: z.string().optional(),
  /** Of .note.gnu.build-id, lower-case hex. */
  gnu: z.string().optional(),
  /** Of Go's id, else of the GNU one, in bytes from the start of the file. */
  offset: z.number(),
});

export const functionTableSchema = z.object({
  /** The release that brought the layout: "1.2", "1.16", "1.18", "1.20"; "1.18 or later" if only its shape tells. */
  layout: z.string(),
  /** Least distance between two instructions in bytes: 4 on arm64, 1 on x86. */
  quantum: z.number(),
  pointerSize: z.number(),
  /** Of the header, in bytes from the start of the file. */
  offset: z.number().optional(),
  /** Virtual address of the header. */
  address: z.number().optional(),
  /** From the header to the end of its section, or of the last part that could be told. */
  sizeBytes: z.number().optional(),
  functions: z.number().optional(),
  /** Virtual address that the entries count from, and the end of the last function. */
  textStart: z.number().optional(),
  textEnd: z.number().optional(),
  /** By the section's name, by a search for its shape, or by what the module data points at. */
  foundBy: z.enum(['section', 'search', 'moduledata']).optional(),
  /** The first word if it is none that Go writes, as garble leaves it. */
  garbledMagic: z.number().optional(),
});

/** runtime.moduledata, recognised by pointers that agree with the function table. */
export const moduleDataSchema = z.object({
  /** In bytes from the start of the file. */
  offset: z.number(),
  /** Virtual. */
  address: z.number(),
});
