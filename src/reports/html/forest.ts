/**
 * A forest plot: each estimate a sign with its interval, against the line where nothing differs
 * and the band of differences too small to matter.
 *
 * @module
 */

import type { ForestFigure } from '../../model/figure.ts';
import type { Language } from '../../model/text.ts';
import { grouped } from '../figure-table.ts';
import { bottomAxis, ratioScale, sign } from './axis.ts';
import { drawing, drawnLines, drawnText, drawnWidth, LINE, WIDTH } from './drawn-text.ts';
import type { Html } from './markup.ts';

const MARK = 18;
const GAP = 6;

export function forest(
  { rows, unit, title, reference, margin }: ForestFigure,
  language: Language,
  id: string,
): Html {
  const x = ratioScale(
    [reference, ...(margin ?? []), ...rows.flatMap(({ value, interval }) => [value, ...(interval ?? [])])],
    [8, WIDTH - 8],
  );
  let y = 0;
  // The line stands beside the signs only: through a label it would strike out a letter.
  const beside: string[] = [];
  const drawn = rows.map(({ label, value, interval }) => {
    const [said = ''] = drawnLines(sayingOf(value, interval), WIDTH);
    const room = WIDTH - drawnWidth(said) - 10;
    const lines = drawnLines(label[language], room >= 80 ? room : WIDTH);
    const valueAt = y + 13 + (room >= 80 ? 0 : lines.length * LINE);
    const words = drawnText(lines, 0, y + 13) + drawnText([said], WIDTH, valueAt, { 'text-anchor': 'end' });
    const middle = y + (lines.length + (room >= 80 ? 0 : 1)) * LINE + MARK / 2;
    y = middle + MARK / 2 + GAP;
    beside.push(`M${x.at(reference)} ${middle - MARK / 2}V${middle + MARK / 2}`);
    const [low, high] = interval ? [x.at(interval[0]), x.at(interval[1])] : [0, WIDTH];
    const caps = interval ? `M${low} ${middle - 4}v8M${high} ${middle - 4}v8` : '';
    return `${words}<path d="M${low} ${middle}H${high}${caps}" stroke="currentColor" stroke-width="1.5" fill="none"/>${sign(0, x.at(value), middle)}`;
  });
  const [left, right] = margin ? [x.at(margin[0]), x.at(margin[1])] : [0, 0];
  const band = margin
    ? `<rect x="${left}" y="0" width="${Math.max(1, right - left)}" height="${y}" fill="currentColor" fill-opacity="0.08"/>`
    : '';
  const line = `<path d="${beside.join('')}" stroke="currentColor" stroke-opacity="0.5"/>`;
  const description = rows
    .map(({ label, value, interval }) => `${label[language]} ${sayingOf(value, interval)} ${unit[language]}`)
    .join('; ');
  return drawing(
    id,
    { title: title[language], description },
    y + 40,
    band + line + drawn.join('') + bottomAxis(x, y, unit[language]),
  );
}

function sayingOf(value: number, interval: readonly [number, number] | undefined): string {
  const told = (one: number): string => grouped(Number(one.toPrecision(4)));
  return interval ? `${told(value)} [${told(interval[0])}, ${told(interval[1])}]` : told(value);
}
