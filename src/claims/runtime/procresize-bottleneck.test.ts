import { claimTable } from '../../../test/claim-table.ts';
import { SCHEDULER_SOURCES } from '../../../test/sample-scheduler-sources.ts';
import { procresizeBottleneck } from './procresize-bottleneck.ts';

const profile = (totalMs: number, share: number) => ({
  totalMs,
  functions: share > 0 ? [{ name: 'runtime.procresize', flatMs: 0, cumulativeMs: totalMs * share }] : [],
});

claimTable(procresizeBottleneck, [
  {
    when: 'with more than one per cent of the time',
    outcome: 'confirmed',
    evidence: { sources: SCHEDULER_SOURCES, profile: profile(3000, 0.02) },
    saying: '2.00 %',
  },
  {
    when: 'when it is called at start-up and after stops only, and takes no time',
    outcome: 'refuted',
    evidence: { sources: SCHEDULER_SOURCES, profile: profile(3000, 0) },
    saying: 'schedinit and startTheWorldWithSema',
  },
  {
    when: 'with too short a profile',
    outcome: 'inconclusive',
    evidence: { sources: SCHEDULER_SOURCES, profile: profile(90, 0) },
  },
]);
