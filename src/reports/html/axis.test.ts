import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ratioScale } from './axis.ts';

const RANGE = [0, 100] as const;

test('ratioScale() gives equal factors equal room where ratios lie far apart', () => {
  const { at, marks } = ratioScale([1, 240], RANGE);
  assert.ok(Math.abs(at(10) - at(1) - (at(100) - at(10))) < 0.2);
  assert.deepEqual(marks, [1, 2, 5, 10, 20, 50, 100, 200]);
  assert.deepEqual(ratioScale([0.02, 5000], RANGE).marks, [0.1, 1, 10, 100, 1000]);
});

test('ratioScale() gives equal differences equal room where they do not, or where one is no ratio', () => {
  for (const values of [
    [0.9, 1.6],
    [-1, 40],
    [0, 40],
  ]) {
    const [low = 0, high = 0] = values;
    const { at } = ratioScale(values, RANGE);
    const middle = (low + high) / 2;
    assert.ok(Math.abs(at(middle) - at(low) - (at(high) - at(middle))) < 0.3);
  }
});
