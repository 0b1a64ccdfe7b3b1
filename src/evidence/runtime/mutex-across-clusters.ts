/**
 * A contended mutex on processors of one cluster, and on as many of two: clusters as the system tells
 * them, processors one of each core.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { observationsSchema } from '../observations.ts';

const schema = z.object({
  /** What the processors of a cluster share: "L2", "L3", "cluster" or "package". */
  shared: z.string(),
  clusters: z.array(z.array(z.number())),
  within: z.array(z.number()),
  across: z.array(z.number()),
  /** Whether both clusters have processors of one kind, where the system tells; otherwise one may be slower by itself. */
  areAlike: z.boolean().optional(),
  /** Two arms: within, then across. */
  observations: observationsSchema,
});

export type MutexAcrossClusters = z.infer<typeof schema>;

export const mutexAcrossClusters = kind<MutexAcrossClusters>({
  id: 'mutex-across-clusters',
  subject: 'toolchain',
  title: { en: 'a mutex within and across clusters', zh: '簇内与跨簇的互斥锁' },
  schema,
});
