/**
 * Sentences that compare arm64 with x86-64: judged from the timings of this machine and of one whose
 * dossier was given with --beside, never from the paper's figures. Two machines differ in more than
 * their architecture, which is said.
 *
 * @module
 */

import type { SchedulerTimings } from '../../evidence/runtime/scheduler-timings.ts';
import { valueOf } from '../../laboratory/comparison.ts';
import { faultOf } from '../../laboratory/validity.ts';
import type { EcdfFigure } from '../../model/figure.ts';
import { verbatim, type Text } from '../../model/text.ts';
import { confirmed, inconclusive, refuted, type Verdict } from '../../model/verdict.ts';
import { ratio } from '../../stats/hodges-lehmann.ts';
import { ascending, medianOfSorted } from '../../stats/quantiles.ts';
import { digits, doubtsOf } from './ratio-verdict.ts';

/** Fresh processes that the ledger asks for. */
export const ENOUGH = 30;

export const ANOTHER_REPORT: Text = {
  en: 'goassay run --profile full on a machine of the other architecture, then here: goassay run --profile full --beside ITS-dossier.json',
  zh: '在另一架构的机器上运行 goassay run --profile full，再于本机运行：goassay run --profile full --beside 其 dossier.json',
};

export interface TwoMachines {
  readonly here: SchedulerTimings;
  readonly elsewhere: SchedulerTimings | undefined;
  /** As the specimen reported it, in seconds: "SwapAlone sec/op". */
  readonly measure: string;
  readonly what: Text;
  readonly paper: string;
}

/** Confirmed if arm64 is known to take less. */
export function fasterOnArm64({ here, elsewhere, measure, what, paper }: TwoMachines): Verdict {
  const reports = [here, ...(elsewhere ? [elsewhere] : [])];
  const arm64 = reports.find(({ goarch }) => goarch === 'arm64');
  const amd64 = reports.find(({ goarch }) => goarch === 'amd64');
  const figures = [distributions(what, reports, measure)];
  const own = told(valuesOf(here, measure));
  if (!arm64 || !amd64) {
    return inconclusive(
      {
        en: `${what.en} takes ${own} here (${here.goarch}); one report says nothing about the other architecture, for which the paper prints ${paper}`,
        zh: `${what.zh}在本机（${here.goarch}）耗时 ${own}；仅凭一份报告无法说明另一架构，原文所印为 ${paper}`,
      },
      { figures, warnings: doubtsOf(here.observations), remedy: ANOTHER_REPORT },
    );
  }
  const [slow, quick] = [valuesOf(amd64, measure), valuesOf(arm64, measure)];
  const { estimate, low, high } = ratio(slow, quick);
  const said: Text = {
    en: `${what.en} takes ${told(quick)} on arm64 (${nameOf(arm64)}) and ${told(slow)} on x86-64 (${nameOf(amd64)}): ${digits(estimate)} times as long, 95 % interval ${digits(low)} to ${digits(high)}; the paper says ${paper}`,
    zh: `${what.zh}在 arm64（${nameOf(arm64)}）耗时 ${told(quick)}，在 x86-64（${nameOf(amd64)}）耗时 ${told(slow)}：前者为后者的 ${digits(estimate)} 倍，95 % 区间 ${digits(low)} 至 ${digits(high)}；原文称 ${paper}`,
  };
  const warnings = doubtsOfTwo(arm64, amd64);
  if (Math.min(slow.length, quick.length) < ENOUGH)
    return inconclusive(
      {
        en: `${Math.min(slow.length, quick.length)} runs count in one report, and ${ENOUGH} are needed`,
        zh: `其中一份报告仅 ${Math.min(slow.length, quick.length)} 次运行有效，至少需要 ${ENOUGH} 次`,
      },
      { figures, warnings },
    );
  if (high < 1) return confirmed(said, { figures, warnings });
  return low > 1 ? refuted(said, { figures, warnings }) : inconclusive(said, { figures, warnings });
}

/** What a careful reader wants to know of a comparison of two machines. */
export function doubtsOfTwo(one: SchedulerTimings, other: SchedulerTimings): Text[] {
  const warnings: Text[] = [
    {
      en: 'Two machines differ in more than their architecture',
      zh: '两台机器的差别不止于架构',
    },
    ...[one, other].flatMap(({ observations }) => doubtsOf(observations)),
  ];
  if (one.goVersion !== other.goVersion)
    warnings.push({
      en: `They ran ${one.goVersion} and ${other.goVersion}`,
      zh: `两者分别使用 ${one.goVersion} 与 ${other.goVersion}`,
    });
  return warnings;
}

/** Of the runs that count. */
export function valuesOf({ observations: { runs } }: SchedulerTimings, measure: string): number[] {
  return runs.flatMap((run) => {
    const value = valueOf(run, measure);
    return run.round < 0 || value === undefined || faultOf(run, value) ? [] : [value];
  });
}

function told(values: readonly number[]): string {
  return `${digits(medianOfSorted(ascending(values)) * 1e9)} ns`;
}

export function nameOf({ processors, cpus }: SchedulerTimings): string {
  return processors.join(' + ') || `${cpus} CPUs`;
}

function distributions(title: Text, reports: readonly SchedulerTimings[], measure: string): EcdfFigure {
  return {
    type: 'ecdf',
    title,
    unit: verbatim('ns'),
    series: reports.map((report) => ({
      label: verbatim(`${report.goarch}, ${nameOf(report)}`),
      values: valuesOf(report, measure).map((seconds) => seconds * 1e9),
    })),
  };
}
