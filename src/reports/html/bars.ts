/**
 * Bars from zero, label and value above each, so that one drawing reads on a phone and on a wide
 * screen. Presentation attributes only: a policy that forbids inline styles leaves them alone.
 *
 * @module
 */

import type { BarsFigure } from '../../model/figure.ts';
import type { Language } from '../../model/text.ts';
import { grouped } from '../figure-table.ts';
import { drawing, drawnLines, drawnText, drawnWidth, LINE, WIDTH } from './drawn-text.ts';
import type { Html } from './markup.ts';

const THICK = 14;
const GAP = 14;
/** Whiskers stay inside of the drawing. */
const LONGEST = WIDTH - 2;
const NARROWEST_LABEL = 80;

export function bars({ bars: list, unit, title }: BarsFigure, language: Language, id: string): Html {
  const most = Math.max(...list.map(({ value, interval }) => Math.max(value, interval?.[1] ?? value)), 0);
  const scale = (value: number): number => (most > 0 ? Math.max(0, Math.round((value / most) * LONGEST)) : 0);
  const valueOf = (value: number): string => `${grouped(value)} ${unit[language]}`;
  let y = 0;
  const rows = list.map(({ label, value, interval }) => {
    const [said = ''] = drawnLines(valueOf(value), WIDTH);
    const room = WIDTH - drawnWidth(said) - 10;
    const isBeside = room >= NARROWEST_LABEL;
    const lines = drawnLines(label[language], isBeside ? room : WIDTH);
    const top = y;
    const valueLine = isBeside ? 0 : lines.length;
    const bar = top + (lines.length + (isBeside ? 0 : 1)) * LINE + 3;
    y = bar + THICK + GAP;
    const whisker = interval ? whiskers(scale(interval[0]), scale(interval[1]), bar) : '';
    return [
      drawnText(lines, 0, top + 13),
      drawnText([said], WIDTH, top + 13 + valueLine * LINE, { 'text-anchor': 'end' }),
      `<rect x="0" y="${bar}" width="${Math.max(1, scale(value))}" height="${THICK}" rx="2" fill="currentColor" fill-opacity="0.6"/>`,
      whisker,
    ].join('');
  });
  const description = list.map(({ label, value }) => `${label[language]} ${valueOf(value)}`).join('; ');
  return drawing(id, { title: title[language], description }, Math.max(1, y - GAP + 4), rows.join(''));
}

function whiskers(low: number, high: number, bar: number): Html {
  const middle = bar + THICK / 2;
  const caps = [low, high].map((x) => `M${x} ${bar - 2}V${bar + THICK + 2}`).join('');
  return `<path d="M${low} ${middle}H${high}${caps}" stroke="currentColor" stroke-width="1.5" fill="none"/>`;
}
