// oxlint-disable no-restricted-globals -- the calendar of Date is the authority here, not the clock
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysBetween } from './days.ts';

test('daysBetween() counts as the calendar of Date does', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [from, to] = [one, other].map((date) => date.toISOString().slice(0, 10));
      assert.equal(
        daysBetween(from ?? '', to ?? ''),
        (Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000,
      );
    }),
  );
});
