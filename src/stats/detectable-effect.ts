/**
 * The smallest effect that this run could have shown: what a reader needs beside "no difference".
 *
 * Normal theory for the mean of paired differences, with the noise that this run had, and the
 * price of ranks instead of means (asymptotic relative efficiency 3/π for normal values; Lehmann,
 * Nonparametrics, 2.4). Also the other way round: how many pairs an effect takes.
 *
 * @module
 */

import { normalQuantile } from './normal.ts';

/** Ranks need π/3 times as many pairs as means, if the noise is normal; fewer if it has heavy tails. */
const RANKS_COST = Math.PI / 3;

export interface Wanted {
  /** Probability of a false alarm. */
  readonly alpha?: number;
  /** Probability with which an effect of the size is found. */
  readonly power?: number;
}

/** `sigma` is the standard deviation of a pair's difference. Infinite with fewer than two pairs. */
export function detectableDifference(sigma: number, pairs: number, wanted: Wanted = {}): number {
  if (pairs < 2) return Infinity;
  return (reach(wanted) * sigma * Math.sqrt(RANKS_COST)) / Math.sqrt(pairs);
}

export function pairsFor(sigma: number, difference: number, wanted: Wanted = {}): number {
  return Math.max(2, Math.ceil((RANKS_COST * (reach(wanted) * sigma) ** 2) / difference ** 2));
}

function reach({ alpha = 0.05, power = 0.8 }: Wanted): number {
  return normalQuantile(1 - alpha / 2) + normalQuantile(power);
}
