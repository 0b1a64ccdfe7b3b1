/**
 * What a binary says it is: container, processors, sections, symbols, build information, and on
 * macOS its load commands and signature. Read from the file, never from running it.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const symbolsSchema = z.object({
  /** All entries, debugging ones included. */
  count: z.number(),
  /** Defined symbols whose names are Go's: "main.main", "runtime.…". */
  goCount: z.number(),
  /** Where the entry points asked for lie, such as _rt0_arm64_linux: address and first words. */
  entryPoints: z.array(z.object({ name: z.string(), address: z.number(), words: z.array(z.number()) })),
  /** Bound when loaded: the name and, in Mach-O, the library. */
  imports: z.array(z.object({ name: z.string(), library: z.string().optional() })),
});

const signatureSchema = z.object({
  isAdHoc: z.boolean(),
  isLinkerSigned: z.boolean(),
  identifier: z.string(),
  pages: z.number(),
  pageSize: z.number(),
  /** Pages whose SHA-256 is not the signed one, counted from 0. */
  badPages: z.array(z.number()),
  cmsSizeBytes: z.number(),
});

const sliceSchema = z.object({
  /** In Go's names. */
  architecture: z.string(),
  offset: z.number(),
  sizeBytes: z.number(),
  sections: z.array(z.object({ name: z.string(), sizeBytes: z.number() })),
  symbols: symbolsSchema.optional(),
  /** The head of Go's function table, if there is one of a layout known here. */
  functionTable: z.object({ layout: z.string(), quantum: z.number(), pointerSize: z.number() }).optional(),
  elf: z
    .object({
      class: z.union([z.literal(32), z.literal(64)]),
      endian: z.enum(['little', 'big']),
      machine: z.number(),
      entry: z.number(),
    })
    .optional(),
  macho: z
    .object({
      fileType: z.number(),
      minimumOs: z.string().optional(),
      sdk: z.string().optional(),
      platform: z.number().optional(),
      uuid: z.string().optional(),
      dylibs: z.array(z.string()),
      signature: signatureSchema.optional(),
    })
    .optional(),
});

const schema = z.object({
  path: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  container: z.enum(['elf', 'mach-o', 'mach-o-fat', 'pe', 'script', 'other']),
  /** One, or one per slice of a universal file; none where the container has no reader here. */
  slices: z.array(sliceSchema),
  buildInfo: z
    .object({
      goVersion: z.string(),
      path: z.string(),
      main: z.object({ path: z.string(), version: z.string() }).optional(),
      settings: z.array(z.tuple([z.string(), z.string()])),
    })
    .optional(),
});

export type BinaryIdentity = z.infer<typeof schema>;
export type BinarySlice = z.infer<typeof sliceSchema>;
export type SignatureState = z.infer<typeof signatureSchema>;

export const binaryIdentity = kind<BinaryIdentity>({
  id: 'binary-identity',
  subject: 'binary',
  title: { en: 'what the binary says it is', zh: '二进制文件自述的身份' },
  schema,
});

/** The value of a build setting, such as GOARCH; undefined if it was not recorded. */
export function buildSetting({ buildInfo }: BinaryIdentity, key: string): string | undefined {
  return buildInfo?.settings.find(([name]) => name === key)?.[1];
}

/** The only slice, or undefined for a universal file. */
export function thinSlice({ slices }: BinaryIdentity): BinarySlice | undefined {
  return slices.length === 1 ? slices[0] : undefined;
}
