/**
 * A goroutine's status is changed by a compare-and-swap, and how long goroutines wait is what the
 * runtime's own histogram says; both must be lower, and one that is higher refutes it.
 *
 * @module
 */

import { schedulerTimingsElsewhere } from '../../evidence/runtime/scheduler-timings-elsewhere.ts';
import { schedulerTimings } from '../../evidence/runtime/scheduler-timings.ts';
import { claim } from '../../model/claim.ts';
import { wish } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { appleAndOther, isHigher, isLower, reported } from './apple-and-other.ts';

const MEASURES = [
  reported({ en: 'compare-and-swap', zh: '比较并交换' }, 'SwapAlone sec/op'),
  reported({ en: 'median scheduling latency', zh: '调度延迟中位数' }, 'SchedulingLatency p50-sec'),
];

export const appleStatusUpdates = claim({
  id: 'apple-status-updates',
  subject: 'runtime',
  answers: ['W2.61'],
  statement: {
    en: 'Fast cache synchronisation makes goroutine status updates quicker on M-series chips.',
    zh: 'M 系列的快速缓存同步使 goroutine 状态更新更快。',
  },
  method: {
    en: 'Compares compare-and-swap and the median of /sched/latencies:seconds, from thirty fresh processes each, on Apple silicon and on another arm64 machine (--beside), by the interval of the ratio (Hodges–Lehmann). The runtime keeps the latencies in buckets, so theirs is known to a quarter at best.',
    zh: '比较比较并交换与 /sched/latencies:seconds 的中位数，各取 30 个新进程，分别来自 Apple Silicon 与另一台 arm64 机器（--beside），以比值的区间（Hodges–Lehmann）判定。运行时以分桶保存延迟，其精度至多四分之一。',
  },
  wouldChange: {
    en: 'Two reports in which one of the two is larger on the Apple machine.',
    zh: '两份报告中，Apple 机器上两者之一更大。',
  },
  needs: { here: schedulerTimings, elsewhere: wish(schedulerTimingsElsewhere) },

  judge({ here, elsewhere }) {
    const found = appleAndOther([here, ...(elsewhere ? [elsewhere] : [])], MEASURES, { bothArm64: true });
    if ('outcome' in found) return found;
    const { ratios, told, figures, warnings } = found;
    if (ratios.some(isHigher)) return refuted(told, { figures, warnings });
    return (ratios.every(isLower) ? confirmed : inconclusive)(told, { figures, warnings });
  },
});
