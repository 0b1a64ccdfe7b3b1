/**
 * Timing commands against each other in one interleaved run: rounds of every command in random
 * order, so that a busy moment of the machine hits all alike. Ratios of medians are what counts;
 * the milliseconds are of one machine on one day.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';

export interface Contender {
  readonly name: string;
  readonly argv: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
  /** Run before each timed start, untimed. */
  readonly prepare?: () => void;
}

/** Wall times in milliseconds by contender, `rounds` of each after one that does not count. */
export function interleaved(
  contenders: readonly Contender[],
  rounds: number,
): ReadonlyMap<string, readonly number[]> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, argv, environment, prepare } of shuffled(contenders)) {
      prepare?.();
      const [program, ...args] = argv;
      const started = performance.now();
      const { status, stderr } = spawnSync(program, args, {
        env: { ...process.env, ...environment },
        maxBuffer: 2 ** 28,
      });
      const elapsed = performance.now() - started;
      if (status !== 0) throw new Error(`${name} exits ${status}: ${stderr.toString().slice(0, 500)}`);
      if (round > 0) times.get(name)?.push(elapsed);
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export function told(values: readonly number[]): string {
  const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0);
  return `${ms(median(values))} ms (${ms(Math.min(...values))} to ${ms(Math.max(...values))}, n = ${values.length})`;
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => [Math.random(), item] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, item]) => item);
}
