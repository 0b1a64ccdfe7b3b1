/**
 * How often movk, br and ldp occur in the code of many binaries when it is read as A64, whatever
 * architecture it is of.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  /** One entry per slice. */
  texts: z.array(
    z.object({
      path: z.string(),
      /** Of the header, in Go's names. */
      architecture: z.string(),
      /** Of four bytes, read as A64. */
      words: z.number(),
      movk: z.number(),
      br: z.number(),
      ldp: z.number(),
    }),
  ),
});

export type MnemonicCounts = z.infer<typeof schema>;

export const mnemonicCounts = kind<MnemonicCounts>({
  id: 'mnemonic-counts',
  subject: 'machine',
  title: { en: 'movk, br and ldp in many binaries', zh: '众多二进制文件中的 movk、br 与 ldp' },
  schema,
});
