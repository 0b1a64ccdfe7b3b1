import { claimTable } from '../../../test/claim-table.ts';
import { sampleOrdering } from '../../../test/sample-litmus.ts';
import { orderedAtomics } from './ordered-atomics.ts';

claimTable(orderedAtomics, [
  {
    when: 'when only plain accesses come out of order',
    outcome: 'confirmed',
    evidence: { ordering: sampleOrdering('amd64', { buffering: 12 }) },
  },
  {
    // What qemu-user 7.2 does to STLR and LDAR on an x86-64 machine.
    when: 'when atomic ones do',
    outcome: 'refuted',
    evidence: { ordering: sampleOrdering('arm64', { atomicBuffering: 1382 }) },
    saying: 'store buffering came out of order in 1382',
  },
  {
    when: 'after too few rounds',
    outcome: 'inconclusive',
    evidence: { ordering: sampleOrdering('amd64', { rounds: 4096 }) },
  },
]);
