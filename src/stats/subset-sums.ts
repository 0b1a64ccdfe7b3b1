/**
 * How likely each sum is when some of a set of whole numbers are drawn at random: what every exact
 * rank test counts. Streitberg & Röhmel's shift algorithm: one number at a time, for each count
 * drawn so far, within the range of sums that can be reached; ties cost nothing.
 *
 * @module
 */

/** Probabilities of the sums `lowest`, `lowest` + 1, … */
export interface SumDistribution {
  readonly lowest: number;
  readonly probabilities: Float64Array;
}

/** The sum of `drawn` of `scores`, every choice as likely as any other. Scores are whole numbers, not negative. */
export function subsetSums(scores: readonly number[], drawn: number): SumDistribution {
  const sorted = scores.toSorted((one, other) => one - other);
  const n = sorted.length;
  const before = [0]; // sums of the first so many
  for (const score of sorted) before.push((before.at(-1) ?? 0) + score);
  const sumOf = (first: number, end: number): number => (before[end] ?? 0) - (before[first] ?? 0);
  // A row holds counts from the least sum of j on: less than 2⁵³, so exact, up to 25 + 25 values and more.
  let rows: Float64Array[] = [Float64Array.of(1)];
  for (let seen = 1; seen <= n; seen += 1) {
    const score = sorted[seen - 1] ?? 0;
    const left = n - seen;
    const next: Float64Array[] = [];
    const most = Math.min(drawn, seen);
    for (let j = 0; j <= most; j += 1) {
      if (drawn - j > left) {
        next.push(NOTHING); // too few are left to draw the rest
        continue;
      }
      const row = new Float64Array(sumOf(seen - j, seen) - sumOf(0, j) + 1);
      const without = seen - 1 >= j ? rows[j] : undefined;
      if (without) row.set(without);
      const withIt = j > 0 ? rows[j - 1] : undefined;
      if (withIt) {
        const shift = score - (sorted[j - 1] ?? 0);
        for (let at = 0; at < withIt.length; at += 1) {
          row[at + shift] = (row[at + shift] ?? 0) + (withIt[at] ?? 0);
        }
      }
      next.push(row);
    }
    rows = next;
  }
  const counts = rows[drawn] ?? NOTHING;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return { lowest: sumOf(0, drawn), probabilities: counts.map((count) => count / total) };
}

const NOTHING = new Float64Array(0);

/** The distribution of the sum of two that have nothing to do with each other. */
export function convolved(one: SumDistribution, other: SumDistribution): SumDistribution {
  const probabilities = new Float64Array(one.probabilities.length + other.probabilities.length - 1);
  for (let a = 0; a < one.probabilities.length; a += 1) {
    const weight = one.probabilities[a] ?? 0;
    if (weight === 0) continue;
    for (let b = 0; b < other.probabilities.length; b += 1) {
      probabilities[a + b] = (probabilities[a + b] ?? 0) + weight * (other.probabilities[b] ?? 0);
    }
  }
  return { lowest: one.lowest + other.lowest, probabilities };
}

/** P(a sum at least as far from `expected` as `observed`), both sides. Half a step of slack for rounding of `expected`. */
export function asFarFrom(
  { lowest, probabilities }: SumDistribution,
  expected: number,
  observed: number,
): number {
  const distance = Math.abs(observed - expected) - 1e-6;
  let p = 0;
  for (let at = 0; at < probabilities.length; at += 1) {
    if (Math.abs(lowest + at - expected) >= distance) p += probabilities[at] ?? 0;
  }
  return Math.min(1, p);
}
