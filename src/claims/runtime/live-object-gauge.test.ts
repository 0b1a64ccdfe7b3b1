import { claimTable } from '../../../test/claim-table.ts';
import { catalogueOf } from '../../../test/sample-catalogue.ts';
import { liveObjectGauge } from './live-object-gauge.ts';

claimTable(liveObjectGauge, [
  {
    when: 'when the path counts bytes only',
    outcome: 'refuted',
    evidence: { catalogue: catalogueOf() },
    saying: '/gc/heap/objects:objects the number of objects',
  },
  {
    when: 'when metrics.All() lists it as a gauge',
    outcome: 'confirmed',
    evidence: { catalogue: catalogueOf([{ name: '/memory/classes/heap/objects:objects' }]) },
  },
  {
    when: 'when it is a cumulative count',
    outcome: 'inconclusive',
    evidence: {
      catalogue: catalogueOf([{ name: '/memory/classes/heap/objects:objects', cumulative: true }]),
    },
  },
]);
