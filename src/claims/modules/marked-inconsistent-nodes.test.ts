import { claimTable } from '../../../test/claim-table.ts';
import { markedInconsistentNodes } from './marked-inconsistent-nodes.ts';

const PLANTED = [
  { change: 'a vendored file changed', module: 'one.example/lib', marked: ['one.example/lib'] },
  { change: 'a stale version', module: 'four.example/lib', marked: ['four.example/lib'] },
];

claimTable(markedInconsistentNodes, [
  {
    when: 'when each is marked where it is',
    outcome: 'confirmed',
    evidence: { graphs: { pristine: [], planted: PLANTED } },
    saying: 'All 2 planted inconsistencies',
  },
  {
    when: 'when another module is marked as well',
    outcome: 'refuted',
    evidence: {
      graphs: {
        pristine: [],
        planted: [
          {
            change: 'a file changed',
            module: 'one.example/lib',
            marked: ['one.example/lib', 'two.example/lib'],
          },
        ],
      },
    },
    saying: 'a file changed in one.example/lib marks one.example/lib, two.example/lib',
  },
  {
    when: 'when something is marked that nobody changed',
    outcome: 'refuted',
    evidence: { graphs: { pristine: ['one.example/lib'], planted: PLANTED } },
  },
  {
    when: 'when nothing was planted',
    outcome: 'inconclusive',
    evidence: { graphs: { pristine: [], planted: [] } },
  },
]);
