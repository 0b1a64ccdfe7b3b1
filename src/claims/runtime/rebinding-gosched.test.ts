import { claimTable } from '../../../test/claim-table.ts';
import { SCHEDULER_SOURCES } from '../../../test/sample-scheduler-sources.ts';
import { rebindingGosched } from './rebinding-gosched.ts';

const giving = [{ file: 'runtime/proc.go', line: 1, text: '\thandoffp(releasep())' }];

claimTable(rebindingGosched, [
  {
    when: 'when the P is given up',
    outcome: 'confirmed',
    evidence: { sources: { ...SCHEDULER_SOURCES, goschedImpl: giving } },
  },
  {
    when: 'when the goroutine is queued and the M keeps its P',
    outcome: 'refuted',
    evidence: { sources: SCHEDULER_SOURCES },
    saying: 'keeps its P',
  },
  {
    when: 'without the function',
    outcome: 'inconclusive',
    evidence: { sources: { ...SCHEDULER_SOURCES, goschedImpl: [] } },
  },
]);
