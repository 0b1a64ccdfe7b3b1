import { schedulerTimingsElsewhere } from '../../evidence/runtime/scheduler-timings-elsewhere.ts';
import { schedulerTimings } from '../../evidence/runtime/scheduler-timings.ts';
import { claim } from '../../model/claim.ts';
import { wish } from '../../model/kind.ts';
import { fasterOnArm64 } from './two-machines.ts';

export const goschedLatency = claim({
  id: 'gosched-latency',
  subject: 'runtime',
  answers: ['W2.57'],
  statement: {
    en: 'A runtime.Gosched call takes less time on arm64 than on x86-64.',
    zh: 'runtime.Gosched 调用在 arm64 上耗时少于 x86-64。',
  },
  method: {
    en: 'Times Gosched among sixteen goroutines in each of thirty fresh processes, here and in the dossier given with --beside, and takes the interval of the ratio (Hodges–Lehmann).',
    zh: '在 30 个新进程中对 16 个 goroutine 间的 Gosched 计时，与 --beside 所给案卷比较，取比值的区间（Hodges–Lehmann）。',
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
      measure: 'GoschedAmong16 sec/op',
      what: { en: 'A Gosched call', zh: '一次 Gosched 调用' },
      paper: '89 and 76 ns against 132 ns',
    });
  },
});
