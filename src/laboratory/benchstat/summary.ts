/**
 * One cell of a benchstat table: its middle with an interval, and its comparison with the first
 * column. By default nothing is assumed about the values (median, order statistics, Mann–Whitney);
 * a unit that is "assume=exact" has no noise.
 *
 * The figures are benchstat's, to its last digit, but for one: its p of tied samples of unequal
 * size doubles one tail of a distribution that is not symmetric, so it decides wrongly and may
 * exceed 1. There ours counts every arrangement, and the cell says what benchstat would have said.
 *
 * @module
 */

import { mannWhitney } from '../../stats/mann-whitney.ts';
import { normalBelow, normalQuantile } from '../../stats/normal.ts';
import { quantileRanks } from '../../stats/order-statistic-interval.ts';
import { fixed, shortest, signedPercent } from './go-number.ts';

export interface Summary {
  readonly centre: number;
  readonly low: number;
  readonly high: number;
  readonly warnings: readonly string[];
}

export interface Comparison {
  readonly p: number;
  readonly n: readonly [number, number];
  readonly alpha: number;
  /** What benchstat prints for p, where that is wrong. */
  readonly benchstatP?: number;
  /** The smallest p that samples of these sizes can reach. */
  readonly smallestP: number;
  readonly warnings: readonly string[];
}

export interface Assumption {
  readonly summary: (sorted: readonly number[], confidence: number) => Summary;
  readonly compare: (base: readonly number[], values: readonly number[], alpha: number) => Comparison;
}

export function assumptionFor(said: string | undefined): Assumption {
  return said === 'exact' ? EXACT : NOTHING;
}

const NOTHING: Assumption = {
  summary(sorted, confidence) {
    const { lowRank, highRank } = medianRanks(sorted.length, confidence);
    const low = lowRank < 1 ? -Infinity : (sorted[lowRank - 1] ?? NaN);
    const high = highRank > sorted.length ? Infinity : (sorted[highRank - 1] ?? NaN);
    const isOpen = !Number.isFinite(low) || !Number.isFinite(high);
    return { centre: medianR8(sorted), low, high, warnings: isOpen ? [needed(confidence)] : [] };
  },
  compare(base, values, alpha) {
    const { p, oneTailDoubled, smallestP, doubts } = mannWhitney(base, values);
    const n = [base.length, values.length] as const;
    if (doubts.some(({ doubt }) => doubt === 'all-equal'))
      return { p: 1, n, alpha, smallestP, warnings: ['all samples are equal'] };
    const isOurs = fixed(p, 3) !== fixed(oneTailDoubled, 3) || p <= alpha !== oneTailDoubled <= alpha;
    const warnings = [
      ...(p > alpha ? moreSamples(n, alpha) : []),
      ...(isOurs
        ? [`p counts every arrangement; benchstat doubles one tail and prints p=${fixed(oneTailDoubled, 3)}`]
        : []),
    ];
    return { p, n, alpha, smallestP, warnings, ...(isOurs && { benchstatP: oneTailDoubled }) };
  },
};

const EXACT: Assumption = {
  summary(sorted) {
    const [low = NaN, high = NaN] = [sorted[0], sorted.at(-1)];
    const counts = new Map<number, number>();
    let centre = low;
    for (const value of sorted) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
      if ((counts.get(value) ?? 0) > (counts.get(centre) ?? 0)) centre = value;
    }
    const range = `exact distribution expected, but values range from ${shortest(low)} to ${shortest(high)}`;
    return { centre, low, high, warnings: low === high ? [] : [range] };
  },
  compare: (base, values) => ({
    p: 0,
    n: [base.length, values.length],
    alpha: 0,
    smallestP: 0,
    warnings: [],
  }),
};

/** Hyndman & Fan's type 8 with the operations of go-moremath, so that the last digit is the same. */
function medianR8(sorted: readonly number[]): number {
  const place = 1 / 3 + 0.5 * (sorted.length + 1 / 3);
  const below = Math.floor(place);
  if (below <= 0) return sorted[0] ?? NaN;
  if (below >= sorted.length) return sorted.at(-1) ?? NaN;
  const [low, high] = [sorted[below - 1] ?? NaN, sorted[below] ?? NaN];
  return low + (place - below) * (high - low);
}

/** Up to 30 values by counting; above by the normal approximation, rounded outward, the left end first. */
function medianRanks(n: number, confidence: number): { lowRank: number; highRank: number } {
  if (confidence >= 1) return { lowRank: 0, highRank: n + 1 };
  if (n <= 30) return quantileRanks(n, 0.5, confidence);
  const [middle, sigma] = [n / 2, Math.sqrt(n) / 2];
  const left = middle + normalQuantile((1 - confidence) / 2) * sigma;
  const low = Math.floor(left - 0.5) + 1;
  let high = Math.ceil(2 * middle - left - 0.5) + 1;
  const covered = (to: number): number =>
    normalBelow((to - 0.5 - middle) / sigma) - normalBelow((low - 0.5 - middle) / sigma);
  if (covered(high - 1) >= confidence && covered(high - 1) < covered(high)) high -= 1;
  return { lowRank: Math.max(0, low), highRank: Math.min(n + 1, high) };
}

function needed(confidence: number): string {
  let n = 2;
  for (; n <= 50; n += 1) {
    const { lowRank, highRank } = medianRanks(n, confidence);
    if (lowRank > 0 && highRank <= n) break;
  }
  const count = n > 50 ? '> 50' : `>= ${n}`;
  return `need ${count} samples for confidence interval at level ${shortest(confidence)}`;
}

/** Two groups of n without ties reach 2 / C(2n, n) at best. */
function moreSamples([n1, n2]: readonly [number, number], alpha: number): string[] {
  let [n, smallest] = [1, 1];
  while (n < 10 && smallest > alpha) {
    n += 1;
    smallest *= n / (2 * (2 * n - 1));
  }
  if (n1 >= n || n2 >= n) return [];
  const count = n === 10 ? '> 10' : `>= ${n}`;
  return [`need ${count} samples to detect a difference at alpha level ${shortest(alpha)}`];
}

/** The larger distance of an end from the middle, as whole per cents of it. */
export function rangeText({ centre, low, high }: Summary): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return '∞';
  if (Math.sign(centre) !== Math.sign(low) || Math.sign(centre) !== Math.sign(high)) return '?';
  return centre === 0 ? '0%' : `${fixed(100 * Math.max(high / centre - 1, 1 - low / centre), 0)}%`;
}

export function testText({ p, n: [n1, n2] }: Comparison): string {
  return `${p === 0 ? '' : `p=${fixed(p, 3)} `}n=${n1 === n2 ? n1 : `${n1}+${n2}`}`;
}

export function deltaText({ p, alpha }: Comparison, base: number, centre: number): string {
  if (p > alpha) return '~';
  if (base === centre) return '0.00%';
  return base === 0 ? '?' : signedPercent((centre / base - 1) * 100);
}
