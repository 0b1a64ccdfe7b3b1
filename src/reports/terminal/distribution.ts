/**
 * A distribution as a terminal tells it: one line per series, with its ends and its quartiles.
 *
 * @module
 */

import { table, type Figure } from '../../model/figure.ts';
import { ascending } from '../figure-table.ts';

type Ecdf = Extract<Figure, { type: 'ecdf' }>;

export function distributionTable({ title, unit, series }: Ecdf): Figure {
  return table(
    { en: `${title.en}, ${unit.en}`, zh: `${title.zh}，${unit.zh}` },
    [
      { en: 'series', zh: '系列' },
      { en: 'runs', zh: '次数' },
      { en: 'least', zh: '最小' },
      { en: 'quartile', zh: '下四分位' },
      { en: 'median', zh: '中位数' },
      { en: 'quartile', zh: '上四分位' },
      { en: 'most', zh: '最大' },
    ],
    series.map(({ label, values }) => {
      const sorted = ascending(values);
      return [label, values.length, ...[0, 0.25, 0.5, 0.75, 1].map((share) => told(sorted, share))];
    }),
  );
}

/** Between the two nearest values, as quantile() of R does by default; four digits, as the sentences have. */
function told(sorted: readonly number[], share: number): string {
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return '–';
  return String(Number((below + (above - below) * (place - Math.floor(place))).toPrecision(4)));
}
