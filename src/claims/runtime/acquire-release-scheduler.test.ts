import { claimTable } from '../../../test/claim-table.ts';
import { SCHEDULER_SOURCES } from '../../../test/sample-scheduler-sources.ts';
import { acquireReleaseScheduler } from './acquire-release-scheduler.ts';

const storing = [{ file: 'runtime/proc.go', line: 1, text: '\tatomic.StoreRel(&gp.atomicstatus, newval)' }];

claimTable(acquireReleaseScheduler, [
  {
    when: 'when the state is stored with StoreRel',
    outcome: 'confirmed',
    evidence: { sources: { ...SCHEDULER_SOURCES, casgstatus: storing } },
  },
  {
    when: 'when it is changed by compare-and-swap',
    outcome: 'refuted',
    evidence: { sources: SCHEDULER_SOURCES },
    saying: 'the 2 uses of LoadAcq and StoreRel',
  },
  {
    when: 'without the function',
    outcome: 'inconclusive',
    evidence: { sources: { ...SCHEDULER_SOURCES, casgstatus: [] } },
  },
]);
