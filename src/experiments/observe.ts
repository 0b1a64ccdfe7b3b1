/**
 * One run as the meter told it, to one run as it is recorded: differences of counters in
 * milliseconds, and what the command reported of itself.
 *
 * @module
 */

import type { ObservedRun } from '../evidence/observations.ts';
import { readBenchmarks } from '../formats/benchfmt.ts';
import type { Counters, Metered } from './meter.ts';

export interface Slot {
  readonly arm: number;
  readonly variant: number;
  readonly round: number;
  readonly place: number;
}

export function observedRun(slot: Slot, metered: Metered): ObservedRun {
  const { ended, exit, signal, error, pinned, biased, performanceShare, spinNs, stderr } = metered;
  const failed = ended !== 'exit' || exit !== 0;
  const reported = reportedIn(metered.stdout);
  return {
    ...slot,
    ended,
    exit,
    ...(signal !== undefined && { signal }),
    ...(error !== undefined && { error }),
    wallMs: metered.wallNs / 1e6,
    userMs: metered.userNs / 1e6,
    systemMs: metered.systemNs / 1e6,
    peakBytes: metered.peakBytes,
    floorBytes: metered.floorBytes,
    majorFaults: metered.majorFaults,
    involuntarySwitches: metered.involuntarySwitches,
    lastCpu: metered.lastCpu,
    ...(pinned !== undefined && { pinned }),
    ...(biased !== undefined && { biased }),
    ...(performanceShare !== undefined && { performanceShare }),
    stdoutBytes: metered.stdoutBytes,
    stdoutSha256: metered.stdoutSha256,
    ...(failed && stderr !== '' && { stderr: stderr.slice(-1000) }),
    ...(reported && { reported }),
    leftBehind: metered.leftBehind,
    ...(spinNs !== undefined && { spinNs }),
    conditions: ended === 'not started' ? { clockJumpMs: 0 } : conditions(metered.before, metered.after),
  };
}

/** A tick of /proc/stat, whatever the kernel's own is. */
const TICK_MS = 10;

function conditions(before: Counters, after: Counters): ObservedRun['conditions'] {
  const grown = (name: keyof Counters, scale: number): number | undefined => {
    const [from, to] = [before[name], after[name]];
    return from === undefined || to === undefined ? undefined : Math.max(0, to - from) * scale;
  };
  const elapsed = after.monotonicNs - before.monotonicNs;
  const booted = grown('bootNs', 1);
  const [total, idle, own, steal] = (['totalTicks', 'idleTicks', 'ownTicks', 'stealTicks'] as const).map(
    (name) => grown(name, TICK_MS),
  );
  const isCounted = total !== undefined && idle !== undefined && own !== undefined && steal !== undefined;
  return defined({
    cpuPressureMs: grown('cpuPressureUs', 1e-3),
    memoryPressureMs: grown('memoryPressureUs', 1e-3),
    stealMs: steal,
    othersMs: isCounted ? Math.max(0, total - idle - own - steal) : undefined,
    throttles: grown('throttles', 1),
    quotaMs: grown('quotaUs', 1e-3),
    swapPages: grown('swapPages', 1),
    clockJumpMs: Math.round((after.clockNs - before.clockNs - elapsed) / 1e6),
    sleptMs: booted === undefined ? undefined : Math.max(0, Math.round((booted - elapsed) / 1e6)),
  });
}

function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>; // what is undefined was left out
  };
}

/** The mean over lines of the same benchmark, by "name unit"; undefined if there is none. */
function reportedIn(stdout: string): Record<string, number> | undefined {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const record of readBenchmarks(stdout, 'standard output')) {
    if (record.type !== 'result') continue;
    for (const { value, unit } of record.values) {
      const key = `${record.name} ${unit}`;
      const { sum, count } = sums.get(key) ?? { sum: 0, count: 0 };
      sums.set(key, { sum: sum + value, count: count + 1 });
    }
  }
  if (sums.size === 0) return undefined;
  return Object.fromEntries([...sums].map(([key, { sum, count }]) => [key, sum / count]));
}
