/**
 * A mnemonic is a name that an assembler gives; other architectures are free to use the same.
 *
 * @module
 */

import { ASKED_MNEMONICS, foreignMnemonics } from '../../evidence/binary/foreign-mnemonics.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

interface Hit {
  readonly architecture: string;
  readonly mnemonic: string;
  readonly text: string;
  readonly by: string;
}

export const arm64OnlyMnemonics = claim({
  id: 'arm64-only-mnemonics',
  subject: 'binary',
  answers: ['W3.47'],
  statement: {
    en: 'movk, br and ldr exist in AArch64 only.',
    zh: 'movk、br、ldr 只存在于 AArch64。',
  },
  method: {
    en: 'Assembles the three for other architectures with llvm-mc, where it is present, and disassembles what the Go compiler makes for its other ports (`go tool objdump -gnu`, in the full profile where it must be built).',
    zh: '若有 llvm-mc，用它为其他架构汇编这三者；并反汇编 Go 编译器为其他移植生成的代码（`go tool objdump -gnu`，需先构建时仅在完整模式下进行）。',
  },
  wouldChange: {
    en: 'None of the three in any other architecture.',
    zh: '其他任何架构中均无这三者。',
  },
  needs: { foreign: foreignMnemonics },

  judge({ foreign: { assembled, disassembled } }) {
    const foreign = assembled.filter(({ triple }) => !triple.startsWith('aarch64'));
    const hits: readonly Hit[] = [
      ...foreign.flatMap(({ triple, assembly, run }) => {
        const mnemonic = assembly.split(' ')[0] ?? '';
        // What llvm-mc prints back is what it took the line for.
        const isTaken = run.exit === 0 && new RegExp(`^\\s*${mnemonic}\\s`, 'm').test(run.stdout);
        return isTaken ? [{ architecture: triple, mnemonic, text: assembly, by: 'llvm-mc' }] : [];
      }),
      ...disassembled.flatMap(({ goarch, found }) =>
        found.map(({ mnemonic, first }) => ({
          architecture: goarch,
          mnemonic,
          text: first,
          by: 'go tool objdump',
        })),
      ),
    ];
    const figures = [
      table(
        { en: 'The three in other architectures', zh: '其他架构中的三者' },
        [
          { en: 'mnemonic', zh: '助记符' },
          { en: 'architecture', zh: '架构' },
          { en: 'instruction', zh: '指令' },
          { en: 'by', zh: '依据' },
        ],
        hits.map(({ mnemonic, architecture, text, by }) => [mnemonic, architecture, text, by]),
      ),
    ];
    const names = ASKED_MNEMONICS.filter((name) => hits.some(({ mnemonic }) => mnemonic === name));
    if (hits.length > 0) {
      const shown = names.map((name) => {
        const where = new Set(
          hits.filter(({ mnemonic }) => mnemonic === name).map((hit) => hit.architecture),
        );
        return { name, where: [...where] };
      });
      return refuted(
        {
          en: `${names.length} of three occur elsewhere: ${shown.map(({ name, where }) => `${name} (${where.join(', ')})`).join('; ')}`,
          zh: `三者中有 ${names.length} 者见于其他架构：${shown.map(({ name, where }) => `${name}（${where.join('、')}）`).join('；')}`,
        },
        { figures },
      );
    }
    const isHeard = assembled.some(({ triple, run }) => triple === 'aarch64' && run.exit === 0);
    const instructions = disassembled.reduce((sum, one) => sum + one.instructions, 0);
    if (!isHeard || instructions === 0)
      return inconclusive(
        {
          en: `Nothing was found, but ${isHeard ? '' : 'no assembler was at hand and '}only ${instructions} instructions of other architectures were read`,
          zh: `没有发现，但${isHeard ? '' : '没有可用的汇编器，且'}只读到其他架构的 ${instructions} 条指令`,
        },
        {
          figures,
          remedy: {
            en: 'Install LLVM, and run goassay run --only W3.47 --profile full',
            zh: '请安装 LLVM，并运行 goassay run --only W3.47 --profile full',
          },
        },
      );
    return confirmed(
      {
        en: `None of the three in ${instructions} instructions of ${disassembled.length} other architectures, and llvm-mc takes them for AArch64 only`,
        zh: `其他 ${disassembled.length} 种架构的 ${instructions} 条指令中均无三者，且 llvm-mc 只在 AArch64 下接受`,
      },
      { figures },
    );
  },
});
