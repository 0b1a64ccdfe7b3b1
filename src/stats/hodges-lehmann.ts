/**
 * How far one sample lies from another: the median of all differences between a value of the
 * second and one of the first, with the interval that the Mann–Whitney test leaves standing
 * (Hodges & Lehmann 1963; Lehmann, Nonparametrics, 2.6). Of logarithms it is a ratio.
 *
 * @module
 */

import type { Doubt } from './doubt.ts';
import type { Interval } from './order-statistic-interval.ts';
import { COUNTED_WITHOUT_TIES } from './mann-whitney.ts';
import { normalQuantile } from './normal.ts';
import { medianOfSorted } from './quantiles.ts';
import { subsetSums } from './subset-sums.ts';

export interface Shift extends Interval {
  readonly estimate: number;
  readonly doubts: readonly Doubt[];
}

/** How much larger the second sample is than the first. */
export function shift(first: readonly number[], second: readonly number[], confidence = 0.95): Shift {
  const [n1, n2] = [first.length, second.length];
  const differences = Float64Array.from(
    second.flatMap((later) => first.map((earlier) => later - earlier)),
  ).sort();
  const { cut, covered } = cutFor(n1, n2, confidence);
  const isOpen = cut < 1;
  return {
    estimate: medianOfSorted(differences),
    low: isOpen ? -Infinity : (differences[cut - 1] ?? NaN),
    high: isOpen ? Infinity : (differences[differences.length - cut] ?? NaN),
    confidence: covered,
    doubts: isOpen ? [{ doubt: 'too-few', have: Math.min(n1, n2), need: smallestFor(confidence) }] : [],
  };
}

/** How many times as large the second sample is as the first; both must be positive. */
export function ratio(first: readonly number[], second: readonly number[], confidence = 0.95): Shift {
  if ([...first, ...second].some((value) => !(value > 0))) {
    return {
      estimate: NaN,
      low: -Infinity,
      high: Infinity,
      confidence,
      doubts: [{ doubt: 'not-positive' }],
    };
  }
  const logs = shift(first.map(Math.log), second.map(Math.log), confidence);
  return {
    ...logs,
    estimate: Math.exp(logs.estimate),
    low: Math.exp(logs.low),
    high: Math.exp(logs.high),
  };
}

/** The interval runs from the `cut`-th smallest to the `cut`-th largest difference. */
function cutFor(n1: number, n2: number, confidence: number): { cut: number; covered: number } {
  const alpha = 1 - confidence;
  if (Math.max(n1, n2) > COUNTED_WITHOUT_TIES) {
    const sigma = Math.sqrt((n1 * n2 * (n1 + n2 + 1)) / 12);
    const cut = Math.floor((n1 * n2) / 2 + normalQuantile(alpha / 2) * sigma);
    return { cut, covered: confidence };
  }
  const ranks = Array.from({ length: n1 + n2 }, (_, index) => index + 1);
  const { probabilities } = subsetSums(ranks, n1); // of U, counted from 0
  let below = 0;
  let cut = 0;
  while (below + (probabilities[cut] ?? 1) <= alpha / 2) {
    below += probabilities[cut] ?? 1;
    cut += 1;
  }
  return { cut, covered: 1 - 2 * below };
}

/** The fewest values on each side that give an interval with two ends. */
function smallestFor(confidence: number): number {
  let n = 1;
  while (cutFor(n, n, confidence).cut < 1) n += 1;
  return n;
}
