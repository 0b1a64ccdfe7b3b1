import { claimTable } from '../../../test/claim-table.ts';
import { sampleOrdering, sampleTopology } from '../../../test/sample-litmus.ts';
import { weakMemoryOrder } from './weak-memory-order.ts';

claimTable(weakMemoryOrder, [
  {
    when: 'when message passing comes out of order',
    outcome: 'confirmed',
    evidence: { ordering: sampleOrdering('arm64', { passing: 41 }), topology: undefined },
    saying: '41 of 1,000,000',
  },
  {
    when: 'on a processor that documents total store order',
    outcome: 'refuted',
    evidence: { ordering: sampleOrdering('arm64', {}), topology: sampleTopology('0x46', '0x001') },
    saying: 'Fujitsu A64FX',
  },
  {
    when: 'when nothing was seen',
    outcome: 'inconclusive',
    evidence: {
      ordering: sampleOrdering('arm64', { buffering: 9 }),
      topology: sampleTopology('0x41', '0xd0c'),
    },
  },
  {
    when: 'on another architecture',
    outcome: 'not-applicable',
    evidence: { ordering: sampleOrdering('amd64', {}), topology: undefined },
  },
]);
