import { claimTable } from '../../../test/claim-table.ts';
import { SCHEDULER_SOURCES } from '../../../test/sample-scheduler-sources.ts';
import { appleSpecificScheduler } from './apple-specific-scheduler.ts';

claimTable(appleSpecificScheduler, [
  {
    when: 'when darwin/arm64 has a lock of its own',
    outcome: 'confirmed',
    evidence: {
      sources: {
        ...SCHEDULER_SOURCES,
        darwinArm64: [...SCHEDULER_SOURCES.darwinArm64, 'lock_darwin_arm64.go'],
      },
    },
    saying: 'lock_darwin_arm64.go',
  },
  {
    when: 'when the scheduler is shared',
    outcome: 'refuted',
    evidence: { sources: SCHEDULER_SOURCES },
    saying: '2 that do, such as proc.go, lock_spinbit.go, are shared',
  },
  {
    when: 'when go list names no proc.go',
    outcome: 'inconclusive',
    evidence: { sources: { ...SCHEDULER_SOURCES, linuxArm64: [] } },
  },
]);
