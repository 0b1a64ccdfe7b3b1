import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { printedGocache } from './printed-gocache.ts';

claimTable(printedGocache, [
  {
    when: 'when only the new cache is written',
    outcome: 'confirmed',
    evidence: {
      vendor: { 'the printed GOCACHE': sampleTrial({ exits: [0, 1], entries: ['tmp/go-build-cache/'] }) },
    },
  },
  {
    when: 'when the default is written',
    outcome: 'refuted',
    evidence: {
      vendor: {
        'the printed GOCACHE': sampleTrial({
          exits: [0, 1],
          entries: ['tmp/go-build-cache/', 'default-cache/'],
        }),
      },
    },
  },
]);
