import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { byteOrder } from './byte-order.ts';

test('byteOrder() is the order of UTF-8 bytes, as Buffer.compare has it', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 6 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      assert.equal(Math.sign(byteOrder(one, other)), Buffer.compare(Buffer.from(one), Buffer.from(other)));
    }),
    { numRuns: 500 },
  );
  assert.ok(byteOrder('\u{ff5e}', '\u{1f600}') < 0, 'JavaScript has these two the other way round');
});
