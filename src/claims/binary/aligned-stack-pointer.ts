/**
 * The architecture checks the alignment of SP when it is used as a base (SCTLR_ELx.SA0), so a frame
 * that breaks it would fault on Linux and macOS alike. Go also writes the frame pointer below SP.
 *
 * @module
 */

import { PRODUCTS } from '../../evidence/binary/product.ts';
import { stackPointerWrites } from '../../evidence/binary/stack-pointer-writes.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { of } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const ALIGNMENT = 16;

/** The ledger's: fewer functions would prove little. */
const FEWEST_FUNCTIONS = 1000;

const SHOWN = 12;

export const alignedStackPointer = claim({
  id: 'aligned-stack-pointer',
  subject: 'binary',
  answers: ['W2.05'],
  statement: {
    en: 'On arm64 every Go stack frame keeps the stack pointer 16-byte aligned.',
    zh: '在 arm64 上，Go 的每个栈帧都使 SP 保持 16 字节对齐。',
  },
  method: {
    en: 'Decodes every instruction of the metrics program for linux/arm64 that writes SP (add, sub, mov, and, loads and stores with write-back), follows constants in registers, and divides each move by 16.',
    zh: '译码 linux/arm64 版指标程序中每一条写 SP 的指令（add、sub、mov、and 及带回写的访存），追踪寄存器中的常量，并检查每次移动能否被 16 整除。',
  },
  wouldChange: {
    en: 'One move of SP that is no multiple of 16 bytes.',
    zh: '有一次 SP 移动不是 16 字节的倍数。',
  },
  needs: { writes: of(stackPointerWrites, PRODUCTS.metricsLinux) },

  judge({ writes: { functions, instructions, moves, switches } }) {
    const total = moves.reduce((sum, { count }) => sum + count, 0);
    const odd = moves.filter(({ bytes }) => bytes % ALIGNMENT !== 0);
    const often = moves.toSorted((one, other) => other.count - one.count);
    const figures = [
      table(
        { en: 'Moves of SP', zh: 'SP 的移动' },
        [
          { en: 'bytes', zh: '字节' },
          { en: 'times', zh: '次数' },
          { en: 'first in', zh: '首次出现于' },
          { en: 'instruction', zh: '指令' },
        ],
        [...odd, ...often.filter((one) => !odd.includes(one))]
          .slice(0, SHOWN)
          .map(({ bytes, count, first }) => [
            bytes,
            count,
            `0x${first.address.toString(16)} ${first.function}`,
            first.text,
          ]),
      ),
    ];
    const [first] = odd.toSorted((one, other) => one.first.address - other.first.address);
    if (first)
      return refuted(
        {
          en: `At 0x${first.first.address.toString(16)} in ${first.first.function}, ${first.first.text} moves SP by ${first.bytes} bytes`,
          zh: `${first.first.function} 中 0x${first.first.address.toString(16)} 处的 ${first.first.text} 使 SP 移动 ${first.bytes} 字节`,
        },
        { figures },
      );
    if (functions < FEWEST_FUNCTIONS || total === 0)
      return inconclusive(
        {
          en: `No exception in ${total} moves, but the program has only ${functions} functions of the ${FEWEST_FUNCTIONS} wanted`,
          zh: `${total} 次移动中没有例外，但程序只有 ${functions} 个函数，少于所需的 ${FEWEST_FUNCTIONS} 个`,
        },
        { figures },
      );
    return confirmed(
      {
        en: `All ${total.toLocaleString('en')} moves of SP in ${functions.toLocaleString('en')} functions (${instructions.toLocaleString('en')} instructions) are multiples of 16 bytes`,
        zh: `${functions.toLocaleString('en')} 个函数（${instructions.toLocaleString('en')} 条指令）中的 ${total.toLocaleString('en')} 次 SP 移动均为 16 字节的倍数`,
      },
      {
        figures,
        warnings:
          switches.count === 0
            ? []
            : [
                {
                  en: `${switches.count} instructions take SP from a register, such as ${switches.first[0]?.text} in ${switches.first[0]?.function}: they change stacks, and by how much is not in the code`,
                  zh: `另有 ${switches.count} 条指令从寄存器取得 SP，如 ${switches.first[0]?.function} 中的 ${switches.first[0]?.text}：它们用于切换栈，移动量不见于代码`,
                },
              ],
      },
    );
  },
});
