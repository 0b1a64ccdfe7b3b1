import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { printedGosumdb } from './printed-gosumdb.ts';

claimTable(printedGosumdb, [
  {
    when: 'when Go rejects the value, as 1.26',
    outcome: 'refuted',
    evidence: {
      trials: {
        'all printed settings': sampleTrial({
          exits: [1],
          stderr: 'go: downloading\ngo: invalid GOSUMDB: malformed verifier id',
        }),
      },
    },
    saying: 'no database was asked: go: invalid GOSUMDB',
  },
  {
    when: 'when the database is asked',
    outcome: 'confirmed',
    evidence: {
      trials: { 'all printed settings': sampleTrial({ asked: [['sumdb.internal.company', 'lookup']] }) },
    },
  },
]);
