/**
 * What the scheduler specimen reported, run by run, here or on a machine whose dossier stands
 * beside this one.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { observationsSchema } from '../observations.ts';

const schema = z.object({
  /** Of the program: that of the machine, since it ran natively. */
  goarch: z.string(),
  goVersion: z.string(),
  /** The processor by name, or the names of its kinds of cores, fastest first, where the system tells. */
  processors: z.array(z.string()),
  cpus: z.number(),
  /** Absent where the system does not tell. */
  isApple: z.boolean().optional(),
  /**
   * From execution traces, of one more process each: how long goroutines that could run waited for a
   * processor. Absent where this Go writes traces of another layout.
   */
  delays: z.array(z.object({ count: z.number(), p50Ns: z.number(), p99Ns: z.number() })).optional(),
  /** One arm. */
  observations: observationsSchema,
});

export type SchedulerTimings = z.infer<typeof schema>;

/** Gosched, channel, compare-and-swap and mutex, thirty fresh processes. */
export const schedulerTimings = kind<SchedulerTimings>({
  id: 'scheduler-timings',
  subject: 'toolchain',
  title: { en: 'the scheduler and atomics, timed', zh: '调度器与原子操作的计时' },
  schema,
});
