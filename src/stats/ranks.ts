/**
 * Ranks with ties. Doubled, so that the mean rank of a tie is a whole number and sums of ranks
 * can be counted exactly.
 *
 * @module
 */

export interface Ranking {
  /** Twice the rank of each value, ties sharing their mean, in the order of the values. */
  readonly doubled: readonly number[];
  /** How many values share each rank, ascending; all ones if there are no ties. */
  readonly tieSizes: readonly number[];
}

/** Sorted natively, without an order of places: an interval ranks its values a hundred times. */
export function rank(values: ArrayLike<number>): Ranking {
  const sorted = Float64Array.from(values).sort();
  const endOf = (first: number): number => {
    let end = first + 1;
    while (end < sorted.length && sorted[end] === sorted[first]) end += 1;
    return end;
  };
  const tieSizes: number[] = [];
  for (let first = 0; first < sorted.length; first = endOf(first)) tieSizes.push(endOf(first) - first);
  const doubled = Array.from(values, (value) => {
    const first = firstAtLeast(sorted, value);
    return first + endOf(first) + 1;
  });
  return { doubled, tieSizes };
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function hasTies({ tieSizes }: Ranking): boolean {
  return tieSizes.some((size) => size > 1);
}
