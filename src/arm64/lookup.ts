/**
 * Which row of the decoding tables a word belongs to, and what that row says of it: text, feature,
 * class. Words find their few candidate rows by bits 31:21, which the encoding groups of Arm ARM C4
 * fix almost everywhere.
 *
 * @module
 */

import { DATA_PROCESSING_IMMEDIATE } from './data-processing-immediate.ts';
import { BRANCHES } from './branches.ts';
import { ATOMICS } from './atomics.ts';
import { NEW_ATOMICS } from './newer-atomics.ts';
import { SIMD_EIGHT_BIT_FLOATS } from './simd-eight-bit-floats.ts';
import { DATA_PROCESSING_REGISTER } from './data-processing-register.ts';
import { FLOATING_POINT } from './floating-point.ts';
import { SIMD_THREE_SAME } from './simd-three-same.ts';
import { CRYPTO } from './crypto.ts';
import { SIMD_LOADS_STORES } from './simd-loads-stores.ts';
import { SIMD_MOVES } from './simd-moves.ts';
import { SIMD_THREE_DIFFERENT } from './simd-three-different.ts';
import { SIMD_TWO_REGISTERS } from './simd-two-registers.ts';
import { MEMORY_TAGS } from './memory-tags.ts';
import { SIMD_INDEXED } from './simd-indexed.ts';
import { SIMD_SHIFTS } from './simd-shifts.ts';
import { SCALABLE } from './scalable.ts';
import { LOADS_STORES } from './loads-stores.ts';
import { SYSTEM } from './system.ts';
import type { InstructionClass, Row } from './row.ts';

const INDEX_SHIFT = 21;

/** Rows in order of precedence: a word belongs to the first row whose pattern it fits. */
const ROWS: readonly Row[] = [
  ...DATA_PROCESSING_IMMEDIATE,
  ...BRANCHES,
  ...SYSTEM,
  ...NEW_ATOMICS,
  ...ATOMICS,
  ...MEMORY_TAGS,
  ...LOADS_STORES,
  ...DATA_PROCESSING_REGISTER,
  ...FLOATING_POINT,
  ...SIMD_EIGHT_BIT_FLOATS,
  ...SIMD_THREE_SAME,
  ...CRYPTO,
  ...SIMD_LOADS_STORES,
  ...SIMD_MOVES,
  ...SIMD_THREE_DIFFERENT,
  ...SIMD_TWO_REGISTERS,
  ...SIMD_SHIFTS,
  ...SIMD_INDEXED,
  ...SCALABLE,
];

/**
 * Candidates by bits 31:21, in the order of ROWS. Each row walks the settings of its own free bits
 * there: filtering all rows for each of the 2048 entries took 12 ms of every start.
 */
const INDEX: readonly (readonly Row[])[] = indexed();

function indexed(): readonly (readonly Row[])[] {
  const index: Row[][] = Array.from({ length: 2048 }, () => []);
  for (const row of ROWS) {
    const free = ~(row.mask >>> INDEX_SHIFT) & 2047;
    const fixed = row.value >>> INDEX_SHIFT;
    let setting = 0;
    do {
      index[fixed | setting]?.push(row);
      setting = (setting - free) & free;
    } while (setting !== 0);
  }
  return index;
}

/** 1 where a candidate has a feature: most words are told from their bits 31:21 to need none. */
const FEATURED = Uint8Array.from(INDEX, (rows) =>
  rows.some(({ feature }) => feature !== undefined) ? 1 : 0,
);

/** Whether featureOf() may say something of the word, at a tenth of its cost. */
export function mayNeedFeature(word: number): boolean {
  return FEATURED[word >>> INDEX_SHIFT] === 1;
}

/**
 * The instruction as llvm-mc writes it, one space between mnemonic and operands, or undefined for a
 * word that is unallocated or unknown here. Branch targets are offsets (`b #4`), absolute when
 * `address`, the word's own, is given (`b 0x401000`).
 */
export function disassemble(word: number, address?: number): string | undefined {
  return rowOf(word)?.text(word, address);
}

/** The feature beyond Armv8.0 that the instruction needs, such as `lse`; undefined for base ones. */
export function featureOf(word: number): string | undefined {
  const found = rowOf(word);
  if (found?.feature === undefined || !isKnown(found, word)) return undefined;
  return typeof found.feature === 'string' ? found.feature : found.feature(word);
}

/** What kind of instruction the word is; undefined for words that are unallocated or unknown here. */
export function classOf(word: number): InstructionClass | undefined {
  const found = rowOf(word);
  return found !== undefined && isKnown(found, word) ? found.class : undefined;
}

const isKnown = (found: Row, word: number): boolean =>
  found.recognisedOnly === true || found.text(word, undefined) !== undefined;

function rowOf(word: number): Row | undefined {
  const candidates = INDEX[word >>> INDEX_SHIFT];
  if (candidates === undefined) return undefined;
  for (const candidate of candidates) {
    if ((word & candidate.mask) === candidate.value) return candidate;
  }
  return undefined;
}
