/**
 * Every figure as a table: what a reader gets who cannot see the drawing.
 *
 * @module
 */

import type { Figure } from '../model/figure.ts';
import { verbatim, type Text } from '../model/text.ts';

export interface FigureTable {
  readonly header: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
}

export function figureTable(figure: Figure): FigureTable {
  switch (figure.type) {
    case 'table':
      return { header: figure.columns, rows: figure.rows };
    case 'bars':
      return {
        header: [{ en: 'item', zh: '项目' }, figure.unit, { en: 'interval', zh: '区间' }].slice(
          0,
          hasInterval(figure) ? 3 : 2,
        ),
        rows: figure.bars.map(({ label, value, interval }) => [
          label,
          verbatim(grouped(value)),
          ...(hasInterval(figure)
            ? [verbatim(interval ? `${grouped(interval[0])} – ${grouped(interval[1])}` : '')]
            : []),
        ]),
      };
    case 'timeline':
      return {
        header: [
          { en: 'date', zh: '日期' },
          { en: 'event', zh: '事件' },
        ],
        rows: figure.events.map(({ date, label }) => [verbatim(date), label]),
      };
    case 'ecdf':
      return {
        header: [
          { en: 'series', zh: '系列' },
          figure.unit,
          { en: 'share no larger', zh: '不大于此值的比例' },
        ],
        rows: figure.series.flatMap(({ label, values }) =>
          ascending(values).map((value, index) => [
            label,
            verbatim(grouped(value)),
            verbatim(`${((100 * (index + 1)) / values.length).toFixed(1)} %`),
          ]),
        ),
      };
    case 'forest':
      return {
        header: [{ en: 'item', zh: '项目' }, figure.unit, { en: 'interval', zh: '区间' }],
        rows: figure.rows.map(({ label, value, interval }) => [
          label,
          verbatim(grouped(value)),
          interval
            ? verbatim(`${grouped(interval[0])} – ${grouped(interval[1])}`)
            : { en: 'no ends', zh: '无界' },
        ]),
      };
    case 'run-order':
      return {
        header: [{ en: 'run', zh: '次序' }, { en: 'series', zh: '系列' }, figure.unit],
        rows: figure.series
          .flatMap(({ label, points }) => points.map(([place, value]) => ({ label, place, value })))
          .toSorted((one, other) => one.place - other.place)
          .map(({ label, place, value }) => [verbatim(String(place)), label, verbatim(grouped(value))]),
      };
  }
}

export function ascending(values: readonly number[]): number[] {
  return values.toSorted((one, other) => one - other);
}

function hasInterval(figure: Extract<Figure, { type: 'bars' }>): boolean {
  return figure.bars.some(({ interval }) => interval !== undefined);
}

/** 1234567.8 as "1,234,567.8": the same in both languages. */
export function grouped(value: number): string {
  const [whole = '', part] = String(Math.round(value * 1000) / 1000).split('.');
  const spaced = /e/.test(whole) ? whole : whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? spaced : `${spaced}.${part}`;
}
