import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { moduleCacheByTarget } from './module-cache-by-target.ts';

claimTable(moduleCacheByTarget, [
  {
    when: 'when both targets find the same',
    outcome: 'refuted',
    evidence: {
      vendor: {
        'half a module cache': sampleTrial({
          exits: [0, 0, 0, 0],
          asked: [
            ['a.test', 'zip', 1, 'three.test/lib'],
            ['a.test', 'zip', 1, 'four.test/lib'],
            ['a.test', 'zip', 3, 'three.test/lib'],
            ['a.test', 'zip', 3, 'four.test/lib'],
          ],
        }),
      },
    },
    saying: '2 were found for arm64 and 2 for amd64',
  },
  {
    when: 'when arm64 finds fewer',
    outcome: 'confirmed',
    evidence: {
      vendor: {
        'half a module cache': sampleTrial({
          exits: [0, 0, 0, 0],
          asked: [
            ['a.test', 'zip', 1, 'two.test/lib'],
            ['a.test', 'zip', 1, 'three.test/lib'],
            ['a.test', 'zip', 1, 'four.test/lib'],
            ['a.test', 'zip', 3, 'three.test/lib'],
            ['a.test', 'zip', 3, 'four.test/lib'],
          ],
        }),
      },
    },
  },
  { when: 'when a build fails', outcome: 'inconclusive', evidence: { vendor: {} } },
]);
