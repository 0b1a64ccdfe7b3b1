/**
 * How much the tail of waiting for a contended mutex varies, on two architectures. Thirty processes give
 * thirty p99, and what is compared is how far they are spread, relative to their size.
 *
 * @module
 */

import { schedulerTimingsElsewhere } from '../../evidence/runtime/scheduler-timings-elsewhere.ts';
import { schedulerTimings } from '../../evidence/runtime/scheduler-timings.ts';
import { claim } from '../../model/claim.ts';
import type { Figure } from '../../model/figure.ts';
import { wish } from '../../model/kind.ts';
import { verbatim } from '../../model/text.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { medianDeviation } from '../../stats/quantiles.ts';
import { relativeSpreadRatio } from '../../stats/spread-ratio.ts';
import { tailByProcessors } from './mutex-tail-by-processors.ts';
import { digits, doubtsOf } from './ratio-verdict.ts';
import { ANOTHER_REPORT, doubtsOfTwo, ENOUGH, nameOf, valuesOf } from './two-machines.ts';

const TAIL = 'MutexContended p99-sec';

export const mutexTailSpread = claim({
  id: 'mutex-tail-spread',
  subject: 'runtime',
  answers: ['W2.55'],
  statement: {
    en: 'Under contention the p99 of waiting for a sync.Mutex varies more on arm64 than on x86-64.',
    zh: '争用时等待 sync.Mutex 的 p99 在 arm64 上的波动大于 x86-64。',
  },
  method: {
    en: 'Takes the p99 of 50,000 lock acquisitions by eight goroutines in each of thirty fresh processes, here and in the dossier given with --beside, and compares how far the thirty are spread around their median, relative to it, by the interval of the ratio of distances (Hodges–Lehmann). Why they vary cannot be seen without performance counters.',
    zh: '在 30 个新进程中各取 8 个 goroutine 共 50,000 次加锁等待的 p99，与 --beside 所给案卷比较这 30 个值围绕中位数的相对离散程度，取距离之比的区间（Hodges–Lehmann）。其原因若无性能计数器则不可见。',
  },
  wouldChange: {
    en: 'Two reports, one per architecture, in which the ratio of spreads lies on the other side of 1.',
    zh: '两份不同架构的报告，其离散之比落在 1 的另一侧。',
  },
  needs: { here: schedulerTimings, elsewhere: wish(schedulerTimingsElsewhere) },

  judge({ here, elsewhere }) {
    const reports = [here, ...(elsewhere ? [elsewhere] : [])];
    const arm64 = reports.find(({ goarch }) => goarch === 'arm64');
    const amd64 = reports.find(({ goarch }) => goarch === 'amd64');
    const tails = (report: typeof here): readonly number[] => valuesOf(report, TAIL);
    const figures: Figure[] = [
      {
        type: 'ecdf',
        title: { en: 'p99 of waiting for the mutex, by process', zh: '各进程等待互斥锁的 p99' },
        unit: verbatim('ns'),
        series: reports.map((report) => ({
          label: verbatim(`${report.goarch}, ${nameOf(report)}`),
          values: tails(report).map((seconds) => seconds * 1e9),
        })),
      },
      ...tailByProcessors(reports),
    ];
    if (!arm64 || !amd64) {
      return inconclusive(
        {
          en: `The p99 of thirty processes is spread by ${spread(tails(here))} here (${here.goarch}); one report says nothing about the other architecture`,
          zh: `本机（${here.goarch}）30 个进程的 p99 离散程度为 ${spread(tails(here))}；仅凭一份报告无法说明另一架构`,
        },
        { figures, warnings: doubtsOf(here.observations), remedy: ANOTHER_REPORT },
      );
    }
    const warnings = doubtsOfTwo(arm64, amd64);
    const [first, second] = [tails(amd64), tails(arm64)];
    const fewest = Math.min(first.length, second.length);
    if (fewest < ENOUGH) {
      return inconclusive(
        {
          en: `${fewest} runs count in one report, and ${ENOUGH} are needed`,
          zh: `其中一份报告仅 ${fewest} 次运行有效，至少需要 ${ENOUGH} 次`,
        },
        { figures, warnings },
      );
    }
    const { estimate, low, high } = relativeSpreadRatio(first, second);
    const told = {
      en: `The p99 is spread by ${spread(second)} on arm64 (${nameOf(arm64)}) and ${spread(first)} on x86-64 (${nameOf(amd64)}): ${digits(estimate)} times as far, 95 % interval ${digits(low)} to ${digits(high)}; the paper says 1.17`,
      zh: `p99 的离散程度在 arm64（${nameOf(arm64)}）为 ${spread(second)}，在 x86-64（${nameOf(amd64)}）为 ${spread(first)}：前者为后者的 ${digits(estimate)} 倍，95 % 区间 ${digits(low)} 至 ${digits(high)}；原文称 1.17`,
    };
    if (low > 1) return confirmed(told, { figures, warnings });
    return (high < 1 ? refuted : inconclusive)(told, { figures, warnings });
  },
});

/** Of the logarithms, so a share of the size. */
function spread(values: readonly number[]): string {
  return `${digits(100 * medianDeviation(values.map(Math.log)))} %`;
}
