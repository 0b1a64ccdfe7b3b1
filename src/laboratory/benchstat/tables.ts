/**
 * Benchmark results as tables: one per configuration and unit, benchmarks in rows, what is compared
 * in columns, each column against the first.
 *
 * @module
 */

import { betterDirection } from '../../formats/benchmark-unit.ts';
import type { UnitMetadata } from '../../formats/benchfmt.ts';
import { ascending } from '../../stats/quantiles.ts';
import { checkFilter, isListed, passing } from './filter.ts';
import { differing, Projections, type Key, type Labelled, type Projection } from './projection.ts';
import { parseFilter, parseProjection } from './query.ts';
import { assumptionFor, type Comparison, type Summary } from './summary.ts';

export interface Question {
  readonly table: string;
  readonly row: string;
  readonly col: string;
  readonly ignore: string;
  readonly filter: string;
  readonly alpha: number;
  readonly confidence: number;
}

interface Cell {
  readonly values: readonly number[];
  readonly summary: Summary;
  /** With the cell of the first column, where there is one and this is not it. */
  readonly comparison?: Comparison;
  readonly base?: Cell;
  /** About the values themselves. */
  readonly warnings: readonly string[];
}

interface ColumnSummary {
  /** Geometric means of the middles, and of their ratios to the first column. */
  readonly mean?: number;
  readonly ratio?: number;
  readonly warnings: readonly string[];
}

export interface Table {
  readonly unit: string;
  readonly better: -1 | 0 | 1;
  readonly key: Key;
  readonly rows: readonly Key[];
  readonly columns: readonly Key[];
  readonly cell: (row: Key, column: Key) => Cell | undefined;
  readonly summaries: readonly ColumnSummary[];
}

export interface Tables {
  readonly tables: readonly Table[];
  readonly tableBy: Projection;
  readonly rowBy: Projection;
  readonly columnBy: Projection;
}

interface Gathered {
  readonly values: number[];
  readonly residues: Set<Key>;
}

/** Throws QueryError if the question is none. `units` must be complete. */
export function tablesOf(results: Iterable<Labelled>, units: UnitMetadata, question: Question): Tables {
  const filter = parseFilter(question.filter);
  checkFilter(filter, question.filter);
  const projections = new Projections();
  const [tableParts, rowParts, columnParts, ignoreParts] = [
    question.table,
    question.row,
    question.col,
    question.ignore,
  ].map(parseProjection) as [Parts, Parts, Parts, Parts]; // four in, four out
  const tableBy = projections.of(tableParts, question.table, true);
  const rowBy = projections.of(rowParts, question.row);
  const columnBy = projections.of(columnParts, question.col);
  projections.of(ignoreParts, question.ignore);
  const residueBy = projections.residue();
  const listed = [...tableParts, ...rowParts, ...columnParts, ...ignoreParts];

  const gathered = new Map<Key, Map<Key, Map<Key, Gathered>>>();
  for (const result of results) {
    if (!isListed(result, listed)) continue;
    const values = passing(result, filter);
    if (values.length === 0) continue;
    const tables = values.map(({ unit }) => tableBy.project(result, unit));
    const [row, column, residue] = [
      rowBy.project(result),
      columnBy.project(result),
      residueBy.project(result),
    ];
    for (const [index, table] of tables.entries()) {
      const rows = getOr(gathered, table, () => new Map<Key, Map<Key, Gathered>>());
      const columns = getOr(rows, row, () => new Map<Key, Gathered>());
      const cell = getOr(columns, column, () => ({ values: [], residues: new Set<Key>() }));
      cell.values.push(values[index]?.value ?? NaN);
      cell.residues.add(residue);
    }
  }

  const residueFields = residueBy.fields();
  const unitField = tableBy.fields().at(-1);
  const tables = tableBy.sorted(gathered.keys()).map((key): Table => {
    const unit = (unitField && key.get(unitField)) ?? '';
    const said = units.get(unit);
    const rows = gathered.get(key) ?? new Map<Key, Map<Key, Gathered>>();
    const columns = columnBy.sorted(new Set([...rows.values()].flatMap((row) => [...row.keys()])));
    const cells = cellsOf(rows, columns, (residues) => differing([...residues], residueFields), {
      ...question,
      assumption: assumptionFor(said?.get('assume')),
    });
    const cell = (row: Key, column: Key): Cell | undefined => cells.get(row)?.get(column);
    const sortedRows = rowBy.sorted(rows.keys());
    const summaries = columns.map((_, index) => columnSummary(sortedRows, columns, index, cell));
    const better = betterDirection(unit, said?.get('better'));
    return { unit, better, key, rows: sortedRows, columns, cell, summaries };
  });
  return { tables, tableBy, rowBy, columnBy };
}

type Parts = ReturnType<typeof parseProjection>;

function cellsOf(
  rows: ReadonlyMap<Key, ReadonlyMap<Key, Gathered>>,
  columns: readonly Key[],
  varying: (residues: ReadonlySet<Key>) => string[],
  settings: Pick<Question, 'alpha' | 'confidence'> & {
    readonly assumption: ReturnType<typeof assumptionFor>;
  },
): Map<Key, Map<Key, Cell>> {
  const { alpha, confidence, assumption } = settings;
  const cells = new Map<Key, Map<Key, Cell>>();
  for (const [row, found] of rows) {
    const made = new Map<Key, Cell>();
    cells.set(row, made);
    let base: Cell | undefined;
    for (const [index, column] of columns.entries()) {
      const cell = found.get(column);
      if (!cell) continue;
      const values = ascending(cell.values);
      const fields = varying(cell.residues);
      const one: Cell = {
        values,
        summary: assumption.summary(values, confidence),
        warnings: fields.length > 0 ? [`benchmarks vary in ${fields.join(', ')}`] : [],
        ...(base && { base, comparison: assumption.compare(base.values, values, alpha) }),
      };
      if (index === 0) base = one;
      made.set(column, one);
    }
  }
  return cells;
}

function columnSummary(
  rows: readonly Key[],
  columns: readonly Key[],
  index: number,
  cellAt: Table['cell'],
): ColumnSummary {
  const [first, column] = [columns[0], columns[index]];
  if (!first || !column) return { warnings: [] };
  const cells = rows.flatMap((row) => cellAt(row, column) ?? []);
  const bases = rows.filter((row) => cellAt(row, first)).length;
  const ratios = cells.flatMap(({ base, summary: { centre } }) => {
    if (!base) return [];
    const from = base.summary.centre;
    return [centre === from ? 1 : from === 0 ? undefined : centre / from];
  });
  const warnings: string[] = [];
  if (index > 0 && bases !== ratios.length)
    warnings.push('benchmark set differs from baseline; geomeans may not be comparable');
  const mean = geometricMean(cells.map(({ summary }) => summary.centre));
  if (mean === undefined) warnings.push('summaries must be >0 to compute geomean');
  const known = ratios.filter((ratio) => ratio !== undefined);
  const isComparable = index > 0 && known.length === ratios.length;
  const ratio = isComparable ? geometricMean(known) : undefined;
  if (isComparable && ratio === undefined) warnings.push('ratios must be >0 to compute geomean');
  return { ...(mean !== undefined && { mean }), ...(ratio !== undefined && { ratio }), warnings };
}

/** As a running mean of logarithms; undefined where there is none. */
function geometricMean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  let mean = 0;
  for (const [index, value] of values.entries()) {
    if (value <= 0) return undefined;
    mean += (Math.log(value) - mean) / (index + 1);
  }
  const result = Math.exp(mean);
  return Number.isNaN(result) ? undefined : result;
}

function getOr<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
