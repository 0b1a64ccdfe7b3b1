/**
 * Where a series changes its level: E-divisive (Matteson & James, A Nonparametric Approach for
 * Multiple Change Point Analysis, arXiv 1306.4933), with α = 1.
 *
 * A segment is split at τ, and the right part ends at κ, where the energy distance between the two
 * parts, weighted by their lengths, is largest; the split stands if few shuffles of the segment
 * reach as much. κ is really maximised, which some published implementations leave out.
 * Shuffles are seeded. O(n²) per shuffle.
 *
 * @module
 */

import { seeded, shuffled } from './random.ts';

export interface ChangePoint {
  /** The first value of the new level. */
  readonly index: number;
  readonly p: number;
}

export interface Search {
  readonly seed?: string | number;
  readonly level?: number;
  readonly shuffles?: number;
  /** The fewest values on either side, two at least. */
  readonly smallest?: number;
}

/** More than this is thinned by the caller: time grows with the square. */
export const LONGEST_SERIES = 2000;

/** Weights that are equal but for rounding are equal. */
const ALIKE = 1 - 1e-12;

export function changePoints(values: readonly number[], search: Search = {}): ChangePoint[] {
  const { seed = 'change points', level = 0.05, shuffles = 199, smallest = 3 } = search;
  const random = seeded(seed);
  const found: ChangePoint[] = [];
  const open: [from: number, to: number][] = [[0, values.length]];
  for (;;) {
    const segment = open.pop();
    if (!segment) return found.toSorted((one, other) => one.index - other.index);
    const [from, to] = segment;
    const part = values.slice(from, to);
    const best = bestSplit(part, smallest);
    if (!best || best.weight <= 0) continue;
    let reached = 1;
    for (let round = 0; round < shuffles && reached <= level * (shuffles + 1); round += 1) {
      const shuffle = bestSplit(shuffled(part, random), smallest);
      if (shuffle && shuffle.weight >= best.weight * ALIKE) reached += 1;
    }
    const p = reached / (shuffles + 1);
    if (p > level) continue;
    found.push({ index: from + best.at, p });
    open.push([from, from + best.at], [from + best.at, to]);
  }
}

export interface Split {
  /** First index of the right part. */
  readonly at: number;
  /** End of the right part. */
  readonly end: number;
  /** q of the paper. */
  readonly weight: number;
}

/** The split of largest weight over all τ and κ, or undefined if the series is too short for any. */
export function bestSplit(values: readonly number[], smallest: number): Split | undefined {
  const n = values.length;
  const series = Float64Array.from(values);
  // Per value, its distances to all before it, and to all in the left part: sums that grow with τ.
  const toEarlier = new Float64Array(n);
  for (let k = 1; k < n; k += 1) {
    const value = series[k] ?? 0;
    let sum = 0;
    for (let i = 0; i < k; i += 1) sum += Math.abs(value - (series[i] ?? 0));
    toEarlier[k] = sum;
  }
  const toLeft = new Float64Array(n);
  let [found, at, ending] = [-Infinity, -1, -1];
  let left = 0;
  for (let tau = 1; tau <= n - smallest; tau += 1) {
    left += toEarlier[tau - 1] ?? 0;
    const newest = series[tau - 1] ?? 0;
    // q of the paper, multiplied out: two divisions are left of six.
    const within = (2 * left) / (tau - 1);
    let [across, right] = [0, 0];
    for (let k = tau; k < n; k += 1) {
      const sum = (toLeft[k] ?? 0) + Math.abs((series[k] ?? 0) - newest);
      toLeft[k] = sum;
      across += sum;
      right += (toEarlier[k] ?? 0) - sum;
      const length = k + 1 - tau;
      if (length < smallest || tau < smallest) continue;
      const weight = (2 * across - within * length - (2 * tau * right) / (length - 1)) / (tau + length);
      if (weight > found) [found, at, ending] = [weight, tau, k + 1];
    }
  }
  return at < 0 ? undefined : { at, end: ending, weight: found };
}
