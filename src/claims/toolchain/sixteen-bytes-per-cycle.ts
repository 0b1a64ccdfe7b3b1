/**
 * How many bytes per cycle the compiled comparison loop can reach at most: bytes per round, over
 * instructions per round, times what the widest core retires in a cycle. A bound needs no clock,
 * so it holds on every machine.
 *
 * @module
 */

import { codeGeneration, listingFor } from '../../evidence/toolchain/code-generation.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { inconclusive, refuted, confirmed } from '../../model/verdict.ts';
import { instructionsOf, listingFigure, noListing, type Instruction } from './compiled-code.ts';

/**
 * Instructions that the widest announced arm64 core can retire in one cycle, doubled for what is
 * not announced yet: ten for Cortex-X925 (Arm, May 2024) and about as many for Apple's.
 */
const WIDEST = 20;

const CLAIMED = 16;
const LEAST = 8;

export const sixteenBytesPerCycle = claim({
  id: 'sixteen-bytes-per-cycle',
  subject: 'toolchain',
  answers: ['W2.14'],
  statement: {
    en: 'The compiled loop compares 16 bytes per clock cycle.',
    zh: '编译后的循环每个时钟周期比较 16 字节。',
  },
  method: {
    en: 'Finds the loop in the compiled function, counts the bytes that one round compares and its instructions, and bounds the rate by a core that retires 20 instructions per cycle, twice as many as the widest one. Nothing is timed.',
    zh: '在编译结果中找出循环，数出每轮比较的字节数与指令数，并以每周期退役 20 条指令的核心（为现有最宽者的两倍）求其上界。不计时。',
  },
  wouldChange: {
    en: 'A loop that compares enough bytes per instruction; then a timed run would have to decide.',
    zh: '每条指令比较的字节数足够多的循环；那时须由计时决定。',
  },
  needs: { code: codeGeneration },

  judge({ code }) {
    const listing = listingFor(code, 'darwin');
    const instructions = listing && instructionsOf(listing, 'CompareBytes');
    if (!instructions || instructions.length === 0) return inconclusive(noListing(code, 'darwin'));
    const round = loopOf(instructions);
    if (!round) return inconclusive({ en: 'No loop was found in the function', zh: '函数中未找到循环' });
    const bytes = Math.max(...round.map(loadedBytes));
    const bound = (bytes / round.length) * WIDEST;
    const figures = [
      table(
        { en: 'One round of the loop', zh: '循环一轮' },
        [
          { en: 'what', zh: '项目' },
          { en: 'count', zh: '数量' },
        ],
        [
          [{ en: 'bytes compared', zh: '比较的字节' }, bytes],
          [{ en: 'instructions', zh: '指令' }, round.length],
          [{ en: 'bytes per cycle at most', zh: '每周期字节数上界' }, bound.toFixed(1)],
          [{ en: 'the paper', zh: '白皮书' }, CLAIMED],
        ],
      ),
      listingFigure(
        { en: 'CompareBytes for darwin/arm64', zh: 'CompareBytes（darwin/arm64）' },
        instructions,
      ),
    ];
    const said = {
      en: `One round compares ${bytes} byte${bytes === 1 ? '' : 's'} in ${round.length} instructions: at most ${bound.toFixed(1)} bytes per cycle on a core that retires ${WIDEST}`,
      zh: `每轮以 ${round.length} 条指令比较 ${bytes} 字节：即使核心每周期退役 ${WIDEST} 条，也至多每周期 ${bound.toFixed(1)} 字节`,
    };
    if (bound < LEAST) return refuted(said, { figures });
    // Sixteen per round in one instruction per byte pair is beyond any core that exists; only a measured run confirms.
    return bytes / round.length >= CLAIMED
      ? confirmed(said, { figures })
      : inconclusive(said, {
          figures,
          remedy: { en: 'It would have to be timed on arm64 hardware', zh: '须在 arm64 硬件上计时' },
        });
  },
});

/** The instructions from the target of the last backward branch to that branch; undefined without one. */
function loopOf(instructions: readonly Instruction[]): readonly Instruction[] | undefined {
  for (const [index, { mnemonic, operands }] of instructions.entries()) {
    if (!/^(?:b|cb|tb)/.test(mnemonic) || mnemonic === 'bl' || mnemonic === 'blr') continue;
    const [, offset] = /^#(-\d+)$/.exec(operands.at(-1) ?? '') ?? [];
    if (offset === undefined) continue;
    return instructions.slice(index + Number(offset) / 4, index + 1);
  }
  return undefined;
}

function loadedBytes({ mnemonic, operands }: Instruction): number {
  if (!mnemonic.startsWith('ld')) return 0;
  if (mnemonic.endsWith('b')) return 1;
  if (mnemonic.endsWith('h')) return 2;
  const [register = ''] = operands;
  const size = { w: 4, x: 8, q: 16, d: 8, s: 4, v: 16, '{': 16 }[register[0] ?? ''] ?? 16;
  return mnemonic === 'ldp' ? 2 * size : size;
}
