import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from '../toolchain/recorded-run.ts';

const schema = z.object({
  /** One line of assembly each, given to llvm-mc for an architecture; none without llvm-mc. */
  assembled: z.array(
    z.object({
      triple: z.string(),
      assembly: z.string(),
      /** Exit 0 is accepted. */
      run: recordedRunSchema,
    }),
  ),
  /** The codegen specimen compiled for each architecture and disassembled in GNU's syntax by `go tool objdump`. */
  disassembled: z.array(
    z.object({
      goarch: z.string(),
      /** With a text in GNU's syntax. */
      instructions: z.number(),
      found: z.array(z.object({ mnemonic: z.string(), count: z.number(), first: z.string() })),
    }),
  ),
});

export type ForeignMnemonics = z.infer<typeof schema>;

/** Where movk, br and ldr occur outside of AArch64. */
export const foreignMnemonics = kind<ForeignMnemonics>({
  id: 'foreign-mnemonics',
  subject: 'toolchain',
  title: { en: 'AArch64 mnemonics in other architectures', zh: '其他架构中的 AArch64 助记符' },
  schema,
});

export const ASKED_MNEMONICS = ['movk', 'br', 'ldr'] as const;
