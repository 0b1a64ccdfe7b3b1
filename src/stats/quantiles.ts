/**
 * Middles and percentiles, and how many values a percentile needs before it means anything.
 *
 * @module
 */

import type { Doubt } from './doubt.ts';

export function ascending(values: readonly number[]): number[] {
  return values.toSorted((one, other) => one - other);
}

/** The median of sorted values; NaN if there are none. */
export function medianOfSorted(sorted: ArrayLike<number>): number {
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

export function median(values: readonly number[]): number {
  return medianOfSorted(ascending(values));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Median absolute deviation, scaled so that it estimates σ of normal values. */
export function medianDeviation(values: readonly number[]): number {
  const centre = median(values);
  return 1.482602218505602 * median(values.map((value) => Math.abs(value - centre)));
}

/** The quantile by linear interpolation between order statistics (Hyndman & Fan's type 7, R's default). */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0) return NaN;
  const place = (sorted.length - 1) * probability;
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  return low + (place - below) * (high - low);
}

/** How many values a percentile needs: five beyond it, so p99 needs 500. */
export function neededFor(probability: number): number {
  return Math.ceil(Math.round(5e9 / Math.min(probability, 1 - probability)) / 1e9);
}

interface Quantile {
  readonly probability: number;
  /** Undefined if there are too few values: then it is not known, whatever could be computed. */
  readonly value: number | undefined;
  readonly doubts: readonly Doubt[];
}

export function quantile(values: readonly number[], probability: number): Quantile {
  const [have, need] = [values.length, neededFor(probability)];
  if (have < need) {
    return {
      probability,
      value: undefined,
      doubts: [{ doubt: 'percentile-beyond-sample', probability, have, need }],
    };
  }
  return { probability, value: quantileOfSorted(ascending(values), probability), doubts: [] };
}
