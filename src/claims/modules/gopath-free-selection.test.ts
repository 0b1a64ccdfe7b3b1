import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { gopathFreeSelection } from './gopath-free-selection.ts';

claimTable(gopathFreeSelection, [
  {
    when: 'when all lists are the same',
    outcome: 'confirmed',
    evidence: {
      trials: { 'five GOPATHs': sampleTrial({ exits: [0, 0, 0, 0, 0], stdout: ['a', 'a', 'a', 'a', 'a'] }) },
    },
    saying: 'gave 1 list',
  },
  {
    when: 'when one differs',
    outcome: 'refuted',
    evidence: {
      trials: { 'five GOPATHs': sampleTrial({ exits: [0, 0, 0, 0, 0], stdout: ['a', 'a', 'b', 'a', 'a'] }) },
    },
    saying: 'gave 2 lists',
  },
  { when: 'when they were not made', outcome: 'inconclusive', evidence: { trials: {} } },
]);
