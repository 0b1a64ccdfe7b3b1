/**
 * Many records of one tree proven together: each hash that the records do not give themselves is
 * listed once, and the root is computed from all of them.
 *
 * Records that lie near each other share most of the way up, so a thousand take a fraction of a
 * thousand proofs, and checking them again needs no tile.
 *
 * @module
 */

import type { Sha256 } from '../bytes/digest.ts';
import { nodeHash, subtreesOf, type HashReader, type Subtree } from './tlog.ts';

/** The subtrees whose hashes must be given, for these records of a tree of `size`. */
export function subtreesBeside(size: number, records: readonly number[]): Subtree[] {
  const beside: Subtree[] = [];
  walk(size, sortedSet(records), {
    leaf: () => undefined,
    given: (subtree) => void beside.push(subtree),
    join: () => undefined,
  });
  return beside;
}

/** The root that these records and hashes make. `leaf` gives the hash of a record by its number. */
export function rootOfRecords(
  sha256: Sha256,
  size: number,
  records: readonly number[],
  leaf: (record: number) => Uint8Array,
  given: HashReader,
): Uint8Array {
  const join = (left: Uint8Array, right: Uint8Array): Uint8Array => nodeHash(sha256, left, right);
  const row = walk(size, sortedSet(records), { leaf, given, join });
  const last = row.pop();
  return last ? row.reduceRight((hash, left) => join(left, hash), last) : sha256();
}

interface Visitor<T> {
  leaf(record: number): T;
  given(subtree: Subtree): T;
  join(left: T, right: T): T;
}

function walk<T>(size: number, records: readonly number[], visitor: Visitor<T>): T[] {
  const visit = ({ level, index }: Subtree, from: number, to: number): T => {
    if (from === to) return visitor.given({ level, index });
    if (level === 0) return visitor.leaf(index);
    const below = { level: level - 1, index: index * 2 };
    const middle = firstAtLeast(records, (below.index + 1) * 2 ** below.level, from, to);
    const left = visit(below, from, middle);
    return visitor.join(left, visit({ ...below, index: below.index + 1 }, middle, to));
  };
  return subtreesOf(0, size).map((subtree) => {
    const low = subtree.index * 2 ** subtree.level;
    const high = low + 2 ** subtree.level;
    return visit(
      subtree,
      firstAtLeast(records, low, 0, records.length),
      firstAtLeast(records, high, 0, records.length),
    );
  });
}

function firstAtLeast(sorted: readonly number[], bound: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sorted[middle] ?? Infinity) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sortedSet(records: readonly number[]): number[] {
  return [...new Set(records)].toSorted((one, other) => one - other);
}
