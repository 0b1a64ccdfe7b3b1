/**
 * One table of benchmarks as a table for people: values with their range, and for every comparison
 * its ratio with the interval, p, and what it comes to.
 *
 * @module
 */

import { table as figureTable, type TableFigure } from '../../model/figure.ts';
import { verbatim, type Text } from '../../model/text.ts';
import type { BenchmarkComparison, BenchmarkDocument } from './document.ts';
import { commonScale, fixed, scaled, signedPercent } from './go-number.ts';
import { rangeText } from './summary.ts';

const OUTCOMES: Readonly<Record<BenchmarkComparison['outcome'], Text>> = {
  better: { en: 'better', zh: '变好' },
  worse: { en: 'worse', zh: '变差' },
  differs: { en: 'differs', zh: '有差异' },
  'not shown': { en: 'no difference shown', zh: '未见差异' },
};

export interface PeopleTable {
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
}

export function table({ columns, rows }: PeopleTable, title: string): TableFigure {
  return figureTable(verbatim(title), columns, rows);
}

export function tableOf(
  { unit, columns, rows }: BenchmarkDocument['tables'][number],
  comparisons: readonly BenchmarkComparison[],
): PeopleTable {
  const header: Text[] = [{ en: 'benchmark', zh: '基准测试' }];
  for (const [index, column] of columns.entries()) {
    header.push(verbatim(`${column} (${unit})`));
    if (index > 0)
      header.push(
        { en: 'change', zh: '变化' },
        { en: 'ratio [interval]', zh: '比值 [区间]' },
        verbatim('p'),
        {
          en: 'outcome',
          zh: '结论',
        },
      );
  }
  return {
    columns: header,
    rows: rows.map(({ name, cells }) => {
      const scaler = commonScale(
        cells.map(({ centre }) => centre),
        unit,
      );
      const row: Text[] = [verbatim(name)];
      for (const [index, column] of columns.entries()) {
        const cell = cells.find((one) => one.column === column);
        const range = cell && rangeText({ ...cell, low: cell.low ?? -Infinity, high: cell.high ?? Infinity });
        row.push(verbatim(cell ? `${scaled(scaler, cell.centre)} ± ${range} (n = ${cell.n})` : ''));
        if (index === 0) continue;
        const one = comparisons.find((comparison) => comparison.row === name && comparison.column === column);
        row.push(...(one ? comparisonCells(one) : [verbatim(''), verbatim(''), verbatim(''), verbatim('')]));
      }
      return row;
    }),
  };
}

function comparisonCells({
  base,
  centre,
  ratio,
  p,
  adjustedP,
  benchstatP,
  outcome,
}: BenchmarkComparison): Text[] {
  const change = outcome === 'not shown' ? '~' : base === 0 ? '?' : signedPercent((centre / base - 1) * 100);
  const ends =
    ratio.low === undefined || ratio.high === undefined
      ? ''
      : ` [${fixed(ratio.low, 3)}, ${fixed(ratio.high, 3)}]`;
  const said = adjustedP === p ? fixed(p, 3) : `${fixed(p, 3)} → ${fixed(adjustedP, 3)}`;
  return [
    verbatim(change),
    verbatim(ratio.estimate === undefined ? '' : fixed(ratio.estimate, 3) + ends),
    benchstatP === undefined
      ? verbatim(said)
      : {
          en: `${said} (benchstat: ${fixed(benchstatP, 3)})`,
          zh: `${said}（benchstat：${fixed(benchstatP, 3)}）`,
        },
    OUTCOMES[outcome],
  ];
}
