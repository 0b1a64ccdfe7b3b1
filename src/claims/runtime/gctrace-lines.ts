/**
 * One line per collection under GODEBUG=gctrace=1: as many lines as the runtime counts cycles,
 * each of the documented form.
 *
 * @module
 */

import { gcTrace } from '../../evidence/runtime/gc-trace.ts';
import { isGctraceLine } from '../../formats/gctrace.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const FEWEST = 5;

export const gctraceLines = claim({
  id: 'gctrace-lines',
  subject: 'runtime',
  answers: ['W2.24'],
  statement: {
    en: 'Started with GODEBUG=gctrace=1 the program prints one line per collection.',
    zh: '以 GODEBUG=gctrace=1 启动时，程序每次回收输出一行。',
  },
  method: {
    en: 'Runs a collecting program built by the Go under test, for this machine and, where it can be run, for arm64; parses the lines and compares their number with /gc/cycles/total.',
    zh: '运行由被测 Go 构建的回收程序（本机架构，以及在可运行时的 arm64），解析输出行并与 /gc/cycles/total 比较。',
  },
  wouldChange: {
    en: 'A number of lines that differs from the number of cycles, or a line of another form.',
    zh: '行数与回收次数不同，或某行格式不符。',
  },
  needs: { trace: gcTrace },

  judge({ trace: { runs } }) {
    const few = runs.find(({ cycles }) => cycles < FEWEST);
    if (runs.length === 0 || few) {
      return inconclusive({
        en: `The program collected ${few?.cycles ?? 0} times, fewer than ${FEWEST}`,
        zh: `程序只回收了 ${few?.cycles ?? 0} 次，少于 ${FEWEST} 次`,
      });
    }
    const figures = [
      table(
        { en: 'Lines and cycles', zh: '行数与回收次数' },
        [
          { en: 'architecture', zh: '架构' },
          { en: 'run', zh: '运行方式' },
          { en: 'lines', zh: '行数' },
          { en: 'cycles', zh: '回收次数' },
        ],
        runs.map(({ goarch, means, lines, cycles }) => [goarch, means, lines.length, cycles]),
      ),
    ];
    for (const { goarch, means, lines, cycles } of runs) {
      const odd = lines.find((line) => !isGctraceLine(line));
      if (odd !== undefined) {
        return refuted(
          {
            en: `On ${goarch} (${means}) a line has another form: “${odd.slice(0, 80)}”`,
            zh: `在 ${goarch}（${means}）上有一行格式不符：“${odd.slice(0, 80)}”`,
          },
          { figures },
        );
      }
      if (lines.length !== cycles) {
        return refuted(
          {
            en: `On ${goarch} (${means}) ${lines.length} lines stand against ${cycles} cycles`,
            zh: `在 ${goarch}（${means}）上，输出 ${lines.length} 行，而回收 ${cycles} 次`,
          },
          { figures },
        );
      }
    }
    const said = runs.map(({ goarch, means, cycles }) => `${goarch} (${means}) ${cycles}`);
    const hasArm64 = runs.some(({ goarch }) => goarch === 'arm64');
    return confirmed(
      {
        en: `Every collection printed one well-formed line: ${said.join(', ')} of each`,
        zh: `每次回收都输出一行格式正确的记录：${said.join('、')} 次，行数相同`,
      },
      {
        figures,
        warnings: hasArm64
          ? []
          : [
              {
                en: 'No arm64 program could be run here, so this is shown for this architecture only',
                zh: '本机无法运行 arm64 程序，因此仅就本机架构得到验证',
              },
            ],
      },
    );
  },
});
