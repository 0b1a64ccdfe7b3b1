import { claimTable } from '../../../test/claim-table.ts';
import { catalogueOf } from '../../../test/sample-catalogue.ts';
import { hostCpuCoresMetric } from './host-cpu-cores-metric.ts';

claimTable(hostCpuCoresMetric, [
  {
    when: 'when metrics.All() has no such name',
    outcome: 'refuted',
    evidence: { catalogue: catalogueOf() },
    saying: '/sched/gomaxprocs:threads',
  },
  {
    when: 'when metrics.All() lists it',
    outcome: 'confirmed',
    evidence: { catalogue: catalogueOf([{ name: 'host.cpu.cores' }]) },
  },
]);
