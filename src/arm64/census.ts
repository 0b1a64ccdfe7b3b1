/**
 * Counts of instructions by family, over whole code or per function.
 *
 * A table over a word's upper bits says either the family of all words that begin so, or that one has
 * to look closer. It says the former where the Arm ARM (C4.1) allocates every word below, which covers
 * most code; other words are looked up among those met before, since decoding takes 85 ns and counting
 * a hundred million words a second leaves 10.
 *
 * @module
 */

import { FAMILIES, familyOf, type Family } from './families.ts';
import { classOf } from './lookup.ts';

export type Census = Readonly<Record<Family, number>>;

const LOOK_CLOSER = 255;

/** Encodings whose every word is allocated and needs no feature: mask and value of the upper half. */
const WHOLE: readonly (readonly [mask: number, value: number, family: Family])[] = [
  [0x7c000000, 0x14000000, 'branch'],
  [0x7e000000, 0x34000000, 'branch'],
  [0x7e000000, 0x36000000, 'branch'],
  [0xff000000, 0x54000000, 'branch'],
  [0x1f000000, 0x10000000, 'integer'],
  // Add and subtract: immediate; 64-bit registers by the three shifts that there are.
  [0x1f800000, 0x11000000, 'integer'],
  [0x9fe00000, 0x8b000000, 'integer'],
  [0x9fe00000, 0x8b400000, 'integer'],
  [0x9fe00000, 0x8b800000, 'integer'],
  // The same of 32-bit registers, by less than 32; logical operations likewise.
  [0x9fe08000, 0x0b000000, 'integer'],
  [0x9fe08000, 0x0b400000, 'integer'],
  [0x9fe08000, 0x0b800000, 'integer'],
  [0x9f000000, 0x8a000000, 'integer'],
  [0x9f008000, 0x0a000000, 'integer'],
  // Moves of 16 bits.
  [0xdf800000, 0xd2800000, 'integer'],
  [0xff800000, 0x92800000, 'integer'],
  [0xdfc00000, 0x52800000, 'integer'],
  [0xffc00000, 0x12800000, 'integer'],
  // Loads and stores: with an unsigned offset, with nine bits of offset, of pairs.
  [0x3f800000, 0x39000000, 'load-store'],
  [0xbf800000, 0x39800000, 'load-store'],
  [0xffc00000, 0xb9800000, 'load-store'],
  [0x3fa00000, 0x38000000, 'load-store'],
  [0x7e000000, 0x28000000, 'load-store'],
  // Literals.
  [0xbf000000, 0x18000000, 'load-store'],
];

/** The bits that the table goes by: the upper half, and bit 15, the highest of most shift amounts. */
const TABLE_SHIFT = 15;

const TABLE = new Uint8Array(2 ** (32 - TABLE_SHIFT)).fill(LOOK_CLOSER);
for (const [mask, value, family] of WHOLE) {
  const free = ~mask >>> TABLE_SHIFT;
  let setting = 0;
  do {
    TABLE[(value >>> TABLE_SHIFT) | setting] = FAMILIES.indexOf(family);
    setting = (setting - free) & free;
  } while (setting !== 0);
}

/** Whether the word is an instruction that is known here. */
export function isAllocated(word: number): boolean {
  return TABLE[word >>> TABLE_SHIFT] !== LOOK_CLOSER || classOf(word) !== undefined;
}

/** Counts per function, FAMILIES.length numbers for each, in the order of FAMILIES. */
export function censusByFunction(words: Uint32Array, starts: ArrayLike<number>): Uint32Array {
  const counts = new Uint32Array(starts.length * FAMILIES.length);
  for (let index = 0; index < starts.length; index += 1) {
    const end = starts[index + 1] ?? words.length;
    COUNTER.count(words, starts[index] ?? 0, Math.min(end, words.length), counts, index * FAMILIES.length);
  }
  return counts;
}

export function census(words: Uint32Array): Census {
  return censusOf(censusByFunction(words, [0]), 0);
}

/** The counts of one function of `censusByFunction`, by name. */
export function censusOf(counts: Uint32Array, index: number): Census {
  const names = FAMILIES.map((family, place) => [family, counts[index * FAMILIES.length + place] ?? 0]);
  // Object.fromEntries() forgets that these are all the families.
  return Object.fromEntries(names) as Census;
}

const KNOWN_BITS = 15;

/** Remembers the families of words that had to be decoded. */
class Counter {
  readonly #words = new Uint32Array(1 << KNOWN_BITS);
  readonly #families = new Uint8Array(1 << KNOWN_BITS).fill(LOOK_CLOSER);

  count(words: Uint32Array, from: number, to: number, counts: Uint32Array, offset: number): void {
    for (let at = from; at < to; at += 1) {
      const word = words[at] ?? 0;
      let family = TABLE[word >>> TABLE_SHIFT] ?? LOOK_CLOSER;
      if (family === LOOK_CLOSER) {
        const place = Math.imul(word, 0x9e3779b1) >>> (32 - KNOWN_BITS);
        family = this.#families[place] ?? LOOK_CLOSER;
        if (this.#words[place] !== word || family === LOOK_CLOSER) family = this.#look(word, place);
      }
      counts[offset + family] = (counts[offset + family] ?? 0) + 1;
    }
  }

  #look(word: number, place: number): number {
    const family = FAMILIES.indexOf(familyOf(word));
    this.#words[place] = word;
    this.#families[place] = family;
    return family;
  }
}

/** One for all code: what it remembers is true of every program. */
const COUNTER = new Counter();
