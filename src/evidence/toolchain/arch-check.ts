import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const schema = z.object({
  /** The whitepaper's program, byte for byte. */
  listing: z.string(),
  /** Its command, run as printed on its listing. */
  printed: recordedRunSchema,
  /** The program that works, and what it printed here. */
  correctedListing: z.string(),
  corrected: recordedRunSchema,
  /** The same for linux/arm64, run by a translator, if one was found. */
  translated: z
    .object({
      translator: z.string(),
      build: recordedRunSchema,
      run: recordedRunSchema.optional(),
    })
    .optional(),
});

export type ArchCheck = z.infer<typeof schema>;

/** The whitepaper's test program, run as printed and corrected, here and translated. */
export const archCheck = kind<ArchCheck>({
  id: 'arch-check',
  subject: 'toolchain',
  title: { en: 'the runs of arch_check.go', zh: 'arch_check.go 的运行结果' },
  schema,
});
