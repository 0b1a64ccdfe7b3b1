import { schedulerTimingsElsewhere } from '../../evidence/runtime/scheduler-timings-elsewhere.ts';
import { schedulerTimings } from '../../evidence/runtime/scheduler-timings.ts';
import { claim } from '../../model/claim.ts';
import { wish } from '../../model/kind.ts';
import { fasterOnArm64 } from './two-machines.ts';

export const channelLatency = claim({
  id: 'channel-latency',
  subject: 'runtime',
  answers: ['W2.58'],
  statement: {
    en: 'An unbuffered channel send takes less time on arm64 than on x86-64.',
    zh: '无缓冲通道的一次发送在 arm64 上耗时少于 x86-64。',
  },
  method: {
    en: 'Times a ping-pong over two unbuffered channels in each of thirty fresh processes, here and in the dossier given with --beside, and takes the interval of the ratio (Hodges–Lehmann).',
    zh: '在 30 个新进程中对两条无缓冲通道上的往返计时，与 --beside 所给案卷比较，取比值的区间（Hodges–Lehmann）。',
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
      measure: 'ChannelHandOff sec/op',
      what: { en: 'A hand-off over an unbuffered channel', zh: '一次无缓冲通道交接' },
      paper: '214 and 198 ns against 307 ns',
    });
  },
});
