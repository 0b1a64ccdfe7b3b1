/**
 * Two clusters in one sample: a turbo that is on or off, a fast and a slow core. The split that
 * leaves the least spread inside of its two parts (Otsu) counts as two modes if both parts are
 * large and the gap between them dwarfs the spread of either.
 *
 * @module
 */

import { ascending, medianDeviation, medianOfSorted } from './quantiles.ts';

export interface TwoModes {
  readonly low: number;
  readonly high: number;
  /** Of the values, in the higher cluster. */
  readonly share: number;
}

const FEWEST = 12;
const SMALLEST_SHARE = 0.1;
/** How many times the wider cluster's spread the distance of the middles must be. */
const APART = 5;

export function twoModes(values: readonly number[]): TwoModes | undefined {
  const sorted = ascending(values);
  const n = sorted.length;
  if (n < FEWEST) return undefined;
  const total = sorted.reduce((sum, value) => sum + value, 0);
  let [sum, best, cut] = [0, -Infinity, 0];
  for (let at = 1; at < n; at += 1) {
    sum += sorted[at - 1] ?? 0;
    const gain = (sum * (n / at) - total) ** 2 * (at / (n - at));
    if (gain > best) [best, cut] = [gain, at];
  }
  const [below, above] = [sorted.slice(0, cut), sorted.slice(cut)];
  const [low, high] = [medianOfSorted(below), medianOfSorted(above)];
  const spread = Math.max(medianDeviation(below), medianDeviation(above));
  const isLarge = Math.min(below.length, above.length) >= Math.max(2, SMALLEST_SHARE * n);
  return isLarge && high - low > APART * spread && high > low
    ? { low, high, share: above.length / n }
    : undefined;
}
