/**
 * A table figure as aligned text. Columns shrink, widest first, until the table fits; what does
 * not fit a cell goes on below it. A table with too many columns for the width is written row by
 * row, each cell behind its header.
 *
 * @module
 */

import type { Figure } from '../../model/figure.ts';
import type { Language } from '../../model/text.ts';
import { figureTable } from '../figure-table.ts';
import { harmlessLine } from '../untrusted.ts';
import { columnsOf, pad, wrap } from '../width.ts';
import { COLON } from '../words.ts';

const GAP = '  ';
const NARROWEST = 6;

export function textTable(figure: Figure, language: Language, columns: number): string[] {
  const { header, rows } = figureTable(figure);
  const [head = [], ...body] = [header, ...rows].map((row) =>
    header.map((_, column) => harmlessLine(row[column]?.[language] ?? '', 400)),
  );
  const widths = fitted(head, body, columns - GAP.length * (head.length - 1));
  if (!widths) return body.flatMap((row) => record(head, row, language, columns));
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
  return [...aligned(head, widths), rule, ...body.flatMap((row) => aligned(row, widths))];
}

/** Columns of each cell, or undefined if they do not fit. A header may wrap at its blanks. */
function fitted(
  head: readonly string[],
  body: readonly (readonly string[])[],
  room: number,
): number[] | undefined {
  const cells = head.map((name, column) => [...name.split(' '), ...body.map((row) => row[column] ?? '')]);
  const widths = cells.map((column) => Math.max(1, ...column.map(columnsOf)));
  // The header gets one line again as far as there is room for it.
  head.forEach((name, column) => {
    const wanted = Math.max(widths[column] ?? 0, columnsOf(name));
    if (sum(widths) - (widths[column] ?? 0) + wanted <= room) widths[column] = wanted;
  });
  while (sum(widths) > room) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= NARROWEST) return undefined;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function aligned(row: readonly string[], widths: readonly number[]): string[] {
  const wrapped = row.map((cell, column) => wrap(cell, widths[column] ?? NARROWEST));
  const height = Math.max(0, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((cell, column) => pad(cell[line] ?? '', widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

function record(
  head: readonly string[],
  row: readonly string[],
  language: Language,
  columns: number,
): string[] {
  return row.flatMap((cell, column) =>
    wrap(`${head[column] ?? ''}${COLON[language]}${cell}`, columns - 2, '  ').map(
      (line, index) => (column === 0 && index === 0 ? '- ' : '  ') + line,
    ),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
