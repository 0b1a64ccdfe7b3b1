import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { cachedWhenVerified } from './cached-when-verified.ts';

claimTable(cachedWhenVerified, [
  {
    when: 'when the forged module is refused',
    outcome: 'confirmed',
    evidence: {
      trials: {
        'an honest and a forged module': sampleTrial({
          exits: [0, 1],
          entries: ['gopath/pkg/mod/open.test/lib@v1.2.0/'],
          stderr: 'checksum mismatch',
        }),
      },
    },
    saying: 'checksum mismatch',
  },
  {
    when: 'when it is unpacked',
    outcome: 'refuted',
    evidence: {
      trials: {
        'an honest and a forged module': sampleTrial({
          exits: [0, 1],
          entries: [
            'gopath/pkg/mod/open.test/lib@v1.2.0/',
            'gopath/pkg/mod/git.internal.company/team/lib@v1.0.0/',
          ],
        }),
      },
    },
  },
]);
