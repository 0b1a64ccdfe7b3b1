import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalValue, seeded } from './random.ts';
import { relativeSpreadRatio } from './spread-ratio.ts';

/** Thirty values, lognormal around `centre`; with heavy tails on request. */
function sample(
  random: ReturnType<typeof seeded>,
  centre: number,
  sigma: number,
  isHeavy: boolean,
): number[] {
  return Array.from({ length: 30 }, () => {
    const tail = isHeavy && random.below(10) === 0 ? 5 : 1;
    return centre * Math.exp(sigma * tail * normalValue(random));
  });
}

for (const isHeavy of [false, true]) {
  test(`the interval of the ratio holds the truth in about 95 of 100 trials, ${isHeavy ? 'heavy tails' : 'normal'}`, () => {
    const random = seeded(`spread ${isHeavy}`);
    let [held, larger] = [0, 0];
    const trials = 600;
    for (let trial = 0; trial < trials; trial += 1) {
      const first = sample(random, 50, 0.02, isHeavy);
      const second = sample(random, 4000, 0.034, isHeavy); // 1.7 times as far, at another size
      const { low, high } = relativeSpreadRatio(first, second);
      if (low <= 1.7 && 1.7 <= high) held += 1;
      if (low > 1) larger += 1;
    }
    assert.ok(held / trials > 0.92 && held / trials < 0.98, `${held / trials}`);
    assert.ok(larger / trials > 0.3, `${larger / trials}`);
  });
}

test('samples that are all the same have no spread to compare', () => {
  assert.equal(relativeSpreadRatio([1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6]).high, Infinity);
});
