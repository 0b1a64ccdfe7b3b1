import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { tableGosumdb } from './table-gosumdb.ts';

claimTable(tableGosumdb, [
  {
    when: 'when Go knows no such key, as 1.26',
    outcome: 'refuted',
    evidence: {
      trials: {
        'the printed table': sampleTrial({ exits: [1], stderr: 'invalid GOSUMDB: malformed verifier id' }),
        'the printed example with its key': sampleTrial(),
      },
    },
    saying: 'malformed verifier id',
  },
  {
    when: 'when the named database is asked',
    outcome: 'confirmed',
    evidence: { trials: { 'the printed table': sampleTrial({ asked: [['db.test', 'lookup']] }) } },
  },
  {
    when: 'when nothing works',
    outcome: 'inconclusive',
    evidence: {
      trials: {
        'the printed table': sampleTrial({ exits: [1] }),
        'the printed example with its key': sampleTrial({ exits: [1] }),
      },
    },
  },
]);
