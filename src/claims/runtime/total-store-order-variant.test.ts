import { claimTable } from '../../../test/claim-table.ts';
import { sampleOrdering, sampleTopology } from '../../../test/sample-litmus.ts';
import { totalStoreOrderVariant } from './total-store-order-variant.ts';

claimTable(totalStoreOrderVariant, [
  {
    when: 'on a processor that documents it',
    outcome: 'confirmed',
    evidence: { ordering: sampleOrdering('arm64', {}), topology: sampleTopology('0x4e', '0x004') },
    saying: 'NVIDIA Carmel',
  },
  {
    when: 'when message passing comes out of order',
    outcome: 'refuted',
    evidence: { ordering: sampleOrdering('arm64', { passing: 3 }), topology: undefined },
    saying: 'old data',
  },
  {
    when: 'when store buffering alone does, which total store order allows',
    outcome: 'inconclusive',
    evidence: { ordering: sampleOrdering('arm64', { buffering: 300 }), topology: undefined },
  },
]);
