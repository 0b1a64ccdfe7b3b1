/**
 * An interval for a quantile from order statistics alone: no assumption but that the values are
 * drawn alike. How many values lie below the true quantile is binomial, so two order statistics
 * enclose it with a probability that can be counted (David & Nagaraja, Order Statistics, 7.1).
 *
 * The interval grows outward from the most likely place by whichever side adds more, the left
 * one first among equals, until it is as sure as was asked. That is benchstat's interval too.
 *
 * @module
 */

import { ascending, quantileOfSorted } from './quantiles.ts';
import type { Doubt } from './doubt.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** The probability with which it covers, at least what was asked for if the ends are finite. */
  readonly confidence: number;
}

/** 1-based ranks of the ends; 0 and n + 1 stand for minus and plus infinity. */
export interface RankInterval {
  readonly lowRank: number;
  readonly highRank: number;
  readonly confidence: number;
}

export function quantileRanks(n: number, probability: number, confidence: number): RankInterval {
  const mass = binomialMass(n, probability);
  let low = Math.max(0, Math.ceil((n + 1) * probability) - 1); // the mode, the lower one of two
  let high = low;
  let covered = mass[low] ?? 0;
  // Covering "low … high values lie below" means that the quantile is between ranks low and high + 1.
  while (covered < confidence && (low > 0 || high < n)) {
    const left = low > 0 ? (mass[low - 1] ?? 0) : -1;
    const right = high < n ? (mass[high + 1] ?? 0) : -1;
    if (left >= right) {
      low -= 1;
      covered += left;
    } else {
      high += 1;
      covered += right;
    }
  }
  return { lowRank: low, highRank: high + 1, confidence: Math.min(1, covered) };
}

export interface QuantileInterval extends Interval {
  readonly centre: number;
  readonly doubts: readonly Doubt[];
}

/** An interval for the median, or for another quantile. */
export function quantileInterval(
  values: readonly number[],
  { probability = 0.5, confidence = 0.95 }: { probability?: number; confidence?: number } = {},
): QuantileInterval {
  const sorted = ascending(values);
  const n = sorted.length;
  const { lowRank, highRank, confidence: covered } = quantileRanks(n, probability, confidence);
  const need = smallestSample(probability, confidence);
  return {
    centre: quantileOfSorted(sorted, probability),
    low: lowRank === 0 ? -Infinity : (sorted[lowRank - 1] ?? NaN),
    high: highRank === n + 1 ? Infinity : (sorted[highRank - 1] ?? NaN),
    confidence: covered,
    doubts: n < need ? [{ doubt: 'too-few', have: n, need }] : [],
  };
}

/** The fewest values whose smallest and largest enclose the quantile as surely as asked. */
export function smallestSample(probability: number, confidence: number): number {
  let n = 1;
  while (1 - probability ** n - (1 - probability) ** n < confidence) n += 1;
  return n;
}

/** P(k of n lie below), k = 0 … n, from the mode outward so that nothing underflows that matters. */
function binomialMass(n: number, probability: number): Float64Array {
  const mass = new Float64Array(n + 1);
  const mode = Math.min(n, Math.floor((n + 1) * probability));
  const odds = probability / (1 - probability);
  mass[mode] = 1;
  for (let k = mode; k < n; k += 1) mass[k + 1] = ((mass[k] ?? 0) * odds * (n - k)) / (k + 1);
  for (let k = mode; k > 0; k -= 1) mass[k - 1] = ((mass[k] ?? 0) * k) / (odds * (n - k + 1));
  const total = mass.reduce((sum, value) => sum + value, 0);
  return mass.map((value) => value / total);
}
