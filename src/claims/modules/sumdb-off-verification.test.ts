import { claimTable } from '../../../test/claim-table.ts';
import { sumdbOffVerification } from './sumdb-off-verification.ts';
import { vendored } from '../../../test/sample-vendored-builds.ts';
import { ran } from '../../../test/sample-recorded-run.ts';

claimTable(sumdbOffVerification, [
  {
    when: 'when go finds the mismatch',
    outcome: 'refuted',
    evidence: { builds: vendored() },
    saying: 'checksum mismatch',
  },
  {
    when: 'when the build goes through',
    outcome: 'confirmed',
    evidence: { builds: vendored({ changedSum: ran('go build') }) },
  },
  {
    when: 'when it fails otherwise',
    outcome: 'inconclusive',
    evidence: { builds: vendored({ changedSum: ran('go build', { exit: 1, stderr: 'disk full' }) }) },
    saying: 'disk full',
  },
]);
