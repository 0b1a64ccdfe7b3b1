/**
 * What drawings with a scale share: places of values, round marks on the axis with their words,
 * and the signs by which up to four series are told apart without colour.
 *
 * @module
 */

import type { Text } from '../../model/text.ts';
import { grouped } from '../figure-table.ts';
import { drawnLines, drawnText, LINE, WIDTH } from './drawn-text.ts';
import type { Html } from './markup.ts';

export interface Scale {
  readonly at: (value: number) => number;
  /** Round values within. */
  readonly marks: readonly number[];
}

/** Values from `from` to `to` in user units; a little room on both sides. */
export function scale(values: readonly number[], [from, to]: readonly [number, number]): Scale {
  const finite = values.filter((value) => Number.isFinite(value));
  const [least, most] = [Math.min(...finite, Infinity), Math.max(...finite, -Infinity)];
  if (finite.length === 0) return { at: () => from, marks: [] };
  const room = most > least ? (most - least) * 0.04 : Math.abs(most) * 0.1 || 1;
  const [low, high] = [least - room, most + room];
  const at = (value: number): number =>
    Math.round((from + ((Math.max(low, Math.min(high, value)) - low) / (high - low)) * (to - from)) * 10) /
    10;
  return { at, marks: roundMarks(low, high) };
}

/** Of the largest value to the smallest: beyond it equal steps would crowd the small ones together. */
const FAR_APART = 8;

/** Of ratios: where they lie far apart, equal steps are equal factors. */
export function ratioScale(values: readonly number[], range: readonly [number, number]): Scale {
  const finite = values.filter((value) => Number.isFinite(value));
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  if (!(least > 0 && most / least > FAR_APART)) return scale(values, range);
  const { at } = scale(
    finite.map((value) => Math.log(value)),
    range,
  );
  return { at: (value) => at(Math.log(value)), marks: factorMarks(least, most) };
}

/** Powers of ten, and between them 2 and 5 times where there is room for them. */
function factorMarks(least: number, most: number): number[] {
  const powers: number[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.log10(most); power += 1) powers.push(power);
  const between = powers.length > 3 ? [1] : [1, 2, 5];
  return powers
    .flatMap((power) => between.map((times) => Number((times * 10 ** power).toPrecision(12))))
    .filter((mark) => mark >= least && mark <= most);
}

/** Two to four steps of 1, 2 or 5 times a power of ten. */
function roundMarks(low: number, high: number): number[] {
  const raw = (high - low) / 3;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= raw) ?? raw;
  const marks: number[] = [];
  for (let mark = Math.ceil(low / step) * step; mark <= high && marks.length < 6; mark += step)
    marks.push(Number(mark.toPrecision(12)));
  return marks;
}

/** A line with marks below it; `y` is the line. Takes two lines of text in height. */
export function bottomAxis({ at, marks }: Scale, y: number, unit: string): Html {
  const ticks = marks.map((mark) => `M${at(mark)} ${y}v4`).join('');
  const words = marks
    .map((mark) => {
      const x = at(mark);
      const anchor = x < 24 ? 'start' : x > WIDTH - 24 ? 'end' : 'middle';
      return drawnText([grouped(mark)], x, y + 17, { 'text-anchor': anchor });
    })
    .join('');
  const [said = ''] = drawnLines(unit, WIDTH);
  return `<path d="M0 ${y}H${WIDTH}${ticks}" stroke="currentColor" stroke-opacity="0.5" fill="none"/>${words}${drawnText([said], WIDTH, y + 17 + LINE, { 'text-anchor': 'end' })}`;
}

/** A small sign at a place: full dot, ring, full square, open square; series after the fourth begin again. */
export function sign(series: number, x: number, y: number): Html {
  const fill = series % 2 === 0 ? 'currentColor' : 'none';
  return series % 4 < 2
    ? `<circle cx="${x}" cy="${y}" r="3" fill="${fill}" stroke="currentColor"/>`
    : `<rect x="${x - 3}" y="${y - 3}" width="6" height="6" fill="${fill}" stroke="currentColor"/>`;
}

/** One line per series: its sign and its words. Returns the height it takes. */
export function legend(
  labels: readonly string[],
  y: number,
): { readonly html: Html; readonly height: number } {
  let height = 0;
  const html = labels
    .map((label, series) => {
      const lines = drawnLines(label, WIDTH - 14);
      const top = y + height;
      height += Math.max(1, lines.length) * LINE;
      return sign(series, 5, top + 8) + drawnText(lines, 14, top + 13);
    })
    .join('');
  return { html, height };
}

export function labelsOf(series: readonly { readonly label: Text }[], language: keyof Text): string[] {
  return series.map(({ label }) => label[language]);
}
