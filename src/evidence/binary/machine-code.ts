/**
 * What the executable bytes of a binary are, read as A64 words whatever the header says: how
 * many decode, what they do, which features they need and where. Raw material: counts and
 * places; what follows from them is concluded elsewhere.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

/** Patterns that compilers put at the start of functions and that no other architecture shares. */
const shapesSchema = z.object({
  /** Functions whose start was looked at; 0 without a function table. */
  functions: z.number(),
  /** Go on arm64 compares SP with the stack limit at [x28, #16]: g lives in x28. */
  goArm64: z.number(),
  /** Go on amd64 compares RSP with [r14+16], before 1.17 with a word behind FS or GS. */
  goAmd64: z.number(),
  /** Words `stp x29, x30, [sp, #-n]!` and `paciasp` anywhere: C and Rust on arm64. */
  frameArm64: z.number(),
  /** Bytes `push rbp; mov rbp, rsp` and `endbr64` anywhere: C and Rust on amd64. */
  frameAmd64: z.number(),
  /** Words `ret`: about one in a hundred of real A64 code, and none of anything else. */
  returns: z.number(),
  /** Where the first that speaks lies, in bytes from the start of the file. */
  offset: z.number().optional(),
});

const needSchema = z.object({
  /** In LLVM's names, such as "lse". */
  feature: z.string(),
  words: z.number(),
  /** Behind a test for the feature. */
  guarded: z.number(),
  /** The first places without a guard; with one, if all have it. */
  places: z.array(
    z.object({
      address: z.number(),
      offset: z.number().optional(),
      function: z.string().optional(),
      text: z.string().optional(),
    }),
  ),
});

const cgoFunctionSchema = z.object({
  /** Import path of the Go package whose stub calls it. */
  package: z.string(),
  /** Name in C. */
  symbol: z.string(),
});

const sliceSchema = z.object({
  /** Of the slice, in bytes from the start of the file. */
  offset: z.number(),
  /** Of executable bytes that were read. */
  sizeBytes: z.number(),
  /** Where the first of them lies, from the start of the file. */
  codeOffset: z.number().optional(),
  /** Named by sections; without sections, executable segments may hold data as well. */
  isBySections: z.boolean(),
  /** Words that are not zero; zero is padding. */
  words: z.number(),
  /** Those that are no A64 instruction. */
  undecoded: z.number(),
  /** In pieces of 4 KiB: how many there are, and in how many more than two fifths do not decode. */
  pieces: z.number(),
  foreignPieces: z.number(),
  /** Where the first foreign piece lies. */
  foreignOffset: z.number().optional(),
  /** Around the entry point: sixteen words, fewer at the end of the code. */
  entry: z.object({ offset: z.number(), words: z.number(), undecoded: z.number() }).optional(),
  shapes: shapesSchema,
  /** Words by class and family, such as "lse", "exclusive", "simd", "aes"; only where code is arm64. */
  census: z.record(z.string(), z.number()),
  needs: z.array(needSchema),
  /** C functions that Go packages call, by the stubs that cgo made for them. */
  cgoFunctions: z.array(cgoFunctionSchema),
  /** Such as "UPX", by its mark behind the headers. */
  packer: z.string().optional(),
});

const schema = z.object({ slices: z.array(sliceSchema) });

export type MachineCode = z.infer<typeof schema>;
export type SliceCode = z.infer<typeof sliceSchema>;

export type CgoFunction = z.infer<typeof cgoFunctionSchema>;

export const machineCode = kind<MachineCode>({
  id: 'machine-code',
  subject: 'binary',
  title: { en: 'the machine code of the binary', zh: '二进制文件的机器码' },
  schema,
});
