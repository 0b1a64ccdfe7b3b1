import { claimTable } from '../../../test/claim-table.ts';
import { catalogueOf } from '../../../test/sample-catalogue.ts';
import { allocationCounter } from './allocation-counter.ts';

const NAME = '/gc/heap/allocs:bytes';
const MIB64 = 64 * 2 ** 20;
const catalogue = catalogueOf([{ name: NAME, cumulative: true }]);

claimTable(allocationCounter, [
  {
    when: 'when it grows by the allocation',
    outcome: 'confirmed',
    evidence: { catalogue, reading: { name: NAME, before: 24_448, after: 24_448 + MIB64, allocated: MIB64 } },
    saying: 'grew by 67108864',
  },
  {
    when: 'when it grows by twice the allocation',
    outcome: 'refuted',
    evidence: { catalogue, reading: { name: NAME, before: 0, after: 2 * MIB64, allocated: MIB64 } },
  },
  {
    when: 'when it is no cumulative metric',
    outcome: 'refuted',
    evidence: {
      catalogue: catalogueOf([{ name: NAME }]),
      reading: { name: NAME, before: 0, after: MIB64, allocated: MIB64 },
    },
  },
  {
    when: 'when there is no such metric',
    outcome: 'refuted',
    evidence: { catalogue: catalogueOf(), reading: { name: NAME, missing: true } },
  },
]);
