import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { slowChecksFewerHits } from './slow-checks-fewer-hits.ts';

claimTable(slowChecksFewerHits, [
  {
    when: 'when the delay changes nothing',
    outcome: 'refuted',
    evidence: {
      vendor: {
        'half a module cache': sampleTrial({
          exits: [0, 0, 0, 0],
          asked: [['a.test', 'zip', 1, 'three.test/lib']],
        }),
        'half a module cache, slow checks': sampleTrial({
          exits: [0, 0, 0, 0],
          asked: [['a.test', 'zip', 1, 'three.test/lib']],
        }),
      },
    },
    saying: '3 were found with quick checks and 3 with slow ones',
  },
  {
    when: 'when fewer are found',
    outcome: 'confirmed',
    evidence: {
      vendor: {
        'half a module cache': sampleTrial({
          exits: [0, 0, 0, 0],
          asked: [['a.test', 'zip', 1, 'three.test/lib']],
        }),
        'half a module cache, slow checks': sampleTrial({
          exits: [0, 0, 0, 0],
          asked: [
            ['a.test', 'zip', 1, 'three.test/lib'],
            ['a.test', 'zip', 1, 'four.test/lib'],
          ],
        }),
      },
    },
  },
  { when: 'when a build fails', outcome: 'inconclusive', evidence: { vendor: {} } },
]);
