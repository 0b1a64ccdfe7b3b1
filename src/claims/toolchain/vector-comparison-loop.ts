/**
 * The paper's comparison loop and the three instructions that its comment names.
 *
 * @module
 */

import { codeGeneration, listingFor } from '../../evidence/toolchain/code-generation.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { instructionsOf, isVector, listingFigure, noListing } from './compiled-code.ts';

const NAMED = ['ld1r', 'cmeq', 'fmnbs'];

export const vectorComparisonLoop = claim({
  id: 'vector-comparison-loop',
  subject: 'toolchain',
  answers: ['W2.12'],
  statement: {
    en: 'For the printed comparison loop the compiler emits LD1R, CMEQ and FMNBS.',
    zh: '对所印的比较循环，编译器生成 LD1R、CMEQ 与 FMNBS。',
  },
  method: {
    en: 'Compiles CompareBytes as printed for darwin/arm64 with the Go under test (`go tool compile -S`), decodes its words and looks for the three mnemonics.',
    zh: '用被测 Go 为 darwin/arm64 原样编译 CompareBytes（`go tool compile -S`），解码其指令字并查找这三个助记符。',
  },
  wouldChange: {
    en: 'A listing in which all three appear.',
    zh: '清单中三者俱在。',
  },
  needs: { code: codeGeneration },

  judge({ code }) {
    const listing = listingFor(code, 'darwin');
    const instructions = listing && instructionsOf(listing, 'CompareBytes');
    if (!instructions || instructions.length === 0) return inconclusive(noListing(code, 'darwin'));
    // The compiler's own listing is heard as well, where a vector instruction has a V before its name.
    const own = listing.functions.find(({ name }) => name === 'CompareBytes')?.mnemonics ?? [];
    const listed = own.map((name) => name.toLowerCase().replace(/^v(?=ld1r|cmeq)/, ''));
    const found = NAMED.filter(
      (name) => listed.includes(name) || instructions.some(({ mnemonic }) => mnemonic === name),
    );
    const vector = instructions.filter(isVector).length;
    const figures = [
      listingFigure(
        { en: 'CompareBytes for darwin/arm64', zh: 'CompareBytes（darwin/arm64）' },
        instructions,
      ),
    ];
    const warnings = [
      {
        en: 'The Arm instruction list (DDI 0487) has no FMNBS',
        zh: 'Arm 指令表（DDI 0487）中没有 FMNBS',
      },
    ];
    const count = `${instructions.length}`;
    return found.length === NAMED.length
      ? confirmed(
          {
            en: `All three are among its ${count} instructions, ${vector} of which touch vector registers`,
            zh: `其 ${count} 条指令中三者俱在，其中 ${vector} 条使用向量寄存器`,
          },
          { figures },
        )
      : refuted(
          {
            en: `Of its ${count} instructions ${vector} touch vector registers; ${found.length === 0 ? 'none of the three is there' : `only ${found.join(', ')} is there`}, and one byte is compared at a time`,
            zh: `其 ${count} 条指令中有 ${vector} 条使用向量寄存器；${found.length === 0 ? '三者均不存在' : `仅有 ${found.join('、')}`}，每次只比较一个字节`,
          },
          { figures, warnings },
        );
  },
});
