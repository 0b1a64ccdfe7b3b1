import { schedulerTimingsElsewhere } from '../../evidence/runtime/scheduler-timings-elsewhere.ts';
import { schedulerTimings } from '../../evidence/runtime/scheduler-timings.ts';
import { claim } from '../../model/claim.ts';
import { wish } from '../../model/kind.ts';
import { fasterOnArm64 } from './two-machines.ts';

export const compareAndSwapLatency = claim({
  id: 'compare-and-swap-latency',
  subject: 'runtime',
  answers: ['W2.54'],
  statement: {
    en: 'An uncontended compare-and-swap takes less time on arm64 than on x86-64.',
    zh: '无争用的比较并交换在 arm64 上耗时少于 x86-64。',
  },
  method: {
    en: 'Times two million compare-and-swaps by one goroutine in each of thirty fresh processes, here and in the dossier given with --beside, and takes the interval of the ratio (Hodges–Lehmann).',
    zh: '在 30 个新进程中各由一个 goroutine 执行两百万次比较并交换并计时，与 --beside 所给案卷比较，取比值的区间（Hodges–Lehmann）。',
  },
  wouldChange: {
    en: 'Two reports, one per architecture, whose ratio lies on the other side of 1.',
    zh: '两份不同架构的报告，其比值落在 1 的另一侧。',
  },
  needs: { here: schedulerTimings, elsewhere: wish(schedulerTimingsElsewhere) },

  judge({ here, elsewhere }) {
    return fasterOnArm64({
      here,
      elsewhere,
      measure: 'SwapAlone sec/op',
      what: { en: 'A compare-and-swap', zh: '一次比较并交换' },
      paper: 'about 12 ns against about 25 ns',
    });
  },
});
