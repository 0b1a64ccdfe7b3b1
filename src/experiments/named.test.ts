import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLAIMS } from '../claims/index.ts';
import { PROBES } from '../probes/index.ts';
import { plan } from '../assay/plan.ts';
import { NAMED_EXPERIMENTS } from './named.ts';

test('every named experiment is answered by claims that exist, and measures with the machine to itself', () => {
  for (const { name, claims } of NAMED_EXPERIMENTS) {
    const chosen = claims.map(
      (id) => CLAIMS.find((claim) => claim.id === id) ?? assert.fail(`${name}: ${id}`),
    );
    assert.ok(
      plan(chosen, PROBES).probes.some(({ cost }) => cost.alone),
      name,
    );
  }
});
