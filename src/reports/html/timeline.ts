/**
 * Dated events from top to bottom, distance by order, not by time: on a phone a label needs its
 * own line. The marked ones are filled.
 *
 * @module
 */

import type { TimelineFigure } from '../../model/figure.ts';
import type { Language } from '../../model/text.ts';
import { drawing, drawnLines, drawnText, LINE, WIDTH } from './drawn-text.ts';
import type { Html } from './markup.ts';

const AXIS = 94;
const LABEL = AXIS + 16;
const GAP = 9;
const TOP = 13;

export function timeline({ events, title }: TimelineFigure, language: Language, id: string): Html {
  let y = TOP;
  const places: number[] = [];
  const rows = events.map(({ date, label, mark }) => {
    const lines = drawnLines(label[language], WIDTH - LABEL);
    const at = y;
    places.push(at);
    y += lines.length * LINE + GAP;
    const dot = `<circle cx="${AXIS}" cy="${at - 4}" r="5" stroke="currentColor" stroke-width="2" fill="${mark ? 'currentColor' : 'none'}"/>`;
    return [
      dot,
      drawnText([date.slice(0, 10)], 0, at),
      drawnText(lines, LABEL, at, { 'font-weight': mark ? '700' : '400' }),
    ].join('');
  });
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  const line =
    events.length > 1
      ? `<path d="M${AXIS} ${first - 4}V${last - 4}" stroke="currentColor" stroke-opacity="0.35"/>`
      : '';
  const description = events.map(({ date, label }) => `${date} ${label[language]}`).join('; ');
  return drawing(id, { title: title[language], description }, y - GAP, line + rows.join(''));
}
