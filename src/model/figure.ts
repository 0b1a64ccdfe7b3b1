/**
 * Figures: what a verdict wants drawn, as data.
 *
 * A small closed union: no claim ships markup, and no renderer knows a claim. Every figure can
 * be shown as a table, which is what a reader gets who cannot see the drawing.
 *
 * @module
 */

import * as z from 'zod';
import { textSchema } from './text-schema.ts';
import type { Text } from './text.ts';

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

/** Distributions: for each value, the share of values that are no larger. */
export interface EcdfFigure {
  readonly type: 'ecdf';
  readonly title: Text;
  readonly unit: Text;
  readonly series: readonly { readonly label: Text; readonly values: readonly number[] }[];
}

/** Estimates with their intervals above each other, against a line and a margin around it that does not matter. */
export interface ForestFigure {
  readonly type: 'forest';
  readonly title: Text;
  readonly unit: Text;
  /** Where nothing differs: 1 for ratios. */
  readonly reference: number;
  readonly margin?: readonly [low: number, high: number] | undefined;
  readonly rows: readonly {
    readonly label: Text;
    readonly value: number;
    /** Absent where it has no ends. */
    readonly interval?: readonly [low: number, high: number] | undefined;
  }[];
}

/** Values in the order in which they were measured. */
export interface RunOrderFigure {
  readonly type: 'run-order';
  readonly title: Text;
  readonly unit: Text;
  readonly series: readonly {
    readonly label: Text;
    readonly points: readonly (readonly [place: number, value: number])[];
  }[];
  readonly threshold?: { readonly label: Text; readonly value: number } | undefined;
}

export type Figure = TableFigure | BarsFigure | TimelineFigure | EcdfFigure | ForestFigure | RunOrderFigure;

const pair = z.tuple([z.number(), z.number()]);

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
        interval: pair.optional(),
      }),
    ),
  }),
  z.object({
    type: z.literal('timeline'),
    title: textSchema,
    events: z.array(z.object({ date: z.string(), label: textSchema, mark: z.boolean().optional() })),
  }),
  z.object({
    type: z.literal('ecdf'),
    title: textSchema,
    unit: textSchema,
    series: z.array(z.object({ label: textSchema, values: z.array(z.number()) })),
  }),
  z.object({
    type: z.literal('forest'),
    title: textSchema,
    unit: textSchema,
    reference: z.number(),
    margin: pair.optional(),
    rows: z.array(z.object({ label: textSchema, value: z.number(), interval: pair.optional() })),
  }),
  z.object({
    type: z.literal('run-order'),
    title: textSchema,
    unit: textSchema,
    series: z.array(z.object({ label: textSchema, points: z.array(pair) })),
    threshold: z.object({ label: textSchema, value: z.number() }).optional(),
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
