/**
 * Evidence that may be looked at after every pair, and acted upon, without paying for the looks.
 *
 * Each pair is one run of either arm, whose order was dealt by chance. If the arms do not differ,
 * the sign of the pair's difference is a fair coin, whatever its size and whatever came before; a
 * gambler who stakes on it before it is tossed expects no gain. Several gamblers stake by
 * different beliefs about the effect, in units of what earlier pairs differed by; the mean of
 * their fortunes exceeds 1/α with probability at most α, ever (Ville's inequality; Grünwald, de
 * Heide & Koolen, Safe Testing). The interval holds every shift that they have not made a fortune
 * against.
 *
 * @module
 */

import type { Interval } from './order-statistic-interval.ts';
import { ascending, median, quantileOfSorted } from './quantiles.ts';

/** Believed effects, in units of a typical difference of a pair; each is believed in both directions. */
const BELIEFS = [0.15, 0.35, 0.7, 1.5, 4] as const;

/** Of everything that a gambler owns, what is staked at most: being wrong once must not ruin. */
const BOLDEST = 0.98;

export interface Evidence {
  /** The fortune now: how many times as likely the differences are if the arms differ. */
  readonly now: number;
  /** The largest it ever was: 1/`most` is a p-value that is right at any time. */
  readonly most: number;
  /** After how many pairs it first reached what was asked for; undefined if it did not. */
  readonly reachedAt: number | undefined;
}

/** `differences` in the order in which the pairs were run; `wanted` is 1/α. */
export function evidence(differences: readonly number[], wanted = 20): Evidence {
  const fortunes = BELIEFS.flatMap((belief) => [new Gambler(belief), new Gambler(-belief)]);
  const sizes: number[] = [];
  let [now, most] = [1, 1];
  let reachedAt: number | undefined;
  for (const [index, difference] of differences.entries()) {
    if (difference === 0) continue; // a tie is a coin on its edge: nobody wins
    const typical = sizes.length === 0 ? Math.abs(difference) : median(sizes);
    const size = Math.abs(difference) / (typical || Math.abs(difference));
    for (const gambler of fortunes) gambler.stake(size, difference > 0);
    sizes.push(Math.abs(difference));
    now = fortunes.reduce((sum, { fortune }) => sum + fortune, 0) / fortunes.length;
    most = Math.max(most, now);
    if (now >= wanted) reachedAt ??= index + 1;
  }
  return { now, most, reachedAt };
}

class Gambler {
  readonly #belief: number;
  fortune = 1;

  constructor(belief: number) {
    this.#belief = belief;
  }

  /** For normal differences the best stake is tanh(mean · size / variance). */
  stake(size: number, isPositive: boolean): void {
    const stake = BOLDEST * Math.tanh(this.#belief * size);
    this.fortune *= 1 + (isPositive ? stake : -stake);
  }
}

/** All shifts that the differences do not refute: right at any time, so it may be watched while it narrows. */
export function anytimeInterval(
  differences: readonly number[],
  confidence = 0.95,
): Interval & { readonly estimate: number } {
  const wanted = 1 / (1 - confidence);
  const estimate = median(differences);
  const refuted = (by: number): boolean =>
    evidence(
      differences.map((one) => one - by),
      wanted,
    ).reachedAt !== undefined;
  const sorted = ascending(differences);
  const reach = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) || Math.abs(estimate) || 1;
  // What was learned early may have refuted what is now the median: then the nearest quantile that stands.
  const inside = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9]
    .map((probability) => quantileOfSorted(sorted, probability))
    .find((by) => !refuted(by));
  if (differences.length === 0 || inside === undefined)
    return { estimate, low: -Infinity, high: Infinity, confidence };
  return {
    estimate: inside,
    low: end(inside, inside - 2 * reach, refuted),
    high: end(inside, inside + 2 * reach, refuted),
    confidence,
  };
}

/** The last shift from `inside` towards `far` that stands; without a limit if even `far` stands. */
function end(inside: number, far: number, refuted: (by: number) => boolean): number {
  if (!refuted(far)) return far < inside ? -Infinity : Infinity;
  let [stands, falls] = [inside, far];
  for (let step = 0; step < 24; step += 1) {
    const middle = (stands + falls) / 2;
    if (refuted(middle)) falls = middle;
    else stands = middle;
  }
  return falls;
}
