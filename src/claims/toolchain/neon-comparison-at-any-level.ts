/**
 * Whether CMEQ appears in the comparison loop at any GOARM64 level, on either system.
 *
 * @module
 */

import { codeGeneration } from '../../evidence/toolchain/code-generation.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { instructionsOf, isVector, noListing } from './compiled-code.ts';

export const neonComparisonAtAnyLevel = claim({
  id: 'neon-comparison-at-any-level',
  subject: 'toolchain',
  answers: ['W2.13'],
  statement: {
    en: 'For darwin/arm64 the SSA back end recognises the loop as vectorisable and emits NEON CMEQ.',
    zh: '面向 darwin/arm64 时，SSA 后端识别该循环可向量化并生成 NEON 指令 CMEQ。',
  },
  method: {
    en: 'Compiles the loop for darwin/arm64 and linux/arm64 with the default settings and with every GOARM64 level, and counts instructions that touch vector registers.',
    zh: '以默认设置及每一 GOARM64 级别，为 darwin/arm64 与 linux/arm64 编译该循环，并统计使用向量寄存器的指令。',
  },
  wouldChange: { en: 'CMEQ on .16b at one of the levels.', zh: '任一级别出现作用于 .16b 的 CMEQ。' },
  needs: { code: codeGeneration },

  judge({ code }) {
    const rows = code.listings.flatMap((listing) => {
      const instructions = listing.exit === 0 ? instructionsOf(listing, 'CompareBytes') : undefined;
      return instructions && instructions.length > 0
        ? [
            {
              target: `${listing.goos}/${listing.goarch}`,
              level: listing.goarm64 ?? 'default',
              instructions: instructions.length,
              vector: instructions.filter(isVector).length,
              compares: instructions.some(({ text }) => /^cmeq v\d+\.16b/.test(text)),
            },
          ]
        : [];
    });
    if (!rows.some(({ target }) => target === 'darwin/arm64')) return inconclusive(noListing(code, 'darwin'));
    const figures = [
      table(
        { en: 'The comparison loop at every level', zh: '各级别下的比较循环' },
        [
          { en: 'target', zh: '目标' },
          'GOARM64',
          { en: 'instructions', zh: '指令数' },
          { en: 'vector instructions', zh: '向量指令数' },
        ],
        rows.map(({ target, level, instructions, vector }) => [target, level, instructions, vector]),
      ),
    ];
    const found = rows.find(({ compares }) => compares);
    const vector = rows.reduce((total, row) => total + row.vector, 0);
    return found
      ? confirmed(
          {
            en: `CMEQ on .16b appears for ${found.target} at GOARM64=${found.level}`,
            zh: `在 ${found.target}、GOARM64=${found.level} 下出现作用于 .16b 的 CMEQ`,
          },
          { figures },
        )
      : refuted(
          {
            en: `${vector} vector instructions in ${rows.length} compilations: two systems, the default and every GOARM64 level`,
            zh: `${rows.length} 次编译（两个系统、默认设置及每一 GOARM64 级别）中共有 ${vector} 条向量指令`,
          },
          { figures },
        );
  },
});
