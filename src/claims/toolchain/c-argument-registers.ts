/**
 * What the C compilers pass in which register. Go's own calls are another matter, and cgo goes from
 * one to the other.
 *
 * @module
 */

import { cArguments, type CArguments } from '../../evidence/toolchain/c-arguments.ts';
import { argumentRegisters } from '../../formats/argument-registers.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

/** AAPCS64 §6.4.2; System V psABI for AMD64 §3.2.3. */
const EXPECTED = {
  arm64: ['x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7'],
  amd64: ['rdi', 'rsi', 'rdx', 'rcx', 'r8', 'r9', 'stack', 'stack'],
} as const;

type Architecture = keyof typeof EXPECTED;

export const cArgumentRegisters = claim({
  id: 'c-argument-registers',
  subject: 'toolchain',
  answers: ['W2.04'],
  statement: {
    en: 'A C call takes its first integer arguments from x0–x7 on arm64, and from rdi and rsi first on x86-64.',
    zh: 'C 调用的前几个整型参数在 arm64 上经 x0–x7 传递，在 x86-64 上先经 rdi、rsi。',
  },
  method: {
    en: 'Compiles C functions of eight integer arguments, each of which returns another one, with the C compilers at hand for both architectures (`-S -O1`), and reads which register is returned.',
    zh: '用本机可用的 C 编译器为两种架构编译若干有八个整型参数、各返回其中一个的 C 函数（`-S -O1`），读出所返回的寄存器。',
  },
  wouldChange: {
    en: 'A compiler that takes one of the first arguments from another register.',
    zh: '有编译器从其他寄存器取得前几个参数之一。',
  },
  needs: { compilers: cArguments },

  judge({ compilers: { listings } }) {
    const rows = listings.flatMap((listing) => rowOf(listing));
    const figures = [
      table(
        { en: 'Where the arguments arrive', zh: '各参数的传入位置' },
        [
          { en: 'compiler', zh: '编译器' },
          { en: 'target', zh: '目标' },
          ...Array.from({ length: 8 }, (_, index) => `${index + 1}`),
        ],
        rows.map(({ command, machine, registers }) => [
          command,
          machine,
          ...Array.from({ length: 8 }, (_, index) => registers[index] ?? '?'),
        ]),
      ),
    ];
    const other = rows.find(
      ({ registers, architecture }) => registers.join() !== EXPECTED[architecture].join(),
    );
    const warnings = [
      {
        en: 'Calls between Go functions use others: x0–x15 on arm64, and rax, rbx, rcx, rdi, rsi, r8–r11 on amd64 (Go’s abi-internal.md)',
        zh: 'Go 函数之间的调用使用其他寄存器：arm64 为 x0–x15，amd64 为 rax、rbx、rcx、rdi、rsi、r8–r11（见 Go 的 abi-internal.md）',
      },
    ];
    if (other)
      return refuted(
        {
          en: `${other.command} for ${other.machine} takes them from ${other.registers.map((one) => one ?? '?').join(', ')}`,
          zh: `${other.command}（${other.machine}）的参数来自 ${other.registers.map((one) => one ?? '?').join('、')}`,
        },
        { figures, warnings },
      );
    const missing = (['arm64', 'amd64'] as const).find(
      (wanted) => !rows.some(({ architecture }) => architecture === wanted),
    );
    if (missing)
      return inconclusive(
        {
          en: `No C compiler for ${missing} is at hand; ${rows.length} for the other architecture agree`,
          zh: `没有面向 ${missing} 的 C 编译器；另一架构的 ${rows.length} 个编译器结果一致`,
        },
        {
          figures,
          remedy: {
            en: 'Install clang, or gcc and gcc-aarch64-linux-gnu',
            zh: '请安装 clang，或 gcc 与 gcc-aarch64-linux-gnu',
          },
        },
      );
    return confirmed(
      {
        en: `${rows.length} compilations agree: x0–x7 on arm64; rdi, rsi, rdx, rcx, r8, r9 and then the stack on x86-64`,
        zh: `${rows.length} 次编译结果一致：arm64 为 x0–x7；x86-64 为 rdi、rsi、rdx、rcx、r8、r9，其后在栈上`,
      },
      { figures, warnings },
    );
  },
});

interface Row {
  readonly command: string;
  readonly machine: string;
  readonly architecture: Architecture;
  readonly registers: readonly (string | undefined)[];
}

/** None for a compiler that failed, or for another architecture, or whose text holds no function. */
function rowOf({ machine = '', run }: CArguments['listings'][number]): Row[] {
  const architecture = /^(?:aarch64|arm64)/.test(machine)
    ? 'arm64'
    : machine.startsWith('x86_64')
      ? 'amd64'
      : undefined;
  if (run.exit !== 0 || architecture === undefined) return [];
  const registers = argumentRegisters(run.stdout, architecture);
  const command = run.command.replace(/ -S .*$/, '');
  return registers.length > 0 ? [{ command, machine, architecture, registers }] : [];
}
