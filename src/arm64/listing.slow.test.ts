/** The listing says what disassemble() says, line by line, in whichever pieces and orders words come. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { disassemble } from './lookup.ts';
import { lister } from './listing.ts';

function listed(words: Uint32Array, address: number): string {
  return Array.from(lister()(words, address), (piece) => new TextDecoder('utf-8').decode(piece)).join('');
}

const hexadecimal = (value: number | bigint): string => BigInt.asUintN(64, BigInt(value)).toString(16);

/** What makes a word's text differ in length or kind: immediates, targets, register lists, no text at all. */
const word = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc
    .tuple(
      fc.constantFrom(
        0x14,
        0x94,
        0x54,
        0x34,
        0xb6,
        0x18,
        0xdc,
        0x10,
        0x90,
        0x74,
        0xf9,
        0x91,
        0xa9,
        0xd2,
        0xf2,
      ),
      fc.nat(0xffffff),
    )
    .map(([top, rest]) => top * 0x1000000 + rest),
);

test('lister() writes what disassemble() writes, a line per word', () => {
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 60 }),
      fc.oneof(fc.nat(0x2000), fc.nat(0x7fffffff), fc.constant(0x1_0000_0f00), fc.constant(2 ** 47)),
      (some, place) => {
        const words = Uint32Array.from([...some, ...some.toReversed()]);
        const start = place - (place % 4);
        const expected = Array.from(words, (value, index) => {
          const address = start + index * 4;
          const text = disassemble(value, address) ?? '<unknown>';
          return `${hexadecimal(address).padStart(8)}: ${hexadecimal(value).padStart(8, '0')}  ${text}\n`;
        });
        assert.equal(listed(words, start), expected.join(''));
      },
    ),
    { numRuns: 300 },
  );
});

test('lister() says the same of a word whether it comes first or again, in a code of a million words', () => {
  let state = 1;
  // Few registers and many immediates, so that texts are displaced and come back.
  const words = Uint32Array.from({ length: 1_000_000 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (0xf9400000 | ((state >>> 8) & 0x3ffc63)) >>> 0;
  });
  let line = 0;
  for (const piece of lister({ digits: false })(words, 0x400000)) {
    for (const text of new TextDecoder('latin1').decode(piece).trimEnd().split('\n')) {
      if (line % 97 === 0) {
        const address = 0x400000 + line * 4;
        assert.equal(text, `${hexadecimal(address).padStart(8)}:  ${disassemble(words[line] ?? 0, address)}`);
      }
      line += 1;
    }
  }
  assert.equal(line, words.length);
});
