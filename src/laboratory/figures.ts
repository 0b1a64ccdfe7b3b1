/**
 * Drawings of a comparison: the ratio with its interval against the line where nothing differs,
 * the distributions, and the runs in their order.
 *
 * @module
 */

import type { Measure, Observations } from '../evidence/observations.ts';
import type { Figure, ForestFigure } from '../model/figure.ts';
import { verbatim, type Text } from '../model/text.ts';
import { medianOfSorted, ascending } from '../stats/quantiles.ts';
import { valueOf, type Comparison } from './comparison.ts';
import { faultOf } from './validity.ts';

/** What is compared, and in which unit it is drawn. */
export function measureName(measure: Measure): {
  readonly name: Text;
  readonly unit: Text;
  readonly scale: number;
} {
  switch (measure) {
    case 'wall':
      return { name: { en: 'time', zh: '耗时' }, unit: { en: 'ms', zh: '毫秒' }, scale: 1 };
    case 'cpu':
      return { name: { en: 'CPU time', zh: 'CPU 时间' }, unit: { en: 'ms', zh: '毫秒' }, scale: 1 };
    case 'peak':
      return { name: { en: 'peak memory', zh: '峰值内存' }, unit: { en: 'MiB', zh: 'MiB' }, scale: 2 ** -20 };
    default:
      return { name: verbatim(measure), unit: verbatim(measure.split(' ').at(-1) ?? measure), scale: 1 };
  }
}

export function comparisonFigures(comparisons: readonly Comparison[], observations: Observations): Figure[] {
  const [one] = comparisons;
  if (!one || one.rounds === 0) return [];
  const { measure } = one;
  const { name, unit, scale } = measureName(measure);
  const series = observations.arms.map((arm, index) => ({
    label: verbatim(arm.name),
    points: observations.runs.flatMap((run, place) => {
      const value = valueOf(run, measure);
      const counts = run.arm === index && run.round >= 0 && faultOf(run, value, measure) === undefined;
      return counts && value !== undefined ? [[place + 1, value * scale] as const] : [];
    }),
  }));
  const base = series[0]?.points.map(([, value]) => value) ?? [];
  return [
    forestOf(comparisons, name),
    {
      type: 'ecdf',
      title: { en: `Distribution of ${name.en}`, zh: `${name.zh}的分布` },
      unit,
      series: series.map(({ label, points }) => ({ label, values: points.map(([, value]) => value) })),
    },
    {
      type: 'run-order',
      title: { en: `Runs in their order: ${name.en}`, zh: `按运行次序：${name.zh}` },
      unit,
      series,
      threshold: {
        label: { en: `median of ${one.first.name}`, zh: `${one.first.name} 的中位数` },
        value: medianOfSorted(ascending(base)),
      },
    },
  ];
}

function forestOf(comparisons: readonly Comparison[], name: Text): ForestFigure {
  const margin = comparisons[0]?.margin ?? 0;
  return {
    type: 'forest',
    title: { en: `Ratio of ${name.en}, with its interval`, zh: `${name.zh}之比及其区间` },
    unit: { en: 'times the first', zh: '为前者的倍数' },
    reference: 1,
    margin: [1 / (1 + margin), 1 + margin],
    rows: comparisons.flatMap(({ first, other, ratio: { estimate, low, high } }) =>
      Number.isFinite(estimate)
        ? [
            {
              label: verbatim(`${other.name} / ${first.name}`),
              value: estimate,
              ...(low > 0 && Number.isFinite(high) && { interval: [low, high] as const }),
            },
          ]
        : [],
    ),
  };
}
