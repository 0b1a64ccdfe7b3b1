/**
 * Values in the order in which they were measured: drift, steps and warming up are seen at a
 * glance, and so is that both arms went through them.
 *
 * @module
 */

import type { RunOrderFigure } from '../../model/figure.ts';
import type { Language } from '../../model/text.ts';
import { grouped } from '../figure-table.ts';
import { labelsOf, legend, scale, sign } from './axis.ts';
import { drawing, drawnLines, drawnText, LINE, WIDTH } from './drawn-text.ts';
import type { Html } from './markup.ts';

const HEIGHT = 140;
const UNIT_WIDTH = 70;

export function runOrder(
  { series, unit, title, threshold }: RunOrderFigure,
  language: Language,
  id: string,
): Html {
  const points = series.flatMap((one) => one.points);
  const { html, height } = legend(labelsOf(series, language), 0);
  const [top, bottom] = [height + LINE + 4, height + LINE + 4 + HEIGHT];
  const y = scale(
    [...points.map(([, value]) => value), ...(threshold ? [threshold.value] : [])],
    [bottom, top],
  );
  const x = scale(
    points.map(([place]) => place),
    [8, WIDTH - 8],
  );
  const grid = y.marks
    .map(
      (mark) =>
        `<path d="M0 ${y.at(mark)}H${WIDTH}" stroke="currentColor" stroke-opacity="0.2"/>${drawnText([grouped(mark)], 0, y.at(mark) - 2)}`,
    )
    .join('');
  const signs = series
    .map((one, index) => one.points.map(([place, value]) => sign(index, x.at(place), y.at(value))).join(''))
    .join('');
  const line = threshold
    ? `<path d="M0 ${y.at(threshold.value)}H${WIDTH}" stroke="currentColor" stroke-width="1.5"/>`
    : '';
  // Beside the unit, above all points: on the line it would lie under them.
  const [named] = threshold ? drawnLines(`━ ${threshold.label[language]}`, WIDTH - UNIT_WIDTH) : [];
  const key = named === undefined ? '' : drawnText([named], WIDTH, height + 13, { 'text-anchor': 'end' });
  const [said = ''] = drawnLines(unit[language], WIDTH);
  const places = x.marks
    .filter((mark) => Number.isInteger(mark))
    .map((mark) => drawnText([grouped(mark)], x.at(mark), bottom + 17, { 'text-anchor': 'middle' }))
    .join('');
  const description = series
    .map(({ label, points: own }) => `${label[language]}: ${own.length} × ${unit[language]}`)
    .join('; ');
  return drawing(
    id,
    { title: title[language], description },
    bottom + 22,
    html + drawnText([said], 0, height + 13) + key + grid + line + signs + places,
  );
}
