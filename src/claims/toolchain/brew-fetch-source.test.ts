import { claimTable } from '../../../test/claim-table.ts';
import { brewFetchSource } from './brew-fetch-source.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
const base = {
  tapInfo: ran('brew tap-info', { exit: 1 }),
  fetchAndHash: ran('brew fetch golang-go', {
    exit: 1,
    stderr: 'Error: No available formula with the name "golang-go"',
  }),
  fetchSource: ran('brew fetch go'),
};

claimTable(brewFetchSource, [
  {
    when: 'when the source is in the cache',
    outcome: 'confirmed',
    evidence: { brew: { ...base, cachedFile: 'x--go1.26.8.src.tar.gz' } },
    saying: 'src.tar.gz',
  },
  {
    when: 'when it is a bottle',
    outcome: 'refuted',
    evidence: { brew: { ...base, cachedFile: 'x--go--1.26.8.arm64_tahoe.bottle.tar.gz' } },
  },
  {
    when: 'when nothing came',
    outcome: 'inconclusive',
    evidence: { brew: { ...base, fetchSource: ran('brew fetch', { exit: 1, stderr: 'curl failed' }) } },
  },
]);
