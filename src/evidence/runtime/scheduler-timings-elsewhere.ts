import { kind } from '../../model/kind.ts';
import { schedulerTimings, type SchedulerTimings } from './scheduler-timings.ts';

/** The same of the machine whose dossier was given with --beside. */
export const schedulerTimingsElsewhere = kind<SchedulerTimings>({
  id: 'scheduler-timings-elsewhere',
  subject: 'toolchain',
  title: { en: 'the scheduler and atomics of another machine', zh: '另一台机器上调度器与原子操作的计时' },
  schema: schedulerTimings.schema,
});
