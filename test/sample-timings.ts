import type { SchedulerTimings } from '../src/evidence/runtime/scheduler-timings.ts';
import { around, sampleArms } from './sample-arms.ts';

/** Thirty runs of the scheduler specimen that report one measure; `centre` is in nanoseconds. */
export function sampleTimings(goarch: string, measure: string, centre: number): SchedulerTimings {
  return {
    goarch,
    goVersion: 'go1.26.8',
    processors: [goarch === 'arm64' ? 'Neoverse-N1' : 'AMD EPYC'],
    cpus: 8,
    observations: sampleArms(
      [{ name: 'native', reported: around(centre, 30).map((value) => ({ [measure]: value * 1e-9 })) }],
      measure,
    ),
  };
}

/** Thirty runs that report several measures, in nanoseconds, and thirty traces. */
export function sampleMachine(machine: {
  readonly isApple: boolean;
  readonly goarch: string;
  readonly values: Readonly<Record<string, number>>;
  readonly delays?: { readonly p50: number; readonly p99: number };
}): SchedulerTimings {
  const { isApple, goarch, values, delays } = machine;
  const reported = around(1, 30).map((factor) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, factor * value * 1e-9])),
  );
  return {
    ...sampleTimings(goarch, '', 0),
    isApple,
    processors: [isApple ? 'Apple M2' : 'Neoverse-N1'],
    observations: sampleArms([{ name: 'native', reported }]),
    ...(delays && {
      delays: around(1, 30).map((factor) => ({
        count: 1000,
        p50Ns: factor * delays.p50,
        p99Ns: factor * delays.p99,
      })),
    }),
  };
}
