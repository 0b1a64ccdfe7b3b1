import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { observationsSchema } from '../observations.ts';

const schema = z.object({
  /** The processors whose pairs were timed: all, or some of many. */
  cpus: z.array(z.number()),
  online: z.number(),
  /** One arm, which reports "Pair/0_1 sec/op" for every pair. */
  observations: observationsSchema,
});

export type CoreLatency = z.infer<typeof schema>;

/** How long a cache line takes from one processor to another, for every pair. */
export const coreLatency = kind<CoreLatency>({
  id: 'core-latency',
  subject: 'toolchain',
  title: { en: 'the way from processor to processor', zh: '处理器之间的传递延迟' },
  schema,
});
