import { claimTable } from '../../../test/claim-table.ts';
import { around, sampleArms } from '../../../test/sample-arms.ts';
import { crossClusterMutexTail } from './cross-cluster-mutex-tail.ts';

const TAIL = 'MutexContended p99-sec';

function mutex(within: number, across: number, processors = 4) {
  const reported = (centre: number) =>
    around(centre, 30).map((value) => ({ [TAIL]: value * 1e-9, 'MutexContended processors': processors }));
  const arms = [
    { name: 'within', reported: reported(within) },
    { name: 'across', reported: reported(across).toReversed() },
  ];
  return {
    shared: 'L2',
    clusters: [
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ],
    within: [0, 1, 2, 3],
    across: [0, 1, 4, 5],
    areAlike: true,
    observations: sampleArms(arms, TAIL),
  };
}

claimTable(crossClusterMutexTail, [
  {
    when: 'when the tail is longer across clusters',
    outcome: 'confirmed',
    evidence: { mutex: mutex(300, 900) },
    saying: '3 times as long as on 0, 1, 2, 3',
  },
  { when: 'when it is shorter', outcome: 'refuted', evidence: { mutex: mutex(900, 300) } },
  { when: 'when they are alike', outcome: 'inconclusive', evidence: { mutex: mutex(300, 300.05) } },
  {
    when: 'when a run was not confined',
    outcome: 'inconclusive',
    evidence: { mutex: mutex(300, 900, 8) },
    saying: '8 processors instead of 4',
  },
]);
