import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { directLast } from './direct-last.ts';

claimTable(directLast, [
  {
    when: 'when every list is accepted, as by Go 1.26',
    outcome: 'refuted',
    evidence: {
      trials: {
        'GOPROXY=https://a.test': sampleTrial(),
        'GOPROXY=https://a.test,direct': sampleTrial(),
        'GOPROXY=direct,https://b.test': sampleTrial(),
      },
    },
    saying: '3 of 3 lists are accepted',
  },
  {
    when: 'when only that with direct last is',
    outcome: 'confirmed',
    evidence: {
      trials: {
        'GOPROXY=https://a.test': sampleTrial({ exits: [1] }),
        'GOPROXY=https://a.test,direct': sampleTrial(),
      },
    },
  },
  { when: 'when none works', outcome: 'inconclusive', evidence: { trials: {} } },
]);
