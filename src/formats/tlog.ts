/**
 * Transparent logs: hashes of records, subtrees and trees, and the proofs that connect them.
 *
 * A tree of any size is a row of complete subtrees, one for each bit of the size, largest first.
 * A subtree is named by its level and its place among its equals, and everything below is made of
 * these names. Sizes are whole numbers below 2^53; shifts are divisions, because they must not
 * wrap at 2^32. Source: RFC 6962 §2.1.
 *
 * @module
 */

import { sameBytes, type Sha256 } from '../bytes/digest.ts';

/** The complete subtree over the 2^level records from index·2^level on. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** Gives the hash of a complete subtree. */
export type HashReader = (subtree: Subtree) => Uint8Array;

export function leafHash(sha256: Sha256, record: Uint8Array): Uint8Array {
  return sha256(Uint8Array.of(0), record);
}

export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(Uint8Array.of(1), left, right);
}

/** The row of complete subtrees over records low to high − 1, as a tree of that shape has them. */
export function subtreesOf(low: number, high: number): Subtree[] {
  const row: Subtree[] = [];
  let at = low;
  while (at < high) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= high) level += 1;
    row.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return row;
}

/** The hash of a tree of `size` records. */
export function rootHash(sha256: Sha256, size: number, read: HashReader): Uint8Array {
  return rangeHash(sha256, 0, size, read);
}

/** Hashes from the leaf's sibling up to the root's child. */
export function inclusionProof(sha256: Sha256, size: number, index: number, read: HashReader): Uint8Array[] {
  const proof: Uint8Array[] = [];
  let [low, high] = [0, size];
  while (high - low > 1) {
    const middle = low + splitOf(high - low);
    if (index < middle) {
      proof.push(rangeHash(sha256, middle, high, read));
      high = middle;
    } else {
      proof.push(rangeHash(sha256, low, middle, read));
      low = middle;
    }
  }
  return proof.reverse();
}

/** True if the proof leads from the leaf at `index` to the root of the tree of `size`. */
export function verifyInclusion(
  sha256: Sha256,
  proof: readonly Uint8Array[],
  { size, root }: TreeHead,
  index: number,
  leaf: Uint8Array,
): boolean {
  if (index < 0 || index >= size) return false;
  const turns: ('left' | 'right')[] = [];
  let [low, high] = [0, size];
  while (high - low > 1) {
    const middle = low + splitOf(high - low);
    turns.push(index < middle ? 'left' : 'right');
    if (index < middle) high = middle;
    else low = middle;
  }
  if (turns.length !== proof.length) return false;
  let hash = leaf;
  for (const [at, sibling] of proof.entries()) {
    const isLeft = turns[turns.length - 1 - at] === 'left';
    hash = isLeft ? nodeHash(sha256, hash, sibling) : nodeHash(sha256, sibling, hash);
  }
  return sameBytes(hash, root);
}

export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Hashes that show a tree of `oldSize` to be the beginning of one of `size`. RFC 6962 §2.1.2. */
export function consistencyProof(
  sha256: Sha256,
  size: number,
  oldSize: number,
  read: HashReader,
): Uint8Array[] {
  const proof: Uint8Array[] = [];
  let [low, high] = [0, size];
  while (oldSize !== high) {
    const middle = low + splitOf(high - low);
    if (oldSize <= middle) {
      proof.push(rangeHash(sha256, middle, high, read));
      high = middle;
    } else {
      proof.push(rangeHash(sha256, low, middle, read));
      low = middle;
    }
  }
  // The old tree's own root is known to who asks, unless it begins further right.
  if (low > 0) proof.push(rangeHash(sha256, low, high, read));
  return proof.reverse();
}

/** True if the proof shows `old` to be the beginning of `head`. */
export function verifyConsistency(
  sha256: Sha256,
  proof: readonly Uint8Array[],
  head: TreeHead,
  old: TreeHead,
): boolean {
  if (old.size < 1 || old.size > head.size) return false;
  if (old.size === head.size) return proof.length === 0 && sameBytes(old.root, head.root);
  const turns: ('left' | 'right')[] = [];
  let [low, high] = [0, head.size];
  while (old.size !== high) {
    const middle = low + splitOf(high - low);
    turns.push(old.size <= middle ? 'left' : 'right');
    if (old.size <= middle) high = middle;
    else low = middle;
  }
  const rest = [...proof];
  const start = low > 0 ? rest.shift() : old.root;
  if (!start || rest.length !== turns.length) return false;
  let [oldHash, newHash] = [start, start];
  for (const [at, sibling] of rest.entries()) {
    if (turns[turns.length - 1 - at] === 'left') newHash = nodeHash(sha256, newHash, sibling);
    else {
      oldHash = nodeHash(sha256, sibling, oldHash);
      newHash = nodeHash(sha256, sibling, newHash);
    }
  }
  return sameBytes(oldHash, old.root) && sameBytes(newHash, head.root);
}

function rangeHash(sha256: Sha256, low: number, high: number, read: HashReader): Uint8Array {
  const row = subtreesOf(low, high);
  const last = row.pop();
  if (!last) return sha256();
  return row.reduceRight((hash, subtree) => nodeHash(sha256, read(subtree), hash), read(last));
}

/** The largest power of two below `size`, where a tree of that size divides. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}
