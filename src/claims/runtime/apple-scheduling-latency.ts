/**
 * An arrow of the paper's diagram: cheaper atomics lead to lower scheduling latency. Where atomics are not
 * cheaper nothing follows; where they are, the latency has to be lower too.
 *
 * @module
 */

import { schedulerTimingsElsewhere } from '../../evidence/runtime/scheduler-timings-elsewhere.ts';
import { schedulerTimings, type SchedulerTimings } from '../../evidence/runtime/scheduler-timings.ts';
import { claim } from '../../model/claim.ts';
import { wish } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { appleAndOther, isLower, reported, type Measured } from './apple-and-other.ts';

const MEASURES: readonly Measured[] = [
  reported({ en: 'compare-and-swap', zh: '比较并交换' }, 'SwapAlone sec/op'),
  {
    name: { en: 'median wait for a processor', zh: '等待处理器的中位数' },
    values: ({ delays = [] }: SchedulerTimings) => delays.map(({ p50Ns }) => p50Ns),
  },
  {
    name: { en: 'p99 of that wait', zh: '该等待的 p99' },
    values: ({ delays = [] }: SchedulerTimings) => delays.map(({ p99Ns }) => p99Ns),
  },
];

export const appleSchedulingLatency = claim({
  id: 'apple-scheduling-latency',
  subject: 'runtime',
  answers: ['W2.64'],
  statement: {
    en: 'On M-series chips cheaper atomics lead to lower scheduling latency.',
    zh: '在 M 系列芯片上，更便宜的原子操作带来更低的调度延迟。',
  },
  method: {
    en: 'Takes median and p99 of how long goroutines that could run waited, from the execution traces of thirty fresh processes, and compare-and-swap from thirty more, on Apple silicon and another machine (--beside), each by the interval of the ratio (Hodges–Lehmann).',
    zh: '由 30 个新进程的执行跟踪取可运行 goroutine 等待时间的中位数与 p99，另由 30 个进程取比较并交换，分别来自 Apple Silicon 与另一台机器（--beside），各以比值的区间（Hodges–Lehmann）判定。',
  },
  wouldChange: {
    en: 'Two reports in which atomics are cheaper on the Apple machine and the waits are not lower.',
    zh: '两份报告中，Apple 机器的原子操作更便宜而等待并不更低。',
  },
  needs: { here: schedulerTimings, elsewhere: wish(schedulerTimingsElsewhere) },

  judge({ here, elsewhere }) {
    const found = appleAndOther([here, ...(elsewhere ? [elsewhere] : [])], MEASURES, { bothArm64: false });
    if ('outcome' in found) return found;
    const { ratios, told, figures, warnings } = found;
    const [swap, ...waits] = ratios;
    if (!swap || !isLower(swap)) {
      return inconclusive(
        {
          en: `Atomics are not known to be cheaper on the Apple machine, so nothing follows: ${told.en}`,
          zh: `未能确知 Apple 机器的原子操作更便宜，无从推论：${told.zh}`,
        },
        { figures, warnings },
      );
    }
    if (waits.every(isLower)) return confirmed(told, { figures, warnings });
    // An interval that reaches far below 1 leaves open whether the wait is lower.
    const isSettled = waits.some(({ low }) => low > 1);
    return (isSettled ? refuted : inconclusive)(told, { figures, warnings });
  },
});
