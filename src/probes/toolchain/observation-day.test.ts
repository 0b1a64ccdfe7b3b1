import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../../host/fake.ts';
import { observationDayProbe } from './observation-day.ts';

const INQUIRY = { only: [], profile: 'quick' as const, online: false };

test('observation-day is the day of the machine’s clock, in UTC', async () => {
  const host = { ...fakeHost(), now: () => Date.UTC(2027, 0, 31, 23, 59) };
  const fact = await observationDayProbe.gather(host, {}, INQUIRY);
  assert.ok(fact.state === 'known' && fact.value.day === '2027-01-31');
});
