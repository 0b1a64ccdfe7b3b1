/**
 * Many tests at once. Adjusted p-values: compare each with the level as if it were the only one.
 *
 * @module
 */

/** Holm's: the chance of a single false alarm among all of them stays below the level. */
export function holm(ps: readonly number[]): number[] {
  const adjusted = Array.from<number>({ length: ps.length });
  let most = 0;
  for (const [place, index] of byValue(ps).entries()) {
    most = Math.max(most, Math.min(1, (ps.length - place) * (ps[index] ?? 1)));
    adjusted[index] = most;
  }
  return adjusted;
}

/** Benjamini and Hochberg's: of what is called a difference, at most the level's share is none. */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted = Array.from<number>({ length: ps.length });
  let least = 1;
  for (const [place, index] of [...byValue(ps).entries()].toReversed()) {
    least = Math.min(least, (ps.length / (place + 1)) * (ps[index] ?? 1));
    adjusted[index] = least;
  }
  return adjusted;
}

/** Indices, smallest p first. */
function byValue(ps: readonly number[]): number[] {
  return ps.map((_, index) => index).toSorted((one, other) => (ps[one] ?? 1) - (ps[other] ?? 1));
}
