import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleObservations } from '../../test/sample-observations.ts';
import type { Observations } from '../evidence/observations.ts';
import { settingTexts } from './telling.ts';

const TIMES = [10, 11, 12];

/** Texts on an experiment whose arms spent these shares of their time on performance cores. */
function told(shares: readonly [number, number] | undefined, design: Partial<Observations['design']> = {}) {
  const observations = sampleObservations(TIMES, TIMES, (run) => ({
    ...run,
    ...(shares && { performanceShare: shares[run.arm] }),
  }));
  return settingTexts({ ...observations, design: { ...observations.design, ...design } }).map(({ en }) => en);
}

test('where the runs ran is told when it differs between the arms, or was wished for', () => {
  assert.deepEqual(told([0.98, 0.95]), []);
  assert.match(told([0.98, 0.6])[0] ?? '', /performance cores: A 98 %, B 60 %/);
  assert.match(told([0.02, 0.04], { cores: 'efficiency' })[0] ?? '', /no confinement: up to 4 %/);
  assert.deepEqual(told(undefined, { cores: 'efficiency' }), []);
});

test('a wish that the system does not hear is told in its words', () => {
  const observations = sampleObservations(TIMES, TIMES, (run) => ({ ...run, biased: 'not on Linux' }));
  assert.deepEqual(
    settingTexts(observations).map(({ en }) => en),
    ['not on Linux'],
  );
});
