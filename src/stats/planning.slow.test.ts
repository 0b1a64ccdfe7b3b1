/** What is promised to be seen is seen, by simulation. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockedTest } from './blocked.ts';
import { detectableDifference, pairsFor } from './detectable-effect.ts';
import { normalValue, seeded } from './random.ts';

test('detectableDifference() is found in about 80 of 100 experiments, and half of it in far fewer', () => {
  const found = (effect: number): number => {
    const random = seeded(`power ${effect}`);
    let count = 0;
    for (let trial = 0; trial < 200; trial += 1) {
      const blocks = Array.from({ length: 20 }, () => [
        { first: [0], second: [effect + normalValue(random)] },
      ]);
      if (blockedTest(blocks).p <= 0.05) count += 1;
    }
    return count / 200;
  };
  const detectable = detectableDifference(1, 20);
  assert.ok(Math.abs(found(detectable) - 0.8) < 0.09, `${found(detectable)}`);
  assert.ok(found(detectable / 2) < 0.45);
  assert.equal(pairsFor(1, detectable), 20);
  assert.equal(detectableDifference(1, 1), Infinity);
});
