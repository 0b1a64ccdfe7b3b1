import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { namedSumdbUrl } from './named-sumdb-url.ts';

claimTable(namedSumdbUrl, [
  {
    when: 'when Go knows no such key, as 1.26',
    outcome: 'refuted',
    evidence: {
      trials: {
        'the printed example': sampleTrial({ exits: [1], stderr: 'invalid GOSUMDB: malformed verifier id' }),
        'the printed example with its key': sampleTrial(),
      },
    },
    saying: 'malformed verifier id',
  },
  {
    when: 'when the named database is asked',
    outcome: 'confirmed',
    evidence: { trials: { 'the printed example': sampleTrial({ asked: [['db.test', 'lookup']] }) } },
  },
  {
    when: 'when nothing works',
    outcome: 'inconclusive',
    evidence: {
      trials: {
        'the printed example': sampleTrial({ exits: [1] }),
        'the printed example with its key': sampleTrial({ exits: [1] }),
      },
    },
  },
]);
