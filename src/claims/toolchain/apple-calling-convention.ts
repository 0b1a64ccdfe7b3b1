/**
 * Apple's convention passes eight integer arguments in x0–x7 and has the callee keep x19–x28.
 * Go's own, ABIInternal, has sixteen registers for arguments and keeps none.
 *
 * Sources: Apple, "Writing ARM64 code for Apple platforms"; AAPCS64 §6.1.1; Go's
 * src/cmd/compile/abi-internal.md.
 *
 * @module
 */

import { codeGeneration, listingFor } from '../../evidence/toolchain/code-generation.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { instructionsOf, listingFigure, noListing, type Instruction } from './compiled-code.ts';

export const appleCallingConvention = claim({
  id: 'apple-calling-convention',
  subject: 'toolchain',
  answers: ['W2.03'],
  statement: {
    en: 'Go code on darwin/arm64 strictly follows Apple’s arm64 calling convention.',
    zh: 'darwin/arm64 上的 Go 代码严格遵循 Apple 的 arm64 调用约定。',
  },
  method: {
    en: 'Compiles a function of ten integer arguments and one that needs its arguments after a call, and reads from where arguments nine and ten come and which of x19–x28 are saved.',
    zh: '编译一个有十个整型参数的函数和一个调用之后仍需参数的函数，读出第九、第十个参数的来源，以及 x19–x28 中哪些被保存。',
  },
  wouldChange: {
    en: 'Arguments nine and ten on the stack, and callee-saved registers that are saved.',
    zh: '第九、第十个参数在栈上，且被调用者保存寄存器得到保存。',
  },
  needs: { code: codeGeneration },

  judge({ code }) {
    const listing = listingFor(code, 'darwin');
    const ten = listing && instructionsOf(listing, 'TenArguments');
    const keeps = listing && instructionsOf(listing, 'KeepsAcrossCall');
    if (!ten || !keeps || ten.length === 0 || keeps.length === 0)
      return inconclusive(noListing(code, 'darwin'));
    const beyond = registersReadFirst(ten).filter((register) => register > 7);
    const fromStack = ten.filter(({ text }) => /^ldr x\d+, \[sp/.test(text)).length;
    const saved = new Set(keeps.flatMap(savedRegisters));
    const figures = [
      table(
        { en: 'The two conventions', zh: '两种约定' },
        [
          { en: 'what', zh: '项目' },
          { en: 'Apple', zh: 'Apple' },
          { en: 'this compiler', zh: '此编译器' },
        ],
        [
          [
            { en: 'arguments nine and ten', zh: '第九、第十个参数' },
            { en: 'on the stack', zh: '在栈上' },
            beyond.length > 0
              ? beyond.map((register) => `x${register}`).join(', ')
              : { en: `on the stack (${fromStack} loads)`, zh: `在栈上（${fromStack} 次读取）` },
          ],
          [
            { en: 'saved of x19–x28', zh: 'x19–x28 中被保存者' },
            { en: 'those that are used', zh: '所用到者' },
            saved.size > 0 ? [...saved].join(', ') : { en: 'none', zh: '无' },
          ],
        ],
      ),
      listingFigure({ en: 'TenArguments for darwin/arm64', zh: 'TenArguments（darwin/arm64）' }, ten),
    ];
    const warnings = [
      {
        en: 'This is about calls between Go functions; what a cgo call does is judged apart',
        zh: '此处所指为 Go 函数之间的调用；cgo 调用另行判定',
      },
    ];
    if (beyond.length === 0 && fromStack >= 2 && saved.size > 0)
      return confirmed(
        {
          en: `Arguments nine and ten come from the stack, and ${[...saved].join(', ')} are saved`,
          zh: `第九、第十个参数来自栈上，且保存了 ${[...saved].join('、')}`,
        },
        { figures, warnings },
      );
    const passing =
      beyond.length > 0
        ? {
            en: `arguments nine and ten arrive in ${beyond.map((register) => `x${register}`).join(' and ')}`,
            zh: `第九、第十个参数经 ${beyond.map((register) => `x${register}`).join('、')} 传入`,
          }
        : {
            en: `all ten arguments arrive on the stack (${fromStack} loads)`,
            zh: `十个参数均在栈上传入（${fromStack} 次读取）`,
          };
    return refuted(
      {
        en: `Between Go functions ${passing.en}, and a function that calls others saves ${saved.size === 0 ? 'none' : [...saved].join(', ')} of x19–x28`,
        zh: `Go 函数之间，${passing.zh}；调用其他函数的函数在 x19–x28 中${saved.size === 0 ? '一个也不保存' : `保存 ${[...saved].join('、')}`}`,
      },
      { figures, warnings },
    );
  },
});

/** Numbers of the registers whose value is used before the function has written one into them. */
function registersReadFirst(instructions: readonly Instruction[]): number[] {
  const written = new Set<number>();
  const read = new Set<number>();
  for (const { operands } of instructions) {
    const [target = '', ...sources] = operands;
    for (const source of sources) {
      const register = numberOf(source);
      if (register !== undefined && !written.has(register)) read.add(register);
    }
    const register = numberOf(target);
    if (register !== undefined) written.add(register);
  }
  return [...read].toSorted((one, other) => one - other);
}

function numberOf(operand: string): number | undefined {
  const [, digits] = /^[xw](\d+)$/.exec(operand) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** Of x19–x27: x28 holds the goroutine in Go and is never an ordinary register. */
function savedRegisters({ mnemonic, operands }: Instruction): string[] {
  if (!['stp', 'str'].includes(mnemonic) || !operands.some((operand) => operand.includes('[sp'))) return [];
  return operands.filter((operand) => /^x(?:19|2[0-7])$/.test(operand));
}
