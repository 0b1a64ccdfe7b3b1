/**
 * Figures: what a verdict wants drawn, as data.
 *
 * A small closed union: no claim ships markup, and no renderer knows a claim. Every figure can
 * be shown as a table, which is what a reader gets who cannot see the drawing.
 *
 * @module
 */

import * as z from 'zod';
import { textSchema, type Text } from './text.ts';

export interface TableFigure {
  readonly type: 'table';
  readonly title: Text;
  readonly columns: readonly Text[];
  /** One array per row, as long as `columns`; the first cell is the row's header. */
  readonly rows: readonly (readonly Text[])[];
}

/** Quantities side by side, from zero, with an interval where one was measured. */
export interface BarsFigure {
  readonly type: 'bars';
  readonly title: Text;
  /** Of every value, such as "bytes" or "ms". */
  readonly unit: Text;
  readonly bars: readonly {
    readonly label: Text;
    readonly value: number;
    readonly interval?: readonly [low: number, high: number] | undefined;
  }[];
}

/** Dated events in order of time; `mark` singles out the ones the verdict hangs on. */
export interface TimelineFigure {
  readonly type: 'timeline';
  readonly title: Text;
  /** `date` is ISO 8601, year-month-day. */
  readonly events: readonly {
    readonly date: string;
    readonly label: Text;
    readonly mark?: boolean | undefined;
  }[];
}

export type Figure = TableFigure | BarsFigure | TimelineFigure;

export const figureSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('table'),
    title: textSchema,
    columns: z.array(textSchema),
    rows: z.array(z.array(textSchema)),
  }),
  z.object({
    type: z.literal('bars'),
    title: textSchema,
    unit: textSchema,
    bars: z.array(
      z.object({
        label: textSchema,
        value: z.number(),
        interval: z.tuple([z.number(), z.number()]).optional(),
      }),
    ),
  }),
  z.object({
    type: z.literal('timeline'),
    title: textSchema,
    events: z.array(z.object({ date: z.string(), label: textSchema, mark: z.boolean().optional() })),
  }),
]);

/** A table from words that are the same in both languages where they are plain strings. */
export function table(
  title: Text,
  columns: readonly (Text | string)[],
  rows: readonly (readonly (Text | string | number)[])[],
): TableFigure {
  return { type: 'table', title, columns: columns.map(cell), rows: rows.map((row) => row.map(cell)) };
}

function cell(content: Text | string | number): Text {
  return typeof content === 'object' ? content : { en: String(content), zh: String(content) };
}
