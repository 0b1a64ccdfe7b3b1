/**
 * What four meters say of the garbage collections of one run: gctrace verbatim, MemStats and
 * runtime/metrics as the program read them after each collection, and what goassay found in the
 * execution trace.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const stopSchema = z.object({
  reason: z.string(),
  beganNs: z.number(),
  durationNs: z.number(),
  heapBytes: z.number().optional(),
  goalBytes: z.number().optional(),
});

/** What runtime/metrics and MemStats said after one collection, nothing having been allocated since. */
export const meterRecordSchema = z.object({
  /** By runtime.GC, or by allocating. */
  forced: z.boolean(),
  /** /gc/cycles/total, /gc/heap/live, /gc/heap/goal. */
  cycles: z.number(),
  liveBytes: z.number(),
  goalBytes: z.number(),
  /** MemStats: NumGC, NextGC, the newest of PauseNs, PauseTotalNs. */
  numGC: z.number(),
  nextGC: z.number(),
  pauseNs: z.number(),
  pauseTotalNs: z.number(),
  /** MemStats.Mallocs, and /gc/heap/allocs + /gc/heap/tiny/allocs before and after it was read. */
  mallocsBefore: z.number(),
  mallocs: z.number(),
  mallocsAfter: z.number(),
  /** What /sched/pauses/total/gc gained since the record before: bucket and number. */
  pauses: z.array(z.tuple([z.number(), z.number()])),
});

const schema = z.object({
  goVersion: z.string(),
  goarch: z.string(),
  processors: z.number(),
  /** Lines of GODEBUG=gctrace=1, verbatim. */
  lines: z.array(z.string()),
  /** Of the buckets of pauses, in seconds; the largest number stands for infinity. */
  edges: z.array(z.number()),
  /** The first is from before the trace began to count. */
  records: z.array(meterRecordSchema),
  /** What goassay reads in the execution trace. */
  trace: z.object({
    version: z.string(),
    sizeBytes: z.number(),
    events: z.number(),
    tickNs: z.number(),
    collections: z.array(z.object({ beganNs: z.number(), endedNs: z.number(), stops: z.array(stopSchema) })),
    otherStops: z.number(),
  }),
});

export type GcMeters = z.infer<typeof schema>;
export type MeterRecord = z.infer<typeof meterRecordSchema>;

/** Four meters of the collections of one run. */
export const gcMeters = kind<GcMeters>({
  id: 'gc-meters',
  subject: 'toolchain',
  title: { en: 'four meters of the collections of one run', zh: '同一次运行中垃圾回收的四种计量' },
  schema,
});
