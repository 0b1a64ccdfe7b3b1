import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { vendorListChecksums } from './vendor-list-checksums.ts';

claimTable(vendorListChecksums, [
  {
    when: 'when neither is there, as with Go 1.26',
    outcome: 'refuted',
    evidence: {
      vendor: {
        'vendored for two targets': sampleTrial({
          exits: [0, 0, 0, 0, 0, 0],
          stdout: ['', '', '', '', 'app.test one.test/lib@v1.0.0\n', '# one.test/lib v1.0.0\n'],
        }),
      },
    },
  },
  {
    when: 'when both are',
    outcome: 'confirmed',
    evidence: {
      vendor: {
        'vendored for two targets': sampleTrial({
          exits: [0, 0, 0, 0, 0, 0],
          stdout: ['', '', '', '', 'app.test fmt\n', '# one.test/lib v1.0.0 h1:abc=\n'],
        }),
      },
    },
  },
  { when: 'when nothing could be read', outcome: 'inconclusive', evidence: { vendor: {} } },
]);
