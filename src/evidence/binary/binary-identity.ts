/**
 * What a binary says it is: container, processors, sections, symbols, build information, and on
 * macOS its load commands and signature. Read from the file, never from running it. Facts only:
 * where two contradict each other, both are here.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { buildSettingOf } from './build-setting.ts';
import { elfSchema } from './elf-headers.ts';
import {
  buildIdSchema,
  functionTableSchema,
  goVersionTextSchema,
  moduleDataSchema,
  sliceBuildInfoSchema,
} from './go-marks.ts';
import { machoSchema, type signatureSchema } from './macho-headers.ts';

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

const peSchema = z.object({
  /** Of the COFF header, such as 0xaa64, and where it lies, in bytes from the start of the file. */
  machine: z.number(),
  machineOffset: z.number(),
  is64: z.boolean(),
  /** 2 graphical, 3 console; absent without an optional header. */
  subsystem: z.number().optional(),
  /** Bit 0x2000 is a DLL. */
  characteristics: z.number(),
  /** Preferred address of the image; addresses in this slice include it. */
  imageBase: z.number(),
  /** Virtual address of the entry point. */
  entry: z.number(),
  sections: z.array(
    z.object({
      name: z.string(),
      /** Virtual. */
      address: z.number(),
      offset: z.number(),
      /** In the file. */
      sizeBytes: z.number(),
      memorySizeBytes: z.number(),
      /** 0x20000000 execute, 0x40000000 read, 0x80000000 write. */
      flags: z.number(),
    }),
  ),
  /** Names of DLLs, in the order of the import directory. */
  imports: z.array(z.string()),
  /** A certificate table is present; it is not verified. */
  hasAuthenticode: z.boolean(),
});

const sliceSchema = z.object({
  /** In Go's names. */
  architecture: z.string(),
  offset: z.number(),
  sizeBytes: z.number(),
  sections: z.array(z.object({ name: z.string(), sizeBytes: z.number() })),
  symbols: symbolsSchema.optional(),
  /** The head of Go's function table, if there is one. */
  functionTable: functionTableSchema.optional(),
  moduleData: moduleDataSchema.optional(),
  buildInfo: sliceBuildInfoSchema.optional(),
  goVersionText: goVersionTextSchema.optional(),
  buildId: buildIdSchema.optional(),
  /** Where executable bytes lie, ascending by address: sections if there are any, else segments. */
  code: z
    .array(
      z.object({
        /** Virtual. */
        address: z.number(),
        /** In bytes from the start of the file. */
        offset: z.number(),
        sizeBytes: z.number(),
        /** Of the section; absent for a segment. */
        name: z.string().optional(),
      }),
    )
    .optional(),
  /** What the table of a universal file says of this slice, and where that word lies in the file. */
  declared: z.object({ architecture: z.string(), offset: z.number() }).optional(),
  /** Of an archive: the member's name. */
  member: z.string().optional(),
  /** Parts that could not be read; the rest was. The offset counts from the start of the file, where it is known. */
  problems: z
    .array(z.object({ part: z.string(), message: z.string(), offset: z.number().optional() }))
    .optional(),
  elf: elfSchema.optional(),
  macho: machoSchema.optional(),
  pe: peSchema.optional(),
});

const memberSchema = z.object({
  name: z.string(),
  /** Of the content, in bytes from the start of the file. */
  offset: z.number(),
  sizeBytes: z.number(),
  /** "go-object" is the compiler's own format, not yet linked. */
  format: z.enum(['elf', 'mach-o', 'mach-o-fat', 'pe', 'go-object', 'other']),
  /** Of its header, in Go's names. */
  architecture: z.string().optional(),
});

const schema = z.object({
  path: z.string(),
  sizeBytes: z.number(),
  /** Absent if nobody asked for it. */
  sha256: z.string().optional(),
  container: z.enum(['elf', 'mach-o', 'mach-o-fat', 'pe', 'ar', 'script', 'other']),
  /** One, or one per slice of a universal file or object of an archive; none where the container has no reader here. */
  slices: z.array(sliceSchema),
  buildInfo: z
    .object({
      goVersion: z.string(),
      path: z.string(),
      main: z.object({ path: z.string(), version: z.string() }).optional(),
      settings: z.array(z.tuple([z.string(), z.string()])),
    })
    .optional(),
  /** Of an archive, in its order; the first 64 objects are slices as well. */
  members: z.array(memberSchema).optional(),
  /** Pairs of slices, by index, whose bytes overlap in a universal file. */
  sliceConflicts: z.array(z.tuple([z.number(), z.number()])).optional(),
  /** Slices of a universal file that could not be read at all. */
  problems: z
    .array(z.object({ part: z.string(), message: z.string(), offset: z.number().optional() }))
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
  return buildInfo && buildSettingOf(buildInfo, key);
}

/** The only slice, or undefined for a universal file. */
export function thinSlice({ slices }: BinaryIdentity): BinarySlice | undefined {
  return slices.length === 1 ? slices[0] : undefined;
}
