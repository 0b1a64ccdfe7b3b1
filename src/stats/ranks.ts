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

export function rank(values: readonly number[]): Ranking {
  const order = values.map((_, index) => index).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const doubled = Array.from<number>({ length: values.length });
  const tieSizes: number[] = [];
  for (let first = 0; first < order.length;) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1] ?? 0] === values[order[first] ?? 0]) last += 1;
    for (let at = first; at <= last; at += 1) doubled[order[at] ?? 0] = first + last + 2;
    tieSizes.push(last - first + 1);
    first = last + 1;
  }
  return { doubled, tieSizes };
}

/** The same for whole numbers that are ranked again and again: sorted natively, without an order of places. */
export function doubledRanks(values: Float64Array): number[] {
  const sorted = values.toSorted();
  return Array.from(values, (value) => {
    const first = firstAtLeast(sorted, value);
    let end = first + 1;
    while (end < sorted.length && sorted[end] === value) end += 1;
    return first + end + 1;
  });
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
