/**
 * The four meters of a real run with the Go on PATH: what goassay concludes, and what it says of the
 * trace against what golang.org/x/exp/trace says of it is in trace-oracle.test.ts.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportSchema } from '../src/model/report.ts';
import { goassay, NEEDS_GO, place } from './goassay.ts';

test(
  'gctrace, runtime/metrics, MemStats and the trace agree on every collection of a real run',
  NEEDS_GO,
  () => {
    const { status, stdout, stderr } = goassay(
      ['run', '--profile', 'full', '--only', 'reconciled-gc-meters', '--json', '--out', 'out'],
      { directory: place('gc-meters') },
    );
    assert.equal(status, 0, stderr);
    const [finding] = reportSchema.parse(JSON.parse(stdout)).findings;
    assert.ok(finding);
    const { outcome, because, figures } = finding.verdict;
    assert.equal(outcome, 'confirmed', because.en);
    // A hundred forced and a hundred automatic ones; the readings nest, so that noise takes none away.
    const [, agreeing, cycles] = /^(\d+) of (\d+) collections/.exec(because.en) ?? [];
    assert.ok(Number(cycles) >= 200 && Number(agreeing) >= 0.99 * Number(cycles), because.en);
    assert.deepEqual(
      figures.map((figure) => (figure.type === 'table' ? figure.rows.length : 0)),
      [4, 7],
    );
  },
);
