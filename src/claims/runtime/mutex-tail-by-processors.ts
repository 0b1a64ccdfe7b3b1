/** How the tail of waiting for a mutex grows with GOMAXPROCS, by machine: a table of what the specimen reports. */

import type { SchedulerTimings } from '../../evidence/runtime/scheduler-timings.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import { verbatim } from '../../model/text.ts';
import { ascending, quantileOfSorted } from '../../stats/quantiles.ts';
import { digits } from './ratio-verdict.ts';
import { nameOf, valuesOf } from './two-machines.ts';

const MEASURE = /^MutexContended\/procs=(\d+) p99-sec$/;

/** Nothing of a dossier whose specimen did not ask. */
export function tailByProcessors(reports: readonly SchedulerTimings[]): TableFigure[] {
  const rows = reports.flatMap((report) =>
    measuresOf(report).map(([processors, measure]) => {
      const sorted = ascending(valuesOf(report, measure));
      const nanoseconds = (share: number): string => digits(1e9 * quantileOfSorted(sorted, share));
      return [
        verbatim(`${report.goarch}, ${nameOf(report)}`),
        processors,
        nanoseconds(0.25),
        nanoseconds(0.5),
        nanoseconds(0.75),
      ];
    }),
  );
  if (rows.length === 0) return [];
  return [
    table(
      { en: 'p99 of waiting by GOMAXPROCS, in ns', zh: '按 GOMAXPROCS 的等待 p99（纳秒）' },
      [
        { en: 'machine', zh: '机器' },
        { en: 'GOMAXPROCS', zh: 'GOMAXPROCS' },
        { en: 'quartile', zh: '下四分位' },
        { en: 'median', zh: '中位数' },
        { en: 'quartile', zh: '上四分位' },
      ],
      rows,
    ),
  ];
}

function measuresOf({ observations }: SchedulerTimings): [processors: number, measure: string][] {
  const names = new Set(observations.runs.flatMap(({ reported = {} }) => Object.keys(reported)));
  return [...names]
    .flatMap((name): [number, string][] => {
      const processors = MEASURE.exec(name)?.[1];
      return processors === undefined ? [] : [[Number(processors), name]];
    })
    .toSorted(([one], [other]) => one - other);
}
