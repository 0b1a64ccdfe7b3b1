import { claimTable } from '../../../test/claim-table.ts';
import { pollutedBrewCache } from './polluted-brew-cache.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
const base = {
  tapInfo: ran('brew tap-info', { exit: 1 }),
  fetchAndHash: ran('brew fetch golang-go', {
    exit: 1,
    stderr: 'Error: No available formula with the name "golang-go"',
  }),
  fetchSource: ran('brew fetch go'),
};
const changed = {
  hash: ran('shasum', { stdout: `${'d'.repeat(64)}  go` }),
  audit: ran('brew audit go'),
  fetch: ran('brew fetch', { exit: 1, stderr: 'Error: SHA-256 mismatch' }),
};

claimTable(pollutedBrewCache, [
  {
    when: 'when shasum prints a digest and is content',
    outcome: 'refuted',
    evidence: { brew: { ...base, changed } },
    saying: 'exits 0',
  },
  {
    when: 'when it fails',
    outcome: 'confirmed',
    evidence: {
      brew: { ...base, changed: { ...changed, hash: ran('shasum', { exit: 1, stderr: 'FAILED' }) } },
    },
  },
  { when: 'when there was nothing to change', outcome: 'inconclusive', evidence: { brew: base } },
]);
