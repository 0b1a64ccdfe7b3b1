import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { anytimeInterval, evidence } from './anytime.ts';
import { bestSplit, changePoints } from './change-points.ts';
import { twoModes } from './modes.ts';
import { mean } from './quantiles.ts';
import { normalValue, seeded } from './random.ts';
import { steadyState } from './steady-state.ts';

const noise = (seed: string, count: number, level = 0): number[] => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => level + normalValue(random));
};

test('bestSplit() is the largest q over all τ and κ, as the paper writes it', () => {
  const distance = (one: readonly number[], other: readonly number[]): number =>
    mean(one.flatMap((a) => other.map((b) => Math.abs(a - b))));
  const within = (part: readonly number[]): number =>
    (distance(part, part) * part.length) / (part.length - 1);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 12 }), (values) => {
      let most = -Infinity;
      for (let tau = 2; tau <= values.length - 2; tau += 1) {
        for (let end = tau + 2; end <= values.length; end += 1) {
          const [left, right] = [values.slice(0, tau), values.slice(tau, end)];
          const energy = 2 * distance(left, right) - within(left) - within(right);
          most = Math.max(most, (energy * left.length * right.length) / (left.length + right.length));
        }
      }
      assert.ok(Math.abs((bestSplit(values, 2)?.weight ?? NaN) - most) < 1e-9);
    }),
  );
});

test('changePoints() finds levels, and neither noise nor a single spike', () => {
  const stepped = [...noise('a', 30), ...noise('b', 30, 6), ...noise('c', 30, -4)];
  assert.deepEqual(
    changePoints(stepped).map(({ index }) => index),
    [30, 60],
  );
  assert.deepEqual(changePoints(noise('d', 60)), []);
  assert.deepEqual(changePoints(noise('e', 40).with(20, 50)), []);
  assert.deepEqual(changePoints(Array.from({ length: 20 }, () => 7)), []);
});

// The series of Apache Otava's own test, tests/change_point_divisive_test.py, and what it finds in it.
test('changePoints() finds the levels that Apache Otava finds in its published test data', () => {
  const published = [0.3, 2.4, 1.5, -0.9, -0.5, 99.7, 98.3, 99.1, 149, 149.7, 149.5, 149.1, 148.8, 150];
  assert.deepEqual(
    changePoints(published).map(({ index }) => index),
    [5, 8],
  );
});

test('steadyState() tells warming up from slowing down, flat and unsteady', () => {
  const at = (level: number, count: number): number[] =>
    noise(`${level}`, count, 0).map((one) => level + one / 10);
  assert.equal(steadyState([...at(130, 10), ...at(100, 30)]).shape, 'warmup');
  assert.equal(steadyState([...at(130, 10), ...at(100, 30)]).steadyFrom, 10);
  assert.equal(steadyState([...at(80, 10), ...at(100, 30)]).shape, 'slowdown');
  assert.equal(steadyState(at(100, 40)).shape, 'flat');
  assert.equal(steadyState([...at(100, 30), ...at(130, 6)]).shape, 'no steady state');
});

test('evidence() is a fair game: averaged over all signs, nobody has gained', () => {
  const sizes = [1, 0.3, 2, 0.7, 1.1, 5, 0.2, 1, 0.6];
  const fortunes = Array.from(
    { length: 2 ** sizes.length },
    (_, signs) => evidence(sizes.map((size, bit) => ((signs >> bit) & 1 ? size : -size))).now,
  );
  assert.ok(Math.abs(mean(fortunes) - 1) < 1e-9, `${mean(fortunes)}`);
  const ever = fortunes.map(
    (_, signs) => evidence(sizes.map((size, bit) => ((signs >> bit) & 1 ? size : -size))).most,
  );
  assert.ok(ever.filter((most) => most >= 20).length / ever.length <= 0.05);
});

test('evidence() decides a large effect in seven pairs, and an even one never', () => {
  assert.equal(evidence([5, 5.1, 4.9, 5.2, 5, 5, 4.8, 5]).reachedAt, 7);
  assert.equal(
    evidence(Array.from({ length: 200 }, (_, index) => (index % 2 ? 1 : -1))).reachedAt,
    undefined,
  );
  assert.equal(evidence([0, 0, 0]).now, 1);
});

test('anytimeInterval() holds what the pairs differ by, narrows, and has no ends before it can', () => {
  const pairs = noise('pairs', 80, 3);
  const [early, late] = [anytimeInterval(pairs.slice(0, 20)), anytimeInterval(pairs)];
  assert.ok(early.low < 3 && 3 < early.high && late.low < 3 && 3 < late.high);
  assert.ok(late.high - late.low < early.high - early.low);
  assert.deepEqual([anytimeInterval([1, 2]).low, anytimeInterval([]).high], [-Infinity, Infinity]);
});

test('twoModes() sees two clusters, and none in noise or in one spike', () => {
  const both = [...noise('f', 20, 100), ...noise('g', 10, 130)];
  assert.ok(Math.abs((twoModes(both)?.share ?? 0) - 1 / 3) < 1e-9);
  assert.equal(twoModes(noise('h', 200, 100)), undefined);
  assert.equal(twoModes([...noise('i', 20), 99]), undefined);
  assert.equal(twoModes([1, 1, 1, 2, 2]), undefined);
});
