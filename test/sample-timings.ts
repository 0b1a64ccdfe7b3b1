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
