import { claimTable } from '../../../test/claim-table.ts';
import { downloadPathAsReuse } from './download-path-as-reuse.ts';
import { vendored } from '../../../test/sample-vendored-builds.ts';
import { ran } from '../../../test/sample-recorded-run.ts';

claimTable(downloadPathAsReuse, [
  {
    when: 'when only extracted directories are named',
    outcome: 'refuted',
    evidence: { builds: vendored() },
    saying: '2 lines',
  },
  {
    when: 'when it is named',
    outcome: 'confirmed',
    evidence: { builds: vendored({ modulePaths: { run: ran('go build'), download: 1, extracted: 2 } }) },
  },
  {
    when: 'when the build fails',
    outcome: 'inconclusive',
    evidence: {
      builds: vendored({
        modulePaths: { run: ran('go build', { exit: 1, stderr: 'no' }), download: 0, extracted: 0 },
      }),
    },
  },
]);
