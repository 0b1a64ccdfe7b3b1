/**
 * Tables of benchmarks as data: what `goassay bench stat --json` prints, what its page and its
 * Markdown are drawn from, and what a gate decides on.
 *
 * Beyond benchstat: the ratio with its interval for every comparison, p adjusted for how many there
 * are, and which way is better.
 *
 * @module
 */

import type { Figure, ForestFigure } from '../../model/figure.ts';
import { table, tableOf } from './document-figures.ts';
import { ratio } from '../../stats/hodges-lehmann.ts';
import { benjaminiHochberg, holm } from '../../stats/multiple-testing.ts';
import { keyText } from './projection.ts';
import type { Table, Tables } from './tables.ts';

export type Adjustment = 'none' | 'holm' | 'bh';

export interface BenchmarkComparison {
  readonly table: number;
  readonly row: string;
  readonly column: string;
  readonly unit: string;
  readonly base: number;
  readonly centre: number;
  readonly n: readonly [number, number];
  /** The other over the first: Hodges and Lehmann's, with its interval; no ends if there are too few values. */
  readonly ratio: {
    readonly estimate: number | undefined;
    readonly low: number | undefined;
    readonly high: number | undefined;
  };
  readonly p: number;
  readonly adjustedP: number;
  /** What benchstat prints, where it is wrong. */
  readonly benchstatP: number | undefined;
  /** No p of samples of these sizes reaches the level. */
  readonly tooFew: boolean;
  readonly outcome: 'better' | 'worse' | 'differs' | 'not shown';
  readonly warnings: readonly string[];
}

export interface BenchmarkDocument {
  readonly alpha: number;
  readonly confidence: number;
  readonly adjustment: Adjustment;
  readonly tables: readonly {
    readonly config: Readonly<Record<string, string>>;
    readonly unit: string;
    readonly columns: readonly string[];
    readonly rows: readonly {
      readonly name: string;
      readonly cells: readonly {
        readonly column: string;
        readonly n: number;
        readonly values: readonly number[];
        readonly centre: number;
        /** Absent where there are too few values for an end. */
        readonly low: number | undefined;
        readonly high: number | undefined;
        readonly warnings: readonly string[];
      }[];
    }[];
    readonly geomean: readonly {
      readonly column: string;
      readonly mean: number | undefined;
      readonly ratio: number | undefined;
      readonly warnings: readonly string[];
    }[];
  }[];
  readonly comparisons: readonly BenchmarkComparison[];
  /** Lines that could not be read, with their places. */
  readonly errors: readonly string[];
}

export interface Settings {
  readonly alpha: number;
  readonly confidence: number;
  readonly adjustment: Adjustment;
}

export function documentOf(all: Tables, errors: readonly string[], settings: Settings): BenchmarkDocument {
  const raw = all.tables.flatMap((one, index) => comparisonsIn(one, index, all, settings));
  const ps = raw.map(({ p }) => p);
  const adjusted =
    settings.adjustment === 'none' ? ps : settings.adjustment === 'holm' ? holm(ps) : benjaminiHochberg(ps);
  const comparisons = raw.map(({ better, ...one }, index): BenchmarkComparison => {
    const adjustedP = adjusted[index] ?? 1;
    const isShown = adjustedP <= settings.alpha && one.centre !== one.base;
    const direction = Math.sign(one.centre - one.base) * better;
    const outcome = !isShown ? 'not shown' : direction > 0 ? 'better' : direction < 0 ? 'worse' : 'differs';
    return { ...one, adjustedP, outcome };
  });
  return { ...settings, tables: all.tables.map((one) => tableData(one, all)), comparisons, errors };
}

function tableData(one: Table, { tableBy, rowBy, columnBy }: Tables): BenchmarkDocument['tables'][number] {
  const fields = tableBy.fields().slice(0, -1);
  const names = one.columns.map((column) => keyText(column, columnBy.fields()));
  return {
    config: Object.fromEntries(fields.map((field) => [field.name, one.key.get(field) ?? ''])),
    unit: one.unit,
    columns: names,
    rows: one.rows.map((row) => ({
      name: keyText(row, rowBy.fields()),
      cells: one.columns.flatMap((column, index) => {
        const cell = one.cell(row, column);
        if (!cell) return [];
        const { values, summary, warnings } = cell;
        return [
          {
            column: names[index] ?? '',
            n: values.length,
            values,
            centre: summary.centre,
            low: finite(summary.low),
            high: finite(summary.high),
            warnings: [...warnings, ...summary.warnings],
          },
        ];
      }),
    })),
    geomean: one.summaries.map(({ mean, ratio: ratioMean, warnings }, index) => ({
      column: names[index] ?? '',
      mean,
      ratio: ratioMean,
      warnings,
    })),
  };
}

function comparisonsIn(
  one: Table,
  index: number,
  { rowBy, columnBy }: Tables,
  { alpha, confidence }: Settings,
) {
  return one.rows.flatMap((row) =>
    one.columns.flatMap((column) => {
      const cell = one.cell(row, column);
      if (!cell?.base || !cell.comparison) return [];
      const { base, comparison, values, summary } = cell;
      const { estimate, low, high } = ratio(base.values, values, confidence);
      return [
        {
          table: index,
          row: keyText(row, rowBy.fields()),
          column: keyText(column, columnBy.fields()),
          unit: one.unit,
          better: one.better,
          base: base.summary.centre,
          centre: summary.centre,
          n: comparison.n,
          ratio: { estimate: finite(estimate), low: low > 0 ? finite(low) : undefined, high: finite(high) },
          p: comparison.p,
          benchstatP: comparison.benchstatP,
          tooFew: comparison.smallestP > alpha,
          warnings: comparison.warnings,
        },
      ];
    }),
  );
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** A regression: shown at the adjusted level, the worse way, and by more than `share`. */
export function regressions({ comparisons }: BenchmarkDocument, share: number): BenchmarkComparison[] {
  return comparisons.filter(
    ({ outcome, base, centre }) => outcome === 'worse' && (base === 0 || Math.abs(centre / base - 1) > share),
  );
}

/** A table and a forest plot for every table of benchmarks. */
export function figuresOf(document: BenchmarkDocument): Figure[] {
  return document.tables.flatMap((one, index) => {
    const comparisons = document.comparisons.filter((comparison) => comparison.table === index);
    const title = [...Object.entries(one.config).map(([key, value]) => `${key}: ${value}`), one.unit].join(
      ', ',
    );
    const drawn: ForestFigure = {
      type: 'forest',
      title: {
        en: `Ratios to ${one.columns[0] ?? ''}: ${title}`,
        zh: `与 ${one.columns[0] ?? ''} 之比：${title}`,
      },
      unit: { en: 'times the first', zh: '为首列的倍数' },
      reference: 1,
      rows: comparisons.flatMap(({ row, column, ratio: { estimate, low, high } }) =>
        estimate === undefined
          ? []
          : [
              {
                label: { en: `${row} ${column}`, zh: `${row} ${column}` },
                value: estimate,
                ...(low !== undefined && high !== undefined && { interval: [low, high] as const }),
              },
            ],
      ),
    };
    return [table(tableOf(one, comparisons), title), ...(drawn.rows.length > 0 ? [drawn] : [])];
  });
}
