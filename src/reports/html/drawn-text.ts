/**
 * Words in a drawing. SVG neither wraps text nor measures it for us, so both are done by columns
 * of a size that no usual font exceeds.
 *
 * @module
 */

import { harmlessLine } from '../untrusted.ts';
import { columnsOf, wrap } from '../width.ts';
import { escape, type Html } from './markup.ts';

/** Drawings are made for a phone and grow a little on wider screens; in SVG user units. */
export const WIDTH = 320;
const FONT_SIZE = 13;
export const LINE = 17;

/** Of one column, half a Chinese character; Latin letters are narrower on average. */
const COLUMN = 7;
const MOST_LINES = 3;

/** Above the first line: a Chinese font's line reaches 16 units over its base line, a Latin one's 12. */
const HEADROOM = 4;

export function drawnWidth(words: string): number {
  return columnsOf(words) * COLUMN;
}

/** Lines that fit; what is more than three lines ends in "…", and is in the table in full. */
export function drawnLines(words: string, width: number): string[] {
  const lines = wrap(harmlessLine(words, 200), Math.max(4, Math.floor(width / COLUMN)));
  const kept = lines.slice(0, MOST_LINES);
  return kept.map((line, index) =>
    index === MOST_LINES - 1 && lines.length > MOST_LINES ? `${line.slice(0, -1)}…` : line,
  );
}

/** `y` is the base line of the first line. */
export function drawnText(
  lines: readonly string[],
  x: number,
  y: number,
  attributes: Readonly<Record<string, string>> = {},
): Html {
  const more = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
  return lines
    .map(
      (line, index) =>
        `<text x="${x}" y="${y + index * LINE}" font-size="${FONT_SIZE}" fill="currentColor"${more}>${escape(line)}</text>`,
    )
    .join('');
}

export function drawing(
  id: string,
  words: { readonly title: string; readonly description: string },
  height: number,
  content: Html,
): Html {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 ${-HEADROOM} ${WIDTH} ${height + HEADROOM}" width="${WIDTH}" height="${height + HEADROOM}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${escape(words.title, 200)}</title><desc id="${id}-d">${escape(words.description, 1000)}</desc>${content}</svg>`;
}
