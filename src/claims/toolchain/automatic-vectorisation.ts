/**
 * Whether the installed Go vectorises any of the loops that textbooks vectorise first.
 *
 * @module
 */

import { codeGeneration } from '../../evidence/toolchain/code-generation.ts';
import { codeGenerationHistory } from '../../evidence/toolchain/code-generation-history.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { wish } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { loopCounts, noListing } from './compiled-code.ts';
import { historyFigures } from './release-history.ts';

export const automaticVectorisation = claim({
  id: 'automatic-vectorisation',
  subject: 'toolchain',
  answers: ['W2.10'],
  statement: {
    en: 'Since Go 1.21 the compiler vectorises loops automatically with v0–v31.',
    zh: '自 Go 1.21 起，编译器以 v0–v31 自动向量化循环。',
  },
  method: {
    en: 'Compiles simple loops (compare, sum, xor, maximum, copy, multiply and add) for both arm64 systems with the Go under test and counts instructions that touch vector registers.',
    zh: '用被测 Go 为两个 arm64 系统编译简单循环（比较、求和、异或、求最大、复制、乘加），统计使用向量寄存器的指令。',
  },
  wouldChange: { en: 'One vector instruction in one of the loops.', zh: '任一循环中出现一条向量指令。' },
  needs: { code: codeGeneration, history: wish(codeGenerationHistory) },

  judge({ code, history }) {
    const counts = ['darwin', 'linux'].map((goos) => ({ goos, loops: loopCounts(code, goos) ?? [] }));
    const [first] = counts;
    const missing = counts.find(({ loops }) => loops.length === 0);
    if (!first || missing) return inconclusive(noListing(code, missing?.goos ?? 'darwin'));
    const all = counts.flatMap(({ goos, loops }) => loops.map((loop) => ({ goos, ...loop })));
    const figures = [
      table(
        { en: 'The loops, compiled', zh: '编译后的循环' },
        [
          { en: 'loop', zh: '循环' },
          { en: 'target', zh: '目标' },
          { en: 'instructions', zh: '指令数' },
          { en: 'vector instructions', zh: '向量指令数' },
        ],
        all.map(({ name, goos, instructions, vector }) => [name, `${goos}/arm64`, instructions, vector]),
      ),
      ...historyFigures(history),
    ];
    const vectorised = all.filter(({ vector }) => vector > 0);
    return vectorised.length > 0
      ? confirmed(
          {
            en: `${vectorised.length} of ${all.length} compiled loops hold vector instructions, among them ${vectorised[0]?.name}`,
            zh: `${all.length} 个编译后的循环中有 ${vectorised.length} 个含向量指令，如 ${vectorised[0]?.name}`,
          },
          { figures },
        )
      : refuted(
          {
            en: `None of ${first.loops.length} loops holds a vector instruction, on darwin/arm64 and on linux/arm64 alike`,
            zh: `${first.loops.length} 个循环在 darwin/arm64 与 linux/arm64 上均不含向量指令`,
          },
          { figures },
        );
  },
});
