import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { featureOf, mayNeedFeature } from './lookup.ts';

test('mayNeedFeature() passes over no word that needs a feature', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), (word) => {
      assert.ok(featureOf(word) === undefined || mayNeedFeature(word), word.toString(16));
    }),
    { numRuns: 50_000 },
  );
  // Every leading half, with the operand bits at both ends: what a table of 31:21 can get wrong.
  for (let high = 0; high < 2 ** 16; high += 1)
    for (const low of [0, 0x7c00, 0xffff]) {
      const word = ((high << 16) | low) >>> 0;
      assert.ok(featureOf(word) === undefined || mayNeedFeature(word), word.toString(16));
    }
});
