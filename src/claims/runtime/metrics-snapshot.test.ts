import { claimTable } from '../../../test/claim-table.ts';
import { catalogueOf } from '../../../test/sample-catalogue.ts';
import { metricsSnapshot } from './metrics-snapshot.ts';

claimTable(metricsSnapshot, [
  {
    when: 'when every name is filled and the invented one is bad',
    outcome: 'confirmed',
    evidence: { catalogue: catalogueOf() },
  },
  {
    when: 'when a listed metric is not filled',
    outcome: 'refuted',
    evidence: { catalogue: catalogueOf([{ name: '/x:bytes', read: 'bad' }]) },
    saying: '/x:bytes',
  },
  {
    when: 'when the invented name gets a value',
    outcome: 'refuted',
    evidence: { catalogue: { ...catalogueOf(), invented: { name: '/none:bytes', read: 'uint64' } } },
  },
]);
