import { claimTable } from '../../../test/claim-table.ts';
import { catalogueOf } from '../../../test/sample-catalogue.ts';
import { gcPauseMetric } from './gc-pause-metric.ts';

claimTable(gcPauseMetric, [
  {
    when: 'when the pauses have another name',
    outcome: 'refuted',
    evidence: { catalogue: catalogueOf() },
    saying: '/sched/pauses/total/gc:seconds',
  },
  {
    when: 'when metrics.All() lists it',
    outcome: 'confirmed',
    evidence: { catalogue: catalogueOf([{ name: 'runtime.gc.pause.nanoseconds' }]) },
  },
]);
