/**
 * What one release of each Go minor version makes of the codegen specimen and of a program that uses
 * crypto/aes, both for linux/arm64: the same questions as of the Go under test, so that "since 1.18"
 * becomes a table.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const releaseSchema = z.object({
  minor: z.number(),
  /** Such as "go1.16"; the last that was asked for if none was offered. */
  version: z.string(),
  /** Why there is nothing of it: the go command's words. */
  trouble: z.string().optional(),
  /** Of the codegen specimen, as in `code-generation`. */
  functions: z.array(z.object({ name: z.string(), words: z.array(z.number()) })),
  /** Of the program, absent if it did not build. */
  program: z
    .object({
      instructions: z.number(),
      /** Words and functions of the AES, SVE and SME extensions. */
      groups: z.array(
        z.object({
          feature: z.string(),
          mnemonic: z.string(),
          words: z.number(),
          functions: z.array(z.string()),
        }),
      ),
    })
    .optional(),
});

const schema = z.object({
  /** Ascending. */
  releases: z.array(releaseSchema),
});

export type CodeGenerationHistory = z.infer<typeof schema>;

export const codeGenerationHistory = kind<CodeGenerationHistory>({
  id: 'code-generation-history',
  subject: 'toolchain',
  title: { en: 'what each Go release makes of the same code', zh: '各 Go 版本对同一代码的生成结果' },
  schema,
});
