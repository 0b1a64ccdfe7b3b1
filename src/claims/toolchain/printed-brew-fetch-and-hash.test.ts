import { claimTable } from '../../../test/claim-table.ts';
import { printedBrewFetchAndHash } from './printed-brew-fetch-and-hash.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
const base = {
  tapInfo: ran('brew tap-info', { exit: 1 }),
  fetchAndHash: ran('brew fetch golang-go', {
    exit: 1,
    stderr: 'Error: No available formula with the name "golang-go"',
  }),
  fetchSource: ran('brew fetch go'),
};

claimTable(printedBrewFetchAndHash, [
  {
    when: 'when there is no such formula',
    outcome: 'refuted',
    evidence: { brew: base },
    saying: 'No available formula',
  },
  {
    when: 'when the declared digest is printed',
    outcome: 'confirmed',
    evidence: {
      brew: {
        ...base,
        declaredSha256: 'c'.repeat(64),
        fetchAndHash: ran('brew', { stdout: `${'c'.repeat(64)}  go.tar.gz` }),
      },
    },
  },
  {
    when: 'when it hangs',
    outcome: 'inconclusive',
    evidence: { brew: { ...base, fetchAndHash: ran('brew', { trouble: 'timed out' }) } },
  },
]);
