/**
 * An interval for any statistic by resampling, with a seed so that it can be repeated. Percentiles
 * of the resampled statistic, corrected for bias and skew (BCa; Efron & Tibshirani, An
 * Introduction to the Bootstrap, 14.3).
 *
 * @module
 */

import type { Interval } from './order-statistic-interval.ts';
import { normalBelow, normalQuantile } from './normal.ts';
import { ascending, mean, quantileOfSorted } from './quantiles.ts';
import { seeded } from './random.ts';

export interface Bootstrap extends Interval {
  readonly estimate: number;
  readonly resamples: number;
}

export interface Resampling {
  readonly seed: string | number;
  readonly confidence?: number;
  readonly resamples?: number;
}

/** `items` are what was drawn independently of each other: values, or whole blocks of them. */
export function bootstrap<T>(
  items: readonly T[],
  statistic: (items: readonly T[]) => number,
  { seed, confidence = 0.95, resamples = 2000 }: Resampling,
): Bootstrap {
  const random = seeded(seed);
  const estimate = statistic(items);
  const drawn = ascending(
    Array.from(
      { length: resamples },
      () => statistic(Array.from(items, () => items[random.below(items.length)] as T)), // below() stays inside
    ),
  );
  const below =
    drawn.filter((value) => value < estimate).length + drawn.filter((value) => value === estimate).length / 2;
  const bias = normalQuantile(Math.min(Math.max(below / resamples, 1 / resamples), 1 - 1 / resamples));
  const skew = acceleration(items, statistic);
  const corrected = (probability: number): number => {
    const z = bias + normalQuantile(probability);
    return normalBelow(bias + z / (1 - skew * z));
  };
  const alpha = 1 - confidence;
  return {
    estimate,
    low: quantileOfSorted(drawn, corrected(alpha / 2)),
    high: quantileOfSorted(drawn, corrected(1 - alpha / 2)),
    confidence,
    resamples,
  };
}

/** From the statistic with each item left out in turn. */
function acceleration<T>(items: readonly T[], statistic: (items: readonly T[]) => number): number {
  if (items.length < 3) return 0;
  const without = items.map((_, left) => statistic(items.filter((__, index) => index !== left)));
  const centre = mean(without);
  const cubes = without.reduce((sum, value) => sum + (centre - value) ** 3, 0);
  const squares = without.reduce((sum, value) => sum + (centre - value) ** 2, 0);
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
