/** Every arrangement counted one by one: what the fast counting must equal to the last digit or so. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { blockedDifference, blockedRatio, blockedTest, type Block } from './blocked.ts';
import { mannWhitney } from './mann-whitney.ts';
import { rank } from './ranks.ts';

const close = (one: number, other: number): void =>
  assert.ok(Math.abs(one - other) <= 1e-12, `${one} is not ${other}`);

/** All ways to choose `size` of `count` places. */
function* choices(count: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  for (let first = from; first <= count - size && size > 0; first += 1)
    for (const rest of choices(count, size - 1, first + 1)) yield [first, ...rest];
}

function sumOf(values: readonly number[], places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (values[place] ?? 0), 0);
}

const fewValues = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 6 });

test('mannWhitney() is the share of arrangements as far from the middle, ties and unequal groups or not', () => {
  fc.assert(
    fc.property(fewValues, fewValues, (first, second) => {
      const { doubled, tieSizes } = rank([...first, ...second]);
      fc.pre(tieSizes.length > 1);
      const expected = first.length * (first.length + second.length + 1);
      const seen = Math.abs(sumOf(doubled, [...first.keys()]) - expected);
      const all = [...choices(doubled.length, first.length)];
      const far = all.filter((places) => Math.abs(sumOf(doubled, places) - expected) >= seen);
      close(mannWhitney(first, second).p, far.length / all.length);
    }),
  );
});

test('mannWhitney() shows benchstat’s number beside its own, which may exceed 1', () => {
  // 9 + 5 values, printed as p=1.451 by benchstat v0.0.0-20260908200009; every arrangement is as far: p = 1.
  const found: { p: number; doubled: number }[] = [];
  fc.assert(
    fc.property(fewValues, fewValues, (first, second) => {
      const { p, oneTailDoubled } = mannWhitney(first, second);
      if (oneTailDoubled > 1) found.push({ p, doubled: oneTailDoubled });
      assert.ok(p <= 1);
      if (first.length === second.length) close(Math.min(1, oneTailDoubled), p);
    }),
    { numRuns: 500, seed: 1 },
  );
  assert.ok(found.length > 0);
});

const block: fc.Arbitrary<Block> = fc.array(
  fc.record({
    first: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 2 }),
    second: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 2 },
);

test('blockedTest() is the share of deals within rounds as far from the middle', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
      const aligned = blocks.flatMap((rounds) => {
        const all = rounds.flatMap(({ first, second }) => [...first, ...second]);
        const level = all.reduce((sum, value) => sum + value, 0) / all.length;
        return all.map((value) => Number((value - level).toPrecision(12)));
      });
      const { doubled } = rank(aligned);
      let at = 0;
      let [deals, expected, seen] = [[0], 0, 0];
      for (const { first, second } of blocks.flat()) {
        const ranks = doubled.slice(at, (at += first.length + second.length));
        seen += sumOf(ranks.slice(first.length), [...second.keys()]);
        expected += (sumOf(ranks, [...ranks.keys()]) / ranks.length) * second.length;
        const sums = [...choices(ranks.length, second.length)].map((places) => sumOf(ranks, places));
        deals = deals.flatMap((sum) => sums.map((more) => sum + more));
      }
      const far = deals.filter((sum) => Math.abs(sum - expected) >= Math.abs(seen - expected) - 1e-6);
      close(blockedTest(blocks).p, far.length / deals.length);
    }),
    { numRuns: 60 },
  );
});

test('blockedDifference() leaves out 0 exactly when the test rejects, and holds its estimate', () => {
  const value = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 6, maxLength: 12 }), (pairs) => {
      const blocks = pairs.map(([first, second]) => [{ first: [first], second: [second] }]);
      const { low, high, estimate, p } = blockedDifference(blocks);
      assert.ok(low <= estimate && estimate <= high);
      if (p > 0.051) assert.ok(low <= 1e-6 && high >= -1e-6, `${p}: ${low} to ${high}`);
      if (p < 0.05) assert.ok(low >= -1e-6 || high <= 1e-6, `${p}: ${low} to ${high}`);
    }),
    { numRuns: 15 },
  );
});

test('blockedRatio() finds the factor under any drift, and says when so few runs can show nothing', () => {
  const drifting = [100, 130, 90, 200, 150, 70, 80].map((level): Block => [
    { first: [level], second: [level * 1.25] },
  ]);
  const { estimate, low, high, p } = blockedRatio(drifting);
  for (const value of [estimate, low, high]) assert.ok(Math.abs(value - 1.25) < 1e-3, `${value}`);
  close(p, 2 / 2 ** 7);
  const few = blockedRatio(drifting.slice(0, 3));
  assert.deepEqual([few.low, few.high, few.doubts[0]?.doubt], [0, Infinity, 'unreachable-level']);
  assert.equal(blockedRatio([[{ first: [0], second: [1] }]]).doubts[0]?.doubt, 'not-positive');
});
