import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockWarnings } from './clock.ts';

for (const [what, wallMs, elapsedMs, says] of [
  ['nothing of clocks that agree', 5_000, 5_003, undefined],
  ['of a clock that jumped back an hour', -3_595_000, 5_000, 'jumped back by 3600 s'],
  ['of a clock that jumped forward', 65_000, 5_000, 'jumped forward by 60 s'],
] as const) {
  test(`clockWarnings() warns ${what}`, () => {
    const [warning] = clockWarnings(wallMs, elapsedMs);
    assert.equal(warning === undefined, says === undefined);
    if (says !== undefined) assert.ok(warning?.en.includes(says) && warning.zh !== '', warning?.en);
  });
}
