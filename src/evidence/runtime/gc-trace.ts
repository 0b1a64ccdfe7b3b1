import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  runs: z.array(
    z.object({
      goarch: z.string(),
      /** How it was run: "native", "binfmt", "qemu-user", "rosetta". */
      means: z.string(),
      exit: z.number().optional(),
      /** Lines of standard error that start with "gc ", verbatim. */
      lines: z.array(z.string()),
      /** /gc/cycles/total as the program read it at its end. */
      cycles: z.number(),
    }),
  ),
});

export type GcTrace = z.infer<typeof schema>;

/** What a collecting program prints under GODEBUG=gctrace=1, and how often it really collected. */
export const gcTrace = kind<GcTrace>({
  id: 'gc-trace',
  subject: 'toolchain',
  title: { en: 'the gctrace lines of a collecting program', zh: '回收程序的 gctrace 输出' },
  schema,
});
