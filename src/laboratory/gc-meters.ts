/**
 * Four meters of one garbage collection, reconciled. What each reads off the runtime's clock, and when,
 * is known from its source, so the readings must nest; nothing is allowed for but the step of each
 * meter: 1 ns for MemStats, a bucket for runtime/metrics, the digits that gctrace cuts off, a tick for
 * the trace. For one collection, in order of time:
 *
 *     trace: begins › gctrace: starts its clock › trace: stop begins › pause starts  (the first stop)
 *     › pause ends › trace: stop ends › marking › gctrace: starts its last clock › trace: stop begins
 *     › pause starts › trace: collection ends › pause and gctrace’s clock end › trace: stop ends
 *
 * MemStats holds the sum of the pauses, runtime/metrics each of them in a bucket.
 *
 * Source: gcStart and gcMarkTermination in runtime/mgc.go, stopTheWorldWithSema in runtime/proc.go.
 *
 * @module
 */

import type { GcMeters, MeterRecord } from '../evidence/runtime/gc-meters.ts';
import { gctraceLine, isGctraceLine, type Cut, type GctraceLine } from '../formats/gctrace.ts';

/** What is held against what; a collection agrees if it meets all. */
export const CHECKS = [
  'pause in buckets',
  'pause within gctrace',
  'pause within trace',
  'gctrace within trace',
  'trace within gctrace',
  'live heap',
  'heap goal',
] as const;

export type Check = (typeof CHECKS)[number];

export interface Reconciliation {
  /** Collections between the first record and the last, by MemStats. */
  readonly cycles: number;
  /** Those in which every check is met. */
  readonly agreeing: number;
  /** How many collections miss each check. */
  readonly missed: ReadonlyMap<Check, number>;
  /** Collections that a meter has no reading of its own for. */
  readonly unread: number;
  /** The first disagreement in words, for a reader who wants to look. */
  readonly first: string | undefined;
  readonly counts: Counts;
  readonly pauseNs: Totals;
}

/** Each pair or row must be equal, number by number. */
interface Counts {
  readonly cycles: {
    readonly gctrace: number;
    readonly metrics: number;
    readonly memStats: number;
    readonly trace: number;
  };
  readonly stops: { readonly metrics: number; readonly trace: number };
  /** Records in which nothing else allocated, those in which MemStats and metrics are equal, and those outside even the bracket. */
  readonly mallocs: { readonly still: number; readonly equal: number; readonly outside: number };
  /** What PauseTotalNs gained, and the sum of PauseNs. */
  readonly pauseTotalNs: number;
}

/** Of all reconciled collections. */
interface Totals {
  readonly memStats: number;
  readonly metrics: Cut;
  readonly gctrace: Cut;
  readonly trace: number;
}

interface Cycle {
  readonly number: number;
  readonly record: MeterRecord;
  readonly line: GctraceLine;
  readonly traced: GcMeters['trace']['collections'][number];
}

export function reconcile(meters: GcMeters): Reconciliation {
  const { records } = meters;
  const base = records[0]?.numGC ?? 0;
  const cycles = (records.at(-1)?.numGC ?? 0) - base;
  const lines = new Map(
    meters.lines
      .filter(isGctraceLine)
      .map(gctraceLine)
      .map((line) => [line.number, line]),
  );
  const readings = records.flatMap((record, index): Cycle[] => {
    const line = lines.get(record.numGC);
    const traced = meters.trace.collections[record.numGC - base - 1];
    const isOwn = record.numGC === (records[index - 1]?.numGC ?? NaN) + 1;
    return isOwn && line && traced ? [{ number: record.numGC, record, line, traced }] : [];
  });
  const missed = new Map<Check, number>(CHECKS.map((check) => [check, 0]));
  let agreeing = 0;
  let first: string | undefined;
  for (const cycle of readings) {
    const failed = failedChecks(cycle, meters);
    for (const check of failed) missed.set(check, (missed.get(check) ?? 0) + 1);
    if (failed.length === 0) agreeing += 1;
    else first ??= `gc ${cycle.number}: ${failed.join(', ')}`;
  }
  return {
    cycles,
    agreeing,
    missed,
    unread: cycles - readings.length,
    first,
    counts: countsOf(meters, [...lines.keys()].filter((number) => number > base).length),
    pauseNs: totalsOf(readings, meters),
  };
}

function failedChecks(cycle: Cycle, { edges, trace: { tickNs } }: GcMeters): Check[] {
  const { record, line, traced } = cycle;
  const first = traced.stops[0];
  const last = traced.stops.at(-1);
  if (!first || !last) return [...CHECKS];
  const buckets = bucketsOf(record, edges);
  const bounds = summed(buckets);
  const stopsNs = sum(traced.stops.map(({ durationNs }) => durationNs));
  const stopping = stoppingOf(line);
  const whole = summed(line.clockNs);
  const endNs = last.beganNs + last.durationNs;
  const met: Record<Check, boolean> = {
    'pause in buckets':
      buckets.length === traced.stops.length &&
      bounds.atLeast <= record.pauseNs &&
      record.pauseNs < bounds.below,
    // A stop in between, which gctrace counts as marking, is in the pause: then only the trace can tell.
    'pause within gctrace': traced.stops.length > 2 || record.pauseNs < stopping.below,
    'pause within trace': record.pauseNs <= stopsNs + traced.stops.length * tickNs,
    'gctrace within trace':
      (line.clockNs[0]?.atLeast ?? NaN) <= first.beganNs + first.durationNs - traced.beganNs + tickNs &&
      whole.atLeast <= endNs - traced.beganNs + tickNs,
    'trace within gctrace': traced.endedNs - first.beganNs - tickNs < whole.below,
    'live heap':
      last.heapBytes === record.liveBytes && Math.floor(record.liveBytes / 2 ** 20) === line.heapMiB[2],
    'heap goal': record.nextGC === record.goalBytes && last.goalBytes === record.goalBytes,
  };
  return CHECKS.filter((check) => !met[check]);
}

/** The bounds of every pause that the record counts. */
function bucketsOf({ pauses }: MeterRecord, edges: readonly number[]): Cut[] {
  return pauses.flatMap(([bucket, count]) =>
    Array.from({ length: Math.min(count, 1000) }, () => ({
      atLeast: (edges[bucket] ?? NaN) * 1e9,
      below: (edges[bucket + 1] ?? NaN) * 1e9,
    })),
  );
}

/** The two clocks for which gctrace says that the world stands still. */
function stoppingOf({ clockNs }: GctraceLine): Cut {
  return summed([clockNs[0], clockNs.at(-1)].flatMap((cut) => cut ?? []));
}

function summed(cuts: readonly Cut[]): Cut {
  return { atLeast: sum(cuts.map(({ atLeast }) => atLeast)), below: sum(cuts.map(({ below }) => below)) };
}

function countsOf({ records, trace }: GcMeters, lines: number): Counts {
  const [from] = records;
  const to = records.at(-1);
  const still = records.filter(({ mallocsBefore, mallocsAfter }) => mallocsBefore === mallocsAfter);
  return {
    cycles: {
      gctrace: lines,
      metrics: (to?.cycles ?? 0) - (from?.cycles ?? 0),
      memStats: (to?.numGC ?? 0) - (from?.numGC ?? 0),
      trace: trace.collections.length,
    },
    stops: {
      metrics: sum(records.slice(1).flatMap(({ pauses }) => pauses.map(([, count]) => count))),
      trace: sum(trace.collections.map(({ stops }) => stops.length)),
    },
    mallocs: {
      still: still.length,
      equal: still.filter(({ mallocs, mallocsAfter }) => mallocs === mallocsAfter).length,
      outside: records.filter(
        ({ mallocs, mallocsBefore, mallocsAfter }) => mallocs < mallocsBefore || mallocs > mallocsAfter,
      ).length,
    },
    pauseTotalNs: (to?.pauseTotalNs ?? 0) - (from?.pauseTotalNs ?? 0),
  };
}

function totalsOf(readings: readonly Cycle[], { edges }: GcMeters): Totals {
  return {
    memStats: sum(readings.map(({ record }) => record.pauseNs)),
    metrics: summed(readings.flatMap(({ record }) => bucketsOf(record, edges))),
    gctrace: summed(readings.map(({ line }) => stoppingOf(line))),
    trace: sum(readings.flatMap(({ traced }) => traced.stops.map(({ durationNs }) => durationNs))),
  };
}

/** Every count is what the others say. */
export function countsAgree({ counts, unread, pauseNs }: Reconciliation): boolean {
  const { cycles, stops, mallocs, pauseTotalNs } = counts;
  return (
    new Set(Object.values(cycles)).size === 1 &&
    stops.metrics === stops.trace &&
    mallocs.still > 0 &&
    mallocs.equal === mallocs.still &&
    mallocs.outside === 0 &&
    (unread > 0 || pauseTotalNs === pauseNs.memStats)
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
