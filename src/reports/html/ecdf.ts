/**
 * Distributions as steps: at each value the line rises by its share. Sorted values speak for
 * themselves; there is no bin to choose. The median is where a series crosses the middle line.
 *
 * @module
 */

import type { EcdfFigure } from '../../model/figure.ts';
import type { Language } from '../../model/text.ts';
import { ascending, grouped } from '../figure-table.ts';
import { bottomAxis, labelsOf, legend, scale, sign } from './axis.ts';
import { drawing, WIDTH } from './drawn-text.ts';
import type { Html } from './markup.ts';

const HEIGHT = 130;
const LINE_STYLES = ['1.5', '0.8', '2.5', '1'] as const;

export function ecdf({ series, unit, title }: EcdfFigure, language: Language, id: string): Html {
  const x = scale(
    series.flatMap(({ values }) => values),
    [8, WIDTH - 8],
  );
  const { html, height } = legend(labelsOf(series, language), 0);
  const [top, bottom] = [height + 8, height + 8 + HEIGHT];
  const y = (share: number): number => Math.round((bottom - share * HEIGHT) * 10) / 10;
  const steps = series
    .map(({ values }, index) => {
      const sorted = ascending(values);
      const path = sorted.map((value, place) => `H${x.at(value)}V${y((place + 1) / sorted.length)}`).join('');
      const middle = sorted[Math.floor(sorted.length / 2)];
      const mark = middle === undefined ? '' : sign(index, x.at(middle), y(0.5));
      return `<path d="M0 ${bottom}${path}H${WIDTH}" stroke="currentColor" stroke-width="${LINE_STYLES[index % 4]}" fill="none"/>${mark}`;
    })
    .join('');
  const middle = `<path d="M0 ${y(0.5)}H${WIDTH}M0 ${top}H${WIDTH}" stroke="currentColor" stroke-opacity="0.25"/>`;
  const description = series
    .map(({ label, values }) => {
      const sorted = ascending(values);
      const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
      return `${label[language]}: ${sorted.length} × ${grouped(least)} – ${grouped(most)} ${unit[language]}`;
    })
    .join('; ');
  return drawing(
    id,
    { title: title[language], description },
    bottom + 40,
    html + middle + steps + bottomAxis(x, bottom, unit[language]),
  );
}
