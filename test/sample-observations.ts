/** Observations of two arms as the runner records them, with the times that a test wants. */

import { observationsSchema, type ObservedRun, type Observations } from '../src/evidence/observations.ts';

/** Milliseconds of each round by arm; `change` makes single runs go wrong. */
export function sampleObservations(
  first: readonly number[],
  second: readonly number[],
  change: (run: ObservedRun) => ObservedRun = (run) => run,
): Observations {
  const runs = Array.from({ length: Math.min(first.length, second.length) }, (_, round) =>
    [first[round] ?? 0, second[round] ?? 0].map((wallMs, arm): ObservedRun =>
      change({
        arm,
        variant: 0,
        round,
        place: (round + arm) % 2,
        ended: 'exit',
        exit: 0,
        wallMs,
        userMs: wallMs / 2,
        systemMs: 1,
        peakBytes: 2_000_000,
        floorBytes: 1_000_000,
        majorFaults: 0,
        involuntarySwitches: 1,
        lastCpu: 0,
        stdoutBytes: 0,
        stdoutSha256: 'e3b0',
        leftBehind: [],
        spinNs: 1000,
        conditions: { clockJumpMs: 0 },
      }),
    ),
  ).flat();
  return observationsSchema.parse({
    arms: ['A', 'B'].map((name) => ({ name, variants: [[`./${name}`]] })),
    design: {
      seed: '1',
      measure: 'wall',
      margin: 0.01,
      stopping: 'fixed',
      rounds: first.length,
      warmups: 1,
      timeLimitMs: 60_000,
      outputLimitBytes: 2 ** 28,
    },
    ended: 'all rounds',
    meter: 'abc',
    power: 'mains',
    runs,
  });
}
