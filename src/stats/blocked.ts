/**
 * Comparing two arms that were run in blocks, on the blocks that were run.
 *
 * Values are aligned (their block's mean is taken off, which takes off whatever the machine did
 * meanwhile) and ranked together. The reference is not an assumption about noise: the runner
 * itself dealt the arms to the places of each round by chance, so every deal it could have made
 * was as likely as the one it made, and counting them all gives an exact test under any drift
 * (Hodges & Lehmann 1962; Lehmann, Nonparametrics, 3.3). The ratio is the one that, taken off,
 * leaves nothing to see, and its interval is all ratios that the test does not reject.
 *
 * @module
 */

import type { Doubt } from './doubt.ts';
import type { Interval } from './order-statistic-interval.ts';
import { normalBelow } from './normal.ts';
import { mean } from './quantiles.ts';
import { rank } from './ranks.ts';
import { asFarFrom, convolved, subsetSums, type SumDistribution } from './subset-sums.ts';

/** Runs whose places were dealt by chance among themselves: as many of each arm as are listed. */
interface Round {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** Rounds that lie close together in time and share their level. */
export type Block = readonly Round[];

export interface BlockedTest {
  readonly p: number;
  /** The smallest p that this design can reach. */
  readonly smallestP: number;
  readonly doubts: readonly Doubt[];
}

export function blockedTest(blocks: readonly Block[]): BlockedTest {
  const rounds = blocks.flat();
  const smallestP = smallestPOf(rounds);
  const sums = rankSumsOf(blocks)(0);
  if (sums.rounds.every(({ ranks }) => ranks.every((value) => value === ranks[0])))
    return {
      p: 1,
      smallestP,
      doubts: [rounds.length === 0 ? { doubt: 'too-few', have: 0, need: 1 } : { doubt: 'all-equal' }],
    };
  return { p: pOf(sums), smallestP, doubts: [] };
}

export interface Difference extends Interval {
  readonly estimate: number;
  readonly p: number;
  readonly smallestP: number;
  readonly doubts: readonly Doubt[];
}

/** By how much the second arm is larger than the first. */
export function blockedDifference(blocks: readonly Block[], confidence = 0.95): Difference {
  const { p, smallestP, doubts } = blockedTest(blocks);
  const differences = blocks.flatMap((block) =>
    block.flatMap(({ second }) =>
      second.flatMap((later) => block.flatMap(({ first }) => first.map((one) => later - one))),
    ),
  );
  const [least, most] = [Math.min(...differences), Math.max(...differences)];
  const margin = (most - least || Math.abs(most) || 1) * 1e-3;
  const alpha = 1 - confidence;
  const isOpen = smallestP > alpha;
  const rankSums = rankSumsOf(blocks);
  const distributions = new Map<string, SumDistribution>();
  const rejects = (by: number): boolean => pOf(rankSums(by), distributions) <= alpha;
  const isAbove = (by: number): boolean => {
    const { expected, observed } = rankSums(by);
    return observed <= expected;
  };
  const isBelow = (by: number): boolean => {
    const { expected, observed } = rankSums(by);
    return observed < expected;
  };
  const estimate =
    (boundary(least - margin, most + margin, isAbove) + boundary(least - margin, most + margin, isBelow)) / 2;
  return {
    estimate,
    low: isOpen ? -Infinity : boundary(least - margin, estimate, (by) => !rejects(by)),
    high: isOpen ? Infinity : boundary(estimate, most + margin, rejects),
    confidence,
    p,
    smallestP,
    doubts: isOpen ? [...doubts, { doubt: 'unreachable-level', smallestP, level: alpha }] : doubts,
  };
}

/** How many times as large the second arm is as the first; all values must be positive. */
export function blockedRatio(blocks: readonly Block[], confidence = 0.95): Difference {
  const isPositive = blocks
    .flat()
    .every(({ first, second }) => [...first, ...second].every((value) => value > 0));
  if (!isPositive) {
    const { p, smallestP } = blockedTest(blocks);
    return {
      estimate: NaN,
      low: -Infinity,
      high: Infinity,
      confidence,
      p,
      smallestP,
      doubts: [{ doubt: 'not-positive' }],
    };
  }
  const logs = blockedDifference(
    blocks.map((block) =>
      block.map(({ first, second }) => ({ first: first.map(Math.log), second: second.map(Math.log) })),
    ),
    confidence,
  );
  return { ...logs, estimate: Math.exp(logs.estimate), low: Math.exp(logs.low), high: Math.exp(logs.high) };
}

interface RankSums {
  readonly expected: number;
  readonly observed: number;
  /** Of each round: its ranks, doubled, and how many of them the second arm was dealt. */
  readonly rounds: readonly { readonly ranks: readonly number[]; readonly dealt: number }[];
}

/**
 * The rank sum of the second arm once `by` is taken off it. An interval asks for it some hundred and
 * fifty times, so what `by` does to each aligned value is worked out before: it is linear.
 */
function rankSumsOf(blocks: readonly Block[]): (by: number) => RankSums {
  const all = blocks.flat();
  const start: number[] = [];
  const slope: number[] = [];
  for (const block of blocks) {
    const values = block.flatMap(({ first, second }) => [...first, ...second]);
    const level = mean(values);
    const later = block.reduce((count, { second }) => count + second.length, 0) / values.length;
    for (const { first, second } of block) {
      start.push(...first.map((value) => value - level), ...second.map((value) => value - level));
      slope.push(...first.map(() => later), ...second.map(() => later - 1));
    }
  }
  const quantum = quantumOf(all);
  const aligned = new Float64Array(start.length);
  return (by) => {
    for (let at = 0; at < aligned.length; at += 1)
      aligned[at] = Math.round(((start[at] ?? 0) + (slope[at] ?? 0) * by) / quantum);
    const { doubled } = rank(aligned);
    let at = 0;
    let expected = 0;
    let observed = 0;
    const rounds = all.map(({ first, second }) => {
      const ranks = doubled.slice(at, at + first.length + second.length);
      at += ranks.length;
      let sum = 0;
      for (let place = 0; place < ranks.length; place += 1) {
        sum += ranks[place] ?? 0;
        if (place >= first.length) observed += ranks[place] ?? 0;
      }
      if (ranks.length > 0) expected += (sum / ranks.length) * second.length;
      return { ranks, dealt: second.length };
    });
    return { expected, observed, rounds };
  };
}

/** Values that are equal but for the rounding of a subtraction must tie: its error is of the largest value. */
function quantumOf(rounds: readonly Round[]): number {
  let largest = 0;
  for (const { first, second } of rounds)
    for (const value of [...first, ...second]) largest = Math.max(largest, Math.abs(value));
  return largest === 0 ? 1 : largest * 2 ** -40;
}

/**
 * Counting all deals of 200 rounds takes a tenth of a second, and an interval asks eighty times. From
 * this many rounds on the sum is so nearly normal, with a variance that is known exactly, that p
 * differs in the fourth digit.
 */
const COUNTED_ROUNDS = 64;

/** The share of deals whose sum lies as far from what is expected. */
function pOf(
  { expected, observed, rounds }: RankSums,
  distributions = new Map<string, SumDistribution>(),
): number {
  if (rounds.length > COUNTED_ROUNDS) {
    const variance = rounds.reduce((sum, { ranks, dealt }) => {
      const centre = mean(ranks);
      const squares = ranks.reduce((total, value) => total + (value - centre) ** 2, 0);
      const size = ranks.length;
      return sum + (size < 2 ? 0 : (dealt * (size - dealt) * squares) / (size * (size - 1)));
    }, 0);
    if (variance === 0) return 1;
    return Math.min(1, 2 * normalBelow(-Math.abs(observed - expected) / Math.sqrt(variance)));
  }
  return asFarFrom(kept(rounds, distributions), expected, observed);
}

/**
 * The distribution of the sum over all deals. It hangs on the ranks of each round and not on who was
 * dealt which, so without ties that come and go one serves for a whole interval.
 */
function kept(rounds: RankSums['rounds'], distributions: Map<string, SumDistribution>): SumDistribution {
  const ordered = rounds
    .map(({ ranks, dealt }) => ({ ranks: ranks.toSorted((one, other) => one - other), dealt }))
    .toSorted((one, other) => (one.ranks[0] ?? 0) - (other.ranks[0] ?? 0));
  const key = ordered.map(({ ranks, dealt }) => `${ranks.join(' ')}:${dealt}`).join(';');
  const known = distributions.get(key);
  if (known) return known;
  let distribution: SumDistribution = { lowest: 0, probabilities: Float64Array.of(1) };
  for (const { ranks, dealt } of ordered) distribution = convolved(distribution, subsetSums(ranks, dealt));
  distributions.set(key, distribution);
  return distribution;
}

/** Where `holds` turns from false to true between the two, by halving. */
function boundary(from: number, to: number, holds: (at: number) => boolean): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

function smallestPOf(rounds: readonly Round[]): number {
  let ways = 1;
  for (const { first, second } of rounds) {
    for (let at = 1; at <= first.length; at += 1) ways *= (second.length + at) / at;
  }
  return Math.min(1, 2 / ways);
}
