/**
 * Observations as an experiment records them, from the values that a test is about.
 *
 * @module
 */

import type { Observations, ObservedRun } from '../src/evidence/observations.ts';

export interface SampleArm {
  readonly name: string;
  /** Wall times in milliseconds, one per round; or what the runs reported, by "name unit". */
  readonly wallMs?: readonly number[];
  readonly peakBytes?: readonly number[];
  readonly reported?: readonly Readonly<Record<string, number>>[];
}

export function sampleArms(arms: readonly SampleArm[], measure = 'wall'): Observations {
  const rounds = Math.max(
    ...arms.map(({ wallMs, peakBytes, reported }) => (wallMs ?? peakBytes ?? reported ?? []).length),
  );
  const runs = Array.from({ length: rounds }, (_, round) =>
    arms.map((arm, index): ObservedRun => ({
      arm: index,
      variant: 0,
      round,
      place: index,
      ended: 'exit',
      exit: 0,
      wallMs: arm.wallMs?.[round] ?? 100,
      userMs: 1,
      systemMs: 1,
      peakBytes: arm.peakBytes?.[round] ?? 2 ** 22,
      floorBytes: 0,
      majorFaults: 0,
      involuntarySwitches: 0,
      lastCpu: 0,
      stdoutBytes: 0,
      stdoutSha256: '',
      ...(arm.reported?.[round] && { reported: { ...arm.reported[round] } }),
      leftBehind: [],
      conditions: { clockJumpMs: 0 },
    })),
  ).flat();
  return {
    arms: arms.map(({ name }) => ({ name, variants: [[name]] })),
    design: {
      seed: '1',
      measure,
      margin: 0.01,
      stopping: 'fixed',
      rounds,
      warmups: 0,
      timeLimitMs: 1000,
      outputLimitBytes: 1000,
    },
    ended: 'all rounds',
    meter: 'test',
    power: 'mains',
    runs,
  };
}

/** About `centre`, a per cent up and down, never twice the same. */
export function around(centre: number, count = 12): number[] {
  return Array.from({ length: count }, (_, index) => centre * (1 + 0.01 * Math.sin(index * 2.4)));
}
