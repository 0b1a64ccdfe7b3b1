/**
 * What first starts cost, for the claims that ask what Rosetta 2 does in them.
 *
 * @module
 */

import type { FirstStarts } from '../../evidence/runtime/first-starts.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import { blockedRatio } from '../../stats/blocked.ts';
import { median } from '../../stats/quantiles.ts';
import { digits } from './ratio-verdict.ts';

export type Program = FirstStarts['programs'][number];

export function programsOf(
  { programs }: FirstStarts,
  side: Program['side'],
  size: Program['size'],
): Program[] {
  return programs.filter((one) => one.side === side && one.size === size);
}

/** The first start over the median of the later ones, program by program, with its interval. */
export function firstOverLater(programs: readonly Program[]) {
  return blockedRatio(
    programs.map(({ firstMs, laterMs }) => [{ first: [median(laterMs)], second: [firstMs] }]),
    0.95,
  );
}

export const extraMs = ({ firstMs, laterMs }: Program): number => firstMs - median(laterMs);

export function startTable(starts: FirstStarts): TableFigure {
  const groups = [
    ['native', 'small'],
    ['translated', 'small'],
    ['translated', 'large'],
  ] as const;
  return table(
    { en: 'Starts of fresh programs, medians in ms', zh: '新建程序的启动（中位数，毫秒）' },
    [
      { en: 'built for', zh: '目标' },
      { en: 'size, MB', zh: '大小（MB）' },
      { en: 'programs', zh: '程序数' },
      { en: 'first start', zh: '首次启动' },
      { en: 'later starts', zh: '后续启动' },
    ],
    groups.map(([side, size]) => {
      const programs = programsOf(starts, side, size);
      return [
        starts[side],
        digits(median(programs.map(({ sizeBytes }) => sizeBytes)) / 1e6),
        programs.length,
        digits(median(programs.map(({ firstMs }) => firstMs))),
        digits(median(programs.map(({ laterMs }) => median(laterMs)))),
      ];
    }),
  );
}
