import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { lookupEndpoint } from './lookup-endpoint.ts';

claimTable(lookupEndpoint, [
  {
    when: 'when lookups and tiles are needed, as by Go 1.26',
    outcome: 'confirmed',
    evidence: {
      trials: {
        'a keyed database': sampleTrial(),
        'a database without lookups': sampleTrial({ exits: [1] }),
        'a database without a latest head': sampleTrial({ exits: [0] }),
        'a database without tiles': sampleTrial({ exits: [1] }),
      },
    },
    saying: 'without lookups and tiles',
  },
  {
    when: 'when Go does without lookups',
    outcome: 'refuted',
    evidence: {
      trials: {
        'a keyed database': sampleTrial(),
        'a database without lookups': sampleTrial({ exits: [0] }),
        'a database without a latest head': sampleTrial({ exits: [0] }),
        'a database without tiles': sampleTrial({ exits: [1] }),
      },
    },
  },
  {
    when: 'when nothing works',
    outcome: 'inconclusive',
    evidence: { trials: { 'a keyed database': sampleTrial({ exits: [1] }) } },
  },
]);
