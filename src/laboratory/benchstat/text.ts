/**
 * Tables as benchstat prints them on a terminal, to the last blank, and as comma-separated values.
 *
 * @module
 */

import { commonScale, scaled, shortest, signedPercent } from './go-number.ts';
import { layOut, type LaidCell } from './layout.ts';
import { keyText, type Key } from './projection.ts';
import { deltaText, rangeText, testText } from './summary.ts';
import type { Table, Tables } from './tables.ts';

/** The middle, its range, and signs of warnings; then delta, test, and signs of warnings. */
const CENTRE = 3;
const DELTA = 3;

export function asText(all: Tables): string {
  return printed(
    all,
    (header) => `${header}\n`,
    (table) => tableText(table, all),
  );
}

/** Tables under the lines of their keys that changed, with an empty line between them. */
function printed(
  { tables, tableBy }: Tables,
  line: (header: string) => string,
  body: (table: Table) => string,
): string {
  const fields = tableBy.fields().slice(0, -1); // the unit stands in the table itself
  let before: Key | undefined;
  let text = '';
  for (const table of tables) {
    if (before) text += line('');
    for (const field of fields) {
      const value = table.key.get(field) ?? '';
      if (!before || value !== (before.get(field) ?? '')) text += line(`${field.name}: ${value}`);
    }
    before = table.key;
    text += body(table);
  }
  return text;
}

/** Where the columns of the n-th column of data begin. */
function startOf(column: number, centre: number, delta: number): number {
  return column === 0 ? 1 : 1 + centre + (column - 1) * (centre + delta);
}

function tableText(table: Table, { rowBy, columnBy }: Tables): string {
  const start = (column: number): number => startOf(column, CENTRE, DELTA);
  const { columns, unit } = table;
  const notes = new Map<string, number>();
  const signs = (warnings: readonly string[]): string =>
    warnings
      .map((warning) => {
        const number = notes.get(warning) ?? notes.size + 1;
        notes.set(warning, number);
        return superscript(number);
      })
      .join(' ');

  const cells: LaidCell[] = [];
  const rigid = new Set<number>();
  const edge = start(columns.length + 1);
  let row = 0;
  const put = (column: number, text: string, more: Partial<LaidCell> = {}): void => {
    cells.push({
      row,
      column,
      span: 1,
      text,
      margin: column === 0 || text === '' ? '' : ' ',
      align: 'left',
      ...more,
    });
  };
  const closeHeader = (): void => {
    put(edge, '', { margin: ' │' });
    row += 1;
  };

  for (const level of headerLevels(columns, columnBy.fields())) {
    for (const { from, length, value } of level)
      put(start(from), value, { span: start(from + length) - start(from), align: 'centre', margin: ' │ ' });
    closeHeader();
  }
  for (const index of columns.keys()) {
    const at = start(index);
    put(at, unit, { span: CENTRE, align: 'centre', margin: ' │ ' });
    if (index > 0) put(at + CENTRE, 'vs base', { span: DELTA, margin: '  ' });
    for (let inner = at + 1; inner < at + CENTRE + (index > 0 ? DELTA : 0); inner += 1) rigid.add(inner);
  }
  closeHeader();

  const rowFields = rowBy.fields();
  for (const key of table.rows) {
    put(0, keyText(key, rowFields));
    const found = columns.map((column) => table.cell(key, column));
    const scaler = commonScale(
      found.flatMap((cell) => (cell ? [cell.summary.centre] : [])),
      unit,
    );
    for (const [index, cell] of found.entries()) {
      if (!cell) continue;
      const at = start(index);
      put(at, scaled(scaler, cell.summary.centre), { align: 'right' });
      put(at + 1, rangeText(cell.summary), { align: 'right', margin: ' ± ' });
      put(at + 2, signs([...cell.warnings, ...cell.summary.warnings]));
      if (!cell.base || !cell.comparison) continue;
      put(at + 3, deltaText(cell.comparison, cell.base.summary.centre, cell.summary.centre), {
        align: 'right',
      });
      put(at + 4, `(${testText(cell.comparison)})`);
      put(at + 5, signs(cell.comparison.warnings));
    }
    row += 1;
  }
  if (table.rows.length > 1) {
    put(0, 'geomean');
    for (const [index, { mean, ratio, warnings }] of table.summaries.entries()) {
      const at = start(index);
      if (mean !== undefined) put(at, scaled(commonScale([mean], unit), mean), { align: 'right' });
      if (index > 0 && ratio !== undefined)
        put(at + CENTRE, signedPercent((ratio - 1) * 100), { align: 'right' });
      else if (index > 0) put(at + CENTRE, '?');
      put(start(index + 1) - 1, signs(warnings));
    }
  }
  return (
    layOut(cells, rigid) + [...notes].map(([note, number]) => `${superscript(number)} ${note}\n`).join('')
  );
}

interface Header {
  readonly from: number;
  readonly length: number;
  readonly value: string;
}

/** Per field of the columns' keys, neighbours of the same value under one header, within the header above. */
function headerLevels(columns: readonly Key[], fields: Parameters<typeof keyText>[1]): Header[][] {
  const levels: Header[][] = [];
  let above: readonly Header[] = [{ from: 0, length: columns.length, value: '' }];
  for (const field of fields) {
    const level = above.flatMap(({ from, length }) => {
      const headers: { from: number; length: number; value: string }[] = [];
      for (let at = from; at < from + length; at += 1) {
        const value = columns[at]?.get(field) ?? '';
        const last = headers.at(-1);
        if (last && last.value === value) last.length += 1;
        else headers.push({ from: at, length: 1, value });
      }
      return headers;
    });
    levels.push(level);
    above = level;
  }
  return levels;
}

function superscript(number: number): string {
  return Array.from(String(number), (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}

/** The second is what benchstat writes to standard error: warnings with the place of their cell. */
export function asCsv(all: Tables): { readonly csv: string; readonly warnings: string } {
  let line = 1;
  let warnings = '';
  const csv = printed(
    all,
    (header) => {
      line += 1;
      return `${record([header])}`;
    },
    (table) => {
      const rows = csvRows(table, all, (column, row, list) => {
        for (const warning of list) warnings += `${columnName(column)}${line + row}: ${warning}\n`;
      });
      line += rows.length;
      return rows.map(record).join('');
    },
  );
  return { csv, warnings };
}

function csvRows(
  table: Table,
  { rowBy, columnBy }: Tables,
  warn: (column: number, row: number, warnings: readonly string[]) => void,
): string[][] {
  const start = (column: number): number => startOf(column, 2, 2);
  const { columns, unit } = table;
  const rows: string[][] = [];
  const to = (row: string[], column: number): void => {
    while (row.length < column) row.push('');
  };
  for (const field of columnBy.fields()) {
    const row: string[] = [];
    for (const [index, key] of columns.entries()) {
      to(row, start(index));
      row.push(key.get(field) ?? '');
    }
    to(row, start(columns.length));
    rows.push(row);
  }
  const units: string[] = [];
  for (const index of columns.keys()) {
    to(units, start(index));
    units.push(unit, 'CI', ...(index > 0 ? ['vs base', 'P'] : []));
  }
  rows.push(units);
  const rowFields = rowBy.fields();
  for (const key of table.rows) {
    const row = [keyText(key, rowFields)];
    for (const [index, column] of columns.entries()) {
      const cell = table.cell(key, column);
      if (!cell) continue;
      to(row, start(index));
      warn(row.length, rows.length, [...cell.warnings, ...cell.summary.warnings]);
      row.push(shortest(cell.summary.centre), rangeText(cell.summary));
      if (!cell.base || !cell.comparison) continue;
      warn(row.length, rows.length, cell.comparison.warnings);
      row.push(
        deltaText(cell.comparison, cell.base.summary.centre, cell.summary.centre),
        testText(cell.comparison),
      );
    }
    rows.push(row);
  }
  const last = ['geomean'];
  for (const [index, { mean, ratio, warnings }] of table.summaries.entries()) {
    to(last, start(index));
    warn(last.length, rows.length, warnings);
    if (mean !== undefined) last.push(shortest(mean));
    if (index === 0) continue;
    to(last, start(index) + 2);
    last.push(ratio === undefined ? '?' : signedPercent((ratio - 1) * 100));
  }
  to(last, start(columns.length));
  rows.push(last);
  return rows;
}

/** Fields as Go's encoding/csv writes them. */
function record(fields: readonly string[]): string {
  const quoted = fields.map((field) =>
    field === '\\.' || /[",\r\n]/.test(field) || /^\s/.test(field)
      ? `"${field.replaceAll('"', '""')}"`
      : field,
  );
  return `${quoted.join(',')}\n`;
}

/** As benchstat names columns of a sheet. */
function columnName(index: number): string {
  let name = '';
  for (let rest = index; rest > 0; rest = Math.floor(rest / 26))
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name === '' ? 'A' : name;
}
