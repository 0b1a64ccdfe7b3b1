/**
 * The arithmetic of the printed baseline table, done again. It uses two formulas, and both are tried on
 * what they are for.
 *
 * @module
 */

import { printedBaseline, type PrintedBaseline } from '../../evidence/toolchain/printed-baseline.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, refuted } from '../../model/verdict.ts';

type Row = PrintedBaseline['rows'][number];

/** A printed percentage is whole. */
const ROUNDING = 1;

export const improvementColumn = claim({
  id: 'improvement-column',
  subject: 'toolchain',
  answers: ['W1.20'],
  statement: {
    en: 'The improvement column of the baseline table follows from the two columns before it.',
    zh: '基准表的“提升幅度”一列可由前两列推出。',
  },
  method: {
    en: 'Computes translated ÷ native − 1 for the times and native ÷ translated − 1 for the memory from the printed numbers, and rounds to whole per cent.',
    zh: '由所印数字计算：时间为 转译 ÷ 原生 − 1，内存为 原生 ÷ 转译 − 1，并舍入到整数百分比。',
  },
  wouldChange: {
    en: 'A printed percentage that is more than one point away from the computed one.',
    zh: '某个印出的百分比与计算值相差超过 1 个百分点。',
  },
  needs: { baseline: printedBaseline },

  judge({ baseline: { rows } }) {
    const wrong = rows.filter((row) => Math.abs(improvement(row) - parseFloat(row.improvement)) > ROUNDING);
    const figures = [
      table(
        { en: 'The printed table, computed again', zh: '重新计算所印表格' },
        [
          { en: 'scene', zh: '场景' },
          { en: 'native', zh: '原生' },
          { en: 'translated', zh: '转译' },
          { en: 'printed', zh: '所印' },
          { en: 'computed', zh: '计算值' },
        ],
        rows.map((row) => [
          row.scene,
          row.native,
          row.translated,
          row.improvement,
          `${improvement(row) > 0 ? '+' : ''}${improvement(row)}%`,
        ]),
      ),
    ];
    const formulas = {
      en: 'Two formulas are in use: times are compared with the native one, memory with the translated one; and the memory stands under a heading of milliseconds',
      zh: '表中用了两种公式：时间以原生为基准，内存以转译为基准；且内存一行列在毫秒表头之下',
    };
    const [first] = wrong;
    if (first) {
      return refuted(
        {
          en: `${wrong.length} of ${rows.length} percentages do not follow: “${first.scene.en}” comes to ${improvement(first)} %, and ${first.improvement} is printed`,
          zh: `${rows.length} 个百分比中有 ${wrong.length} 个推不出：“${first.scene.zh}”应为 ${improvement(first)} %，所印为 ${first.improvement}`,
        },
        { figures, warnings: [formulas] },
      );
    }
    return confirmed(
      {
        en: `All ${rows.length} follow: ${rows.map((row) => `${improvement(row)} %`).join(', ')}`,
        zh: `全部 ${rows.length} 个均可推出：${rows.map((row) => `${improvement(row)} %`).join('、')}`,
      },
      { figures, warnings: [formulas] },
    );
  },
});

function improvement({ native, translated, quantity }: Row): number {
  return Math.round(100 * (quantity === 'time' ? translated / native - 1 : native / translated - 1));
}
