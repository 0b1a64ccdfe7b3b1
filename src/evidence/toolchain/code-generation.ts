/**
 * The machine code that the Go under test makes of the codegen specimen, for both arm64 systems
 * and every GOARM64 level: the words as the compiler's own listing prints them, before linking.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const listingSchema = z.object({
  goos: z.string(),
  goarch: z.string(),
  /** Undefined is the compiler's default. */
  goarm64: z.string().optional(),
  /** As one would type it. */
  command: z.string(),
  exit: z.number().optional(),
  stderr: z.string(),
  functions: z.array(
    z.object({
      /** Without the package: "CompareBytes". */
      name: z.string(),
      /** Instruction words; the compiler pads a function with zeros, which are left out. */
      words: z.array(z.number()),
      /** The compiler's own names of them, each once: "MOVBU", "VCMEQ". */
      mnemonics: z.array(z.string()),
    }),
  ),
});

const schema = z.object({ listings: z.array(listingSchema) });

export type CodeGeneration = z.infer<typeof schema>;
export type CompiledListing = z.infer<typeof listingSchema>;

export const codeGeneration = kind<CodeGeneration>({
  id: 'code-generation',
  subject: 'toolchain',
  title: { en: 'what the compiler makes of simple functions', zh: '编译器对简单函数生成的代码' },
  schema,
});

/** GOARM64 as internal/buildcfg reads it: ten levels of v8 and six of v9. */
export const GOARM64_LEVELS: readonly string[] = [
  ...Array.from({ length: 10 }, (_, minor) => `v8.${minor}`),
  ...Array.from({ length: 6 }, (_, minor) => `v9.${minor}`),
];

/** The listing for a target with the compiler's default level. */
export function listingFor({ listings }: CodeGeneration, goos: string): CompiledListing | undefined {
  return listings.find((one) => one.goos === goos && one.goarm64 === undefined && one.exit === 0);
}
