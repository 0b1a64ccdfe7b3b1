import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { vendorShareByTarget } from './vendor-share-by-target.ts';

claimTable(vendorShareByTarget, [
  {
    when: 'when all come from vendor/ for both',
    outcome: 'refuted',
    evidence: {
      vendor: {
        'vendored for two targets': sampleTrial({
          exits: [0, 0, 0, 0],
          stdout: [
            '',
            '',
            'one.test/lib /w/vendor/one.test/lib\napp.test /w\n',
            'one.test/lib /w/vendor/one.test/lib\napp.test /w\n',
          ],
        }),
      },
    },
    saying: '1 of 1 third-party packages come from vendor/ for arm64, 1 of 1 for amd64',
  },
  {
    when: 'when one target takes fewer',
    outcome: 'confirmed',
    evidence: {
      vendor: {
        'vendored for two targets': sampleTrial({
          exits: [0, 0, 0, 0],
          stdout: [
            '',
            '',
            'one.test/lib /w/vendor/one.test/lib\napp.test /w\n',
            'one.test/lib /cache/one.test/lib\n',
          ],
        }),
      },
    },
  },
  { when: 'when nothing was listed', outcome: 'inconclusive', evidence: { vendor: {} } },
]);
