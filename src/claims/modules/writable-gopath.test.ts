import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { writableGopath } from './writable-gopath.ts';

claimTable(writableGopath, [
  {
    when: 'when a build needs neither',
    outcome: 'refuted',
    evidence: {
      trials: {
        'write-protected bin': sampleTrial({ exits: [1, 0, 1] }),
        'write-protected pkg': sampleTrial({ exits: [1, 0, 1] }),
      },
    },
    saying: 'With bin/ protected a build works and an install fails',
  },
  {
    when: 'when a build needs both',
    outcome: 'confirmed',
    evidence: {
      trials: {
        'write-protected bin': sampleTrial({ exits: [1, 1, 1] }),
        'write-protected pkg': sampleTrial({ exits: [1, 1, 1] }),
      },
    },
  },
  {
    when: 'when the user is root',
    outcome: 'inconclusive',
    evidence: {
      trials: {
        'write-protected bin': sampleTrial({ exits: [0, 0, 0] }),
        'write-protected pkg': sampleTrial({ exits: [0, 0, 0] }),
      },
    },
  },
]);
