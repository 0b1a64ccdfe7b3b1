/**
 * The Mann–Whitney test, two-sided: the share of all ways to deal the pooled values to two groups
 * that give a rank sum at least as far from its mean as the one seen.
 *
 * With ties and unequal groups the distribution of the rank sum is not symmetric. Doubling one
 * tail, as benchstat does, then gives values above 1 and decides otherwise than counting both
 * tails (`oneTailDoubled` is that number, so that a difference can be shown). Small samples are
 * counted, others approximated by the normal distribution with corrections for ties and for
 * continuity (Lehmann, Nonparametrics, 1.4).
 *
 * @module
 */

import type { Doubt } from './doubt.ts';
import { normalBelow } from './normal.ts';
import { hasTies, rank } from './ranks.ts';
import { asFarFrom, subsetSums } from './subset-sums.ts';

/** Up to so many values in each group every arrangement is counted. */
export const COUNTED_WITHOUT_TIES = 50;
const COUNTED_WITH_TIES = 25;

export interface MannWhitney {
  /** Pairs in which the first group's value is the larger one, ties counting half. */
  readonly u: number;
  readonly p: number;
  readonly method: 'exact' | 'normal';
  /** Twice the tail on the side of the smaller U, which is benchstat's p. */
  readonly oneTailDoubled: number;
  /** The smallest p that groups of these sizes can reach without ties. */
  readonly smallestP: number;
  readonly doubts: readonly Doubt[];
}

export function mannWhitney(first: readonly number[], second: readonly number[]): MannWhitney {
  const [n1, n2] = [first.length, second.length];
  const ranking = rank([...first, ...second]);
  const doubledSum = ranking.doubled.slice(0, n1).reduce((sum, value) => sum + value, 0);
  const u = doubledSum / 2 - (n1 * (n1 + 1)) / 2;
  const smallestP = smallestPOf(n1, n2);
  if (n1 === 0 || n2 === 0) {
    const doubts = [{ doubt: 'too-few', have: 0, need: 1 } as const];
    return { u, p: 1, method: 'exact', oneTailDoubled: 1, smallestP, doubts };
  }
  if (ranking.tieSizes.length === 1) {
    const doubts = [{ doubt: 'all-equal' } as const];
    return { u, p: 1, method: 'exact', oneTailDoubled: 1, smallestP, doubts };
  }
  const limit = hasTies(ranking) ? COUNTED_WITH_TIES : COUNTED_WITHOUT_TIES;
  if (Math.max(n1, n2) > limit) {
    const p = approximate(u, n1, n2, ranking.tieSizes);
    const doubts = [{ doubt: 'approximate', n: n1 + n2 } as const];
    return { u, p, method: 'normal', oneTailDoubled: p, smallestP, doubts };
  }
  const distribution = subsetSums(ranking.doubled, n1);
  const p = asFarFrom(distribution, n1 * (n1 + n2 + 1), doubledSum);
  return {
    u,
    p,
    method: 'exact',
    oneTailDoubled: doubledTail(distribution, n1, n2, u),
    smallestP,
    doubts: [],
  };
}

/** Twice P(U ≤ the smaller of U₁ and U₂), on the distribution of U₁; 1 if they are the same. */
function doubledTail(
  { lowest, probabilities }: ReturnType<typeof subsetSums>,
  n1: number,
  n2: number,
  u: number,
): number {
  const smaller = Math.min(u, n1 * n2 - u);
  if (u === n1 * n2 - u) return 1;
  const end = 2 * smaller + n1 * (n1 + 1) - lowest;
  return 2 * probabilities.subarray(0, end + 1).reduce((sum, value) => sum + value, 0);
}

function approximate(u: number, n1: number, n2: number, tieSizes: readonly number[]): number {
  const n = n1 + n2;
  const ties = tieSizes.reduce((sum, size) => sum + (size ** 3 - size), 0);
  const sigma = Math.sqrt(((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1))));
  const distance = Math.max(0, Math.abs(u - (n1 * n2) / 2) - 0.5);
  return Math.min(1, 2 * normalBelow(-distance / sigma));
}

function smallestPOf(n1: number, n2: number): number {
  let ways = 1;
  for (let at = 1; at <= Math.min(n1, n2); at += 1) ways *= (n1 + n2 - Math.min(n1, n2) + at) / at;
  return Math.min(1, 2 / ways);
}
