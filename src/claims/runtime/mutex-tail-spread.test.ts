import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimTable } from '../../../test/claim-table.ts';
import { sampleTimings } from '../../../test/sample-timings.ts';
import { figureTable } from '../../reports/figure-table.ts';
import { tailByProcessors } from './mutex-tail-by-processors.ts';
import { mutexTailSpread } from './mutex-tail-spread.ts';

const TAIL = 'MutexContended p99-sec';

/** Thirty p99 around 60 ns, `spread` of that up and down. */
function tails(goarch: string, spread: number) {
  const sample = sampleTimings(goarch, TAIL, 60);
  const runs = sample.observations.runs.map((run, index) => ({
    ...run,
    reported: { [TAIL]: 60e-9 * Math.exp(spread * Math.sin(2.4 * index)) },
  }));
  return { ...sample, observations: { ...sample.observations, runs } };
}

claimTable(mutexTailSpread, [
  {
    when: 'when arm64 is spread further',
    outcome: 'confirmed',
    evidence: { here: tails('amd64', 0.02), elsewhere: tails('arm64', 0.1) },
    saying: '5 times as far',
  },
  {
    when: 'when arm64 is spread less',
    outcome: 'refuted',
    evidence: { here: tails('arm64', 0.02), elsewhere: tails('amd64', 0.1) },
  },
  {
    when: 'when they are spread alike',
    outcome: 'inconclusive',
    evidence: { here: tails('arm64', 0.1), elsewhere: tails('amd64', 0.1) },
  },
  {
    when: 'with one report only',
    outcome: 'inconclusive',
    evidence: { here: tails('arm64', 0.1), elsewhere: undefined },
    saying: 'one report says nothing',
  },
]);

test('the tail is told by GOMAXPROCS, in its order, where the specimen asked', () => {
  const sample = tails('arm64', 0);
  assert.deepEqual(tailByProcessors([sample]), []);
  const runs = sample.observations.runs.map((run, index) => ({
    ...run,
    reported: {
      'MutexContended/procs=16 p99-sec': 900e-9,
      'MutexContended/procs=2 p99-sec': (index % 3) * 1e-9,
    },
  }));
  const [figure] = tailByProcessors([{ ...sample, observations: { ...sample.observations, runs } }]);
  assert.ok(figure);
  assert.deepEqual(
    figureTable(figure).rows.map((row) => row.slice(1).map(({ en }) => en)),
    [
      ['2', '0', '1', '2'],
      ['16', '900', '900', '900'],
    ],
  );
});
