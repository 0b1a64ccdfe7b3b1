import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallestSample } from './order-statistic-interval.ts';
import { neededFor, quantile } from './quantiles.ts';
import { repetitions } from './variance-components.ts';

test('a percentile of too few values is not told: p99 takes 500', () => {
  assert.deepEqual([0.5, 0.9, 0.95, 0.99, 0.999, 0.01].map(neededFor), [10, 50, 100, 500, 5000, 500]);
  const values = Array.from({ length: 499 }, (_, index) => index);
  assert.equal(quantile(values, 0.99).value, undefined);
  assert.equal(quantile(values, 0.99).doubts[0]?.doubt, 'percentile-beyond-sample');
  assert.ok(Math.abs((quantile([...values, 499], 0.99).value ?? 0) - 494.01) < 1e-9);
});

test('smallestSample() is benchstat’s: 6 at 95 %, and 299 for an upper bound of p99', () => {
  assert.deepEqual(
    [smallestSample(0.5, 0.95), smallestSample(0.5, 0.99), smallestSample(0.99, 0.95)],
    [6, 8, 299],
  );
});

test('repetitions() are the cheapest for what they give, as trying them all shows', () => {
  const cost = { build: 30, process: 1, iteration: 0.02 };
  for (const [build, process, iteration] of [
    [1, 1, 1],
    [0.1, 2, 9],
    [4, 0.5, 0.1],
  ] as const) {
    const price = (processes: number, iterations: number): number =>
      (build + process / processes + iteration / (processes * iterations)) *
      (cost.build + processes * (cost.process + iterations * cost.iteration));
    const chosen = repetitions({ build, process, iteration }, cost);
    let least = Infinity;
    for (let p = 1; p <= 40; p += 1) for (let i = 1; i <= 60; i += 1) least = Math.min(least, price(p, i));
    assert.ok(price(chosen.processes, chosen.iterations) <= 1.02 * least, JSON.stringify(chosen));
  }
  assert.deepEqual(repetitions({ build: 1, process: 0, iteration: 1 }, cost), {
    processes: 1,
    iterations: 1000,
  });
});
