/**
 * Where an arm64 program holds instructions of the cryptographic and scalable extensions, by
 * mnemonic and function.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  functions: z.number(),
  instructions: z.number(),
  groups: z.array(
    z.object({
      /** In LLVM's names: "aes", "sve", "sve2". */
      feature: z.string(),
      /** Empty for words that are recognised and not spelt. */
      mnemonic: z.string(),
      words: z.number(),
      /** Names, each once, the first 64. */
      functions: z.array(z.string()),
      /** Of the first of them. */
      address: z.number(),
    }),
  ),
});

export type InstructionPlaces = z.infer<typeof schema>;

export const instructionPlaces = kind<InstructionPlaces>({
  id: 'instruction-places',
  subject: 'binary',
  title: {
    en: 'where the program uses cryptographic and scalable instructions',
    zh: '程序使用密码与可伸缩指令之处',
  },
  schema,
});
