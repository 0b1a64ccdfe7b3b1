import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockedDifference, blockedTest } from '../src/stats/blocked.ts';
import { seeded } from '../src/stats/random.ts';

/** A pair for each round: the second is larger by `effect` of its noise's spread. */
function rounds(count: number, effect: number, seed: string) {
  const random = seeded(seed);
  const noise = (): number =>
    Array.from({ length: 12 }, () => random.below(1000) / 1000).reduce((a, b) => a + b) - 6;
  return [Array.from({ length: count }, () => ({ first: [noise()], second: [noise() + effect] }))];
}

// The authority is the definition: deal the places of each round again, many times, and count.
test('with many rounds p is that of dealing again by chance', () => {
  for (const [effect, seed] of [
    [0, 'a'],
    [0.2, 'b'],
    [0.3, 'c'],
  ] as const) {
    const blocks = rounds(100, effect, seed);
    const { p } = blockedTest(blocks);
    const level = blocks.flat().map(({ first, second }) => [first[0] ?? 0, second[0] ?? 0] as const);
    const all = level.flat();
    const centre = all.reduce((a, b) => a + b) / all.length;
    const order = all.map((value) => value - centre);
    const sorted = order.toSorted((a, b) => a - b);
    const ranks = level.map(([a, b]) => [sorted.indexOf(a - centre), sorted.indexOf(b - centre)] as const);
    const differences = ranks.map(([a, b]) => b - a);
    const observed = Math.abs(differences.reduce((a, b) => a + b));
    const random = seeded(`again ${seed}`);
    const deals = 20_000;
    let asFar = 0;
    for (let deal = 0; deal < deals; deal += 1)
      if (
        Math.abs(differences.reduce((sum, one) => sum + (random.below(2) === 0 ? one : -one), 0)) >= observed
      )
        asFar += 1;
    assert.ok(Math.abs(p - asFar / deals) < 0.015, `${p} and ${asFar / deals}`);
  }
});

test('intervals of 80 rounds hold the difference as often as they say', () => {
  const held = Array.from({ length: 40 }, (_, index) => {
    const { low, high } = blockedDifference(rounds(80, 1, `interval ${index}`));
    return low < 1 && high > 1;
  }).filter(Boolean).length;
  // Binomial with 0.95: fewer than 34 of 40 happens once in 700 times.
  assert.ok(held >= 34, `${held} of 40`);
});
