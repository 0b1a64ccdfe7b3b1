import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  goarch: z.string(),
  outcomes: z.array(
    z.object({
      /** "message passing" or "store buffering". */
      test: z.string(),
      /** "plain" loads and stores, or "atomic" ones of sync/atomic. */
      access: z.string(),
      rounds: z.number(),
      /** Rounds whose outcome no interleaving of the two threads explains. */
      reordered: z.number(),
    }),
  ),
});

export type MemoryOrdering = z.infer<typeof schema>;

/** Litmus tests on two processors of this machine, run natively. */
export const memoryOrdering = kind<MemoryOrdering>({
  id: 'memory-ordering',
  subject: 'toolchain',
  title: { en: 'the order in which processors see memory', zh: '处理器之间所见的内存访问次序' },
  schema,
});
