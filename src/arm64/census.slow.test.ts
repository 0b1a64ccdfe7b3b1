/** The table behind the census says of every word what familyOf() says. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { census, censusByFunction } from './census.ts';
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
