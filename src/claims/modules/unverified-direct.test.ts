import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { unverifiedDirect } from './unverified-direct.ts';

claimTable(unverifiedDirect, [
  {
    when: 'when the database is asked all the same, as by Go 1.26',
    outcome: 'refuted',
    evidence: {
      trials: { 'fetched directly': sampleTrial({ exits: [0, 0], asked: [['db.test', 'lookup']] }) },
    },
    saying: 'asked db.test; one that GOPRIVATE matches asked no database',
  },
  {
    when: 'when it is not',
    outcome: 'confirmed',
    evidence: { trials: { 'fetched directly': sampleTrial({ exits: [0, 0] }) } },
  },
  { when: 'when the fetch fails', outcome: 'inconclusive', evidence: { trials: {} } },
]);
