/** The census is the sum of what is said of each word; the table behind it leaves out nothing. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { census, censusByFunction, censusOf } from './census.ts';
import { FAMILIES, familyOf } from './families.ts';

/** Words by a linear congruential generator, with every upper half in turn. */
function everyUpperHalf(low: (state: number) => number): Uint32Array {
  let state = 20_261_124;
  return Uint32Array.from({ length: 65_536 }, (_, high) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return high * 65_536 + (low(state) & 0xffff);
  });
}

test('census() counts what familyOf() says word by word, whatever the upper half', () => {
  for (const low of [
    () => 0,
    () => 0x7fff,
    () => 0xffff,
    (state: number) => state >>> 16,
    (state: number) => state >>> 13,
  ]) {
    const words = everyUpperHalf(low);
    // Per word, so that two mistakes cannot cancel each other out.
    const counts = censusByFunction(
      words,
      Uint32Array.from(words, (_, index) => index),
    );
    for (const [index, word] of words.entries()) {
      const place = index * FAMILIES.length + FAMILIES.indexOf(familyOf(word));
      if (counts[place] !== 1) assert.equal(word.toString(16), familyOf(word));
    }
    assert.equal(
      Object.values(census(words)).reduce((sum, count) => sum + count),
      words.length,
    );
  }
});

/** One word of each family, by llvm-mc 14 (lse128: by the Arm ARM). */
const EXAMPLES = {
  branch: 0xd65f03c0,
  'load-store': 0xa9bf7bfd,
  integer: 0x910003fd,
  system: 0xd503201f,
  fp: 0x1e602821,
  simd: 0x4ea18400,
  'exclusive-load': 0x885ffc20,
  'exclusive-store': 0xc802fc20,
  ordered: 0xf8bfc020,
  cas: 0x88fbfc64,
  swp: 0xb8a08041,
  ldadd: 0xb8e20003,
  ldclr: 0xf8211002,
  ldeor: 0xf8212002,
  ldset: 0xf8213002,
  'ldmin-ldmax': 0xf8214002,
  lse128: 0x19228061,
  aes: 0x4e284bc0,
  pmull: 0x0ee0e189,
  sha1: 0x5e000020,
  sha2: 0x5e004020,
  sha3: 0xce0f5159,
  sm: 0xcec08420,
  crc: 0x9ac34c41,
  pauth: 0xd503233f,
  bti: 0xd503245f,
  mte: 0x9ac11020,
  sve: 0x04210400,
  undefined: 0xffffffff,
  udf: 0x00000001,
  zero: 0,
} as const;

for (const [family, word] of Object.entries(EXAMPLES)) {
  test(`0x${word.toString(16)} is of the family ${family}`, () => assert.equal(familyOf(word), family));
}

test('censusByFunction() gives each function its own words', () => {
  const counts = censusByFunction(Uint32Array.of(0, 0xd65f03c0, 0xd65f03c0, 0xb8e20003), [1, 3]);
  assert.equal(censusOf(counts, 0).branch, 2);
  assert.equal(censusOf(counts, 1).ldadd, 1);
});
