/**
 * How often the laboratory is wrong, by simulation. Figures: A/A comparisons of 10 + 10 runs are
 * called different in at most 6 % of 2,000 trials under each of six sorts of noise; a 1 % effect under
 * 1 % noise and 3 % drift is found in at least 45 %; with unlimited peeking at most 5 % of A/A
 * comparisons are ever called different, and a 2 % effect takes a median of at most 16 executions.
 *
 * Beside it what is usual, on the same noise: all runs of one command, then all of the other, and a
 * U-test; and the U-test looked at after every second run.
 */

import { evidence } from '../src/stats/anytime.ts';
import { blockedTest } from '../src/stats/blocked.ts';
import { mannWhitney } from '../src/stats/mann-whitney.ts';
import { normalValue, seeded, shuffled, type Random } from '../src/stats/random.ts';

const TRIALS = Number(process.argv[2] ?? 2000);
const PER_ARM = 10;
const NOISE = 0.01;

/** What the machine adds to the logarithm of a time, at a moment from 0 to 1. */
type Machine = (random: Random) => (moment: number) => number;

const MACHINES: Readonly<Record<string, Machine>> = {
  independent: () => () => 0,
  'drift of 3 %': () => (moment) => 0.03 * moment,
  'thermal ramp of 4 %': () => (moment) => 0.04 * (1 - Math.exp(-4 * moment)),
  'one step of 3 %': (random) => {
    const at = random.next();
    return (moment) => (moment > at ? 0.03 : 0);
  },
  'AR(1), ρ = 0.9, 2 %': (random) => {
    let level = 0.02 * normalValue(random);
    return () => (level = 0.9 * level + 0.02 * Math.sqrt(1 - 0.9 ** 2) * normalValue(random));
  },
  'bimodal, 30 % at +8 %': (random) => () => (random.next() < 0.3 ? 0.08 : 0),
};

interface Runs {
  readonly first: number[];
  readonly second: number[];
}

/** Runs the arms in the given order of 0 and 1. */
function run(machine: Machine, order: readonly number[], effect: number, random: Random): Runs {
  const level = machine(random);
  const runs: Runs = { first: [], second: [] };
  for (const [place, arm] of order.entries()) {
    const value = level(place / order.length) + NOISE * normalValue(random) + arm * effect;
    (arm === 0 ? runs.first : runs.second).push(value);
  }
  return runs;
}

const sequential = [0, 1].flatMap((arm) => Array.from({ length: PER_ARM }, () => arm));
const dealt = (random: Random, pairs = PER_ARM): number[] =>
  Array.from({ length: pairs }, () => shuffled([0, 1], random)).flat();

const pairsOf = ({ first, second }: Runs) =>
  first.map((value, index) => [{ first: [value], second: [second[index] ?? NaN] }]);

function share(trials: number, isPositive: (random: Random) => boolean, seed: string): number {
  let count = 0;
  for (let trial = 0; trial < trials; trial += 1) if (isPositive(seeded(`${seed} ${trial}`))) count += 1;
  return count / trials;
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`.padStart(7);
const met = (isMet: boolean): string => (isMet ? 'met' : 'NOT MET');

console.log(
  `A/A, ${PER_ARM} + ${PER_ARM} runs, ${TRIALS} trials; called different at p ≤ 0.05 (at most 6 %)`,
);
console.log(`${''.padEnd(24)} ours    dealt + U   AAA…BBB + U`);
for (const [name, machine] of Object.entries(MACHINES)) {
  const ours = share(
    TRIALS,
    (random) => blockedTest(pairsOf(run(machine, dealt(random), 0, random))).p <= 0.05,
    name,
  );
  const unpaired = (order: (random: Random) => readonly number[]): number =>
    share(
      TRIALS,
      (random) => {
        const { first, second } = run(machine, order(random), 0, random);
        return mannWhitney(first, second).p <= 0.05;
      },
      name,
    );
  const others = [unpaired(dealt), unpaired(() => sequential)];
  console.log(
    `${name.padEnd(24)}${percent(ours)}  ${others.map(percent).join('      ')}   ${met(ours <= 0.06)}`,
  );
}

console.log(`\nPower at a 1 % effect (drift of 3 %: at least 45 %)`);
for (const [name, machine] of Object.entries(MACHINES)) {
  const ours = share(
    TRIALS,
    (random) => blockedTest(pairsOf(run(machine, dealt(random), 0.01, random))).p <= 0.05,
    name,
  );
  const unpaired = share(
    TRIALS,
    (random) => {
      const { first, second } = run(machine, dealt(random), 0.01, random);
      return mannWhitney(first, second).p <= 0.05;
    },
    name,
  );
  const verdict = name.startsWith('drift') ? `   ${met(ours >= 0.45)}` : '';
  console.log(`${name.padEnd(24)}${percent(ours)}  ${percent(unpaired)}${verdict}`);
}

console.log(`\nPeeking after every pair, up to 200 pairs (at most 5 % false)`);
const LONG = 200;
const logs = ({ first, second }: Runs): number[] =>
  first.map((value, index) => (second[index] ?? NaN) - value);
for (const [name, machine] of Object.entries(MACHINES)) {
  const trials = Math.max(100, Math.round(TRIALS / 2));
  const ours = share(
    trials,
    (random) => evidence(logs(run(machine, dealt(random, LONG), 0, random))).reachedAt !== undefined,
    `peek ${name}`,
  );
  const habit = share(
    Math.max(100, Math.round(TRIALS / 10)),
    (random) => {
      const { first, second } = run(machine, dealt(random, 30), 0, random);
      for (let n = 6; n <= 30; n += 1)
        if (mannWhitney(first.slice(0, n), second.slice(0, n)).p <= 0.05) return true;
      return false;
    },
    `habit ${name}`,
  );
  console.log(
    `${name.padEnd(24)}${percent(ours)}   ${met(ours <= 0.05)}   U-test from 6 to 30 pairs: ${percent(habit)}`,
  );
}

console.log(`\nExecutions until it is known (median; a 2 % effect: at most 16)`);
for (const effect of [0.05, 0.02, 0.01]) {
  const needed = Array.from({ length: 1000 }, (_, trial) => {
    const random = seeded(`stop ${effect} ${trial}`);
    const runs = run(MACHINES['independent'] ?? (() => () => 0), dealt(random, LONG), effect, random);
    return 2 * (evidence(logs(runs)).reachedAt ?? Infinity);
  }).toSorted((one, other) => one - other);
  const middle = ((needed[499] ?? NaN) + (needed[500] ?? NaN)) / 2;
  const verdict = effect === 0.02 ? `   ${met(middle <= 16)}` : '';
  console.log(
    `${percent(effect)} effect: ${middle} executions${verdict}   (benchstat's manual advises 20 to 40)`,
  );
}
