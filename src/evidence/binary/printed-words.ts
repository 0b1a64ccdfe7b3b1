import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  /** What each disassembler at hand makes of the four words of §3.3, in their order. */
  readings: z.array(
    z.object({
      /** As one would type it. */
      command: z.string(),
      exit: z.number().optional(),
      /** Instructions as printed, without address, bytes and remark. */
      texts: z.array(z.string()),
    }),
  ),
});

export type PrintedWords = z.infer<typeof schema>;

export const printedWords = kind<PrintedWords>({
  id: 'printed-words',
  subject: 'machine',
  title: { en: 'how disassemblers read the four printed words', zh: '各反汇编器对所印四个机器字的读法' },
  schema,
});

/** The whitepaper's listing: word and instruction, verbatim. */
export const PRINTED_WORDS = [
  { word: 0xd2800000, text: 'mov x0, #0x0' },
  { word: 0xf2a00000, text: 'movk x0, #0x0, lsl #16' },
  { word: 0xf2c00000, text: 'movk x0, #0x0, lsl #32' },
  { word: 0xd61f0000, text: 'br x0' },
] as const;
