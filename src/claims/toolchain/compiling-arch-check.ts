/**
 * The paper’s first program, as printed. It names a variable that package runtime does not export,
 * so what decides is what the compiler says; a corrected program shows what was meant.
 *
 * @module
 */

import { archCheck } from '../../evidence/toolchain/arch-check.ts';
import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { printedValues } from './printed-values.ts';

export const compilingArchCheck = claim({
  id: 'compiling-arch-check',
  subject: 'toolchain',
  answers: ['W1.18'],
  statement: {
    en: '`go run arch_check.go`, as printed, prints three native values.',
    zh: '原样执行 `go run arch_check.go` 会输出三个原生值。',
  },
  method: {
    en: 'Writes the listing byte for byte, runs the printed command in an empty directory, and counts the lines; a corrected program runs beside it.',
    zh: '逐字节写出该程序，在空目录中执行所给命令并数其输出行；同时运行更正后的程序。',
  },
  wouldChange: {
    en: 'Exit 0 with three lines.',
    zh: '以 0 退出并输出三行。',
  },
  needs: { check: archCheck },

  judge({ check: { printed, corrected, correctedListing } }) {
    const lines = Object.keys(printedValues(printed.stderr)).length;
    const works = Object.entries(printedValues(corrected.stderr));
    const figures = [
      table(
        { en: 'arch_check.go', zh: 'arch_check.go' },
        [
          { en: 'program', zh: '程序' },
          { en: 'exit', zh: '退出码' },
          { en: 'what it prints', zh: '输出' },
        ],
        [
          [{ en: 'as printed', zh: '原样' }, printed.exit ?? printed.trouble ?? '?', printed.stderr.trim()],
          [
            { en: 'corrected', zh: '更正后' },
            corrected.exit ?? corrected.trouble ?? '?',
            corrected.stderr.trim(),
          ],
        ],
      ),
      table(
        { en: 'The program that works', zh: '可用的程序' },
        [{ en: 'listing', zh: '程序清单' }],
        correctedListing
          .trimEnd()
          .split('\n')
          .map((line) => [line]),
      ),
    ];
    if (printed.exit === 0 && lines === 3) {
      return confirmed(
        {
          en: `It exits 0 and prints ${printed.stderr.trim().split('\n').join(', ')}`,
          zh: `以 0 退出，输出 ${printed.stderr.trim().split('\n').join('、')}`,
        },
        { figures },
      );
    }
    if (printed.exit === undefined || (corrected.exit !== 0 && complaint(printed) === complaint(corrected))) {
      return inconclusive(
        {
          en: `This Go runs no program here: ${complaint(printed)}`,
          zh: `此 Go 在本机无法运行任何程序：${complaint(printed)}`,
        },
        { figures },
      );
    }
    const beside = works.map(([name, value]) => `${name}=${value}`).join(', ');
    return refuted(
      {
        en: `It exits ${printed.exit} with ${lines} of 3 lines: "${complaint(printed)}"; the corrected program prints ${beside || 'nothing'}`,
        zh: `以 ${printed.exit} 退出，3 行中输出了 ${lines} 行：“${complaint(printed)}”；更正后的程序输出 ${beside || '空'}`,
      },
      { figures },
    );
  },
});
