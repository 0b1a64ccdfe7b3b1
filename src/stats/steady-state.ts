/**
 * Whether a series settles, and how: flat, warming up, slowing down, or never steady (Barrett et
 * al., Virtual Machine Warmup Blows Hot and Cold, OOPSLA 2017). The series is cut at its change
 * points; segments whose levels differ by less than what matters count as one level; the last
 * level must hold long enough to be called steady.
 *
 * @module
 */

import { changePoints, type Search } from './change-points.ts';
import { median } from './quantiles.ts';

export interface SteadyState {
  readonly shape: 'flat' | 'warmup' | 'slowdown' | 'no steady state';
  /** From which value on the last level holds. */
  readonly steadyFrom: number;
  readonly levels: readonly { readonly from: number; readonly to: number; readonly median: number }[];
}

export interface Settling extends Search {
  /** Levels closer than this share of each other are the same; default 1 %. */
  readonly tolerance?: number;
  /** The share of the series that the last level must fill; default a third. */
  readonly share?: number;
}

/** `values` are costs in the order in which they came: smaller is better. */
export function steadyState(values: readonly number[], settling: Settling = {}): SteadyState {
  const { tolerance = 0.01, share = 1 / 3 } = settling;
  const cuts = [0, ...changePoints(values, settling).map(({ index }) => index), values.length];
  const levels = cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0;
    return { from, to, median: median(values.slice(from, to)) };
  });
  const last = levels.at(-1) ?? { from: 0, to: 0, median: NaN };
  const same = (level: number): boolean => Math.abs(level - last.median) <= tolerance * Math.abs(last.median);
  const isLast = levels.map((level) => same(level.median));
  const first = isLast.lastIndexOf(false) + 1;
  const steadyFrom = levels[first]?.from ?? 0;
  const before = levels.slice(0, first);
  const isLong = values.length - steadyFrom >= share * values.length;
  const shape = !isLong
    ? 'no steady state'
    : before.length === 0
      ? 'flat'
      : before.every((level) => level.median > last.median || same(level.median))
        ? 'warmup'
        : before.every((level) => level.median < last.median || same(level.median))
          ? 'slowdown'
          : 'no steady state';
  return { shape, steadyFrom, levels };
}
