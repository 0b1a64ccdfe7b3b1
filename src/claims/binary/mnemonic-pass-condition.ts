/**
 * The paper's condition, applied to what it should tell apart. Any word may be met in foreign code
 * by chance: LDP alone has one in 128 of all words.
 *
 * @module
 */

import { mnemonicCounts, type MnemonicCounts } from '../../evidence/binary/mnemonic-counts.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

/** The ledger's. */
const FEWEST = 50;

type Counts = MnemonicCounts['texts'][number];

export const mnemonicPassCondition = claim({
  id: 'mnemonic-pass-condition',
  subject: 'binary',
  answers: ['W3.50'],
  statement: {
    en: 'The pass condition “disassembles and contains movk, br or ldp” separates arm64 code from x86-64 code.',
    zh: '通过条件“可反汇编且含 movk/br/ldp”能区分 arm64 与 x86-64 代码。',
  },
  method: {
    en: 'Reads the code of programs for both architectures as A64 (those built here, the toolchain’s own, the system’s) and counts the three mnemonics in each.',
    zh: '将两种架构程序的代码（本机所构建者、工具链自带者、系统程序）一律按 A64 读取，统计其中三个助记符。',
  },
  wouldChange: {
    en: 'At least 50 programs, and none of the three in any x86-64 code.',
    zh: '至少 50 个程序，且任何 x86-64 代码中均无三者。',
  },
  needs: { counts: mnemonicCounts },

  judge({ counts: { texts } }) {
    const rows = (['arm64', 'amd64'] as const).map((architecture) => {
      const own = texts.filter((text) => text.architecture === architecture);
      return {
        architecture,
        texts: own.length,
        words: sum(own, ({ words }) => words),
        movk: sum(own, ({ movk }) => movk),
        br: sum(own, ({ br }) => br),
        ldp: sum(own, ({ ldp }) => ldp),
        any: own.filter(({ movk, br, ldp }) => movk + br + ldp > 0).length,
        all: own.filter(({ movk, br, ldp }) => movk > 0 && br > 0 && ldp > 0).length,
      };
    });
    const [arm64, amd64] = rows;
    const figures = [
      table(
        { en: 'The three mnemonics when code is read as A64', zh: '代码按 A64 读取时的三个助记符' },
        [
          { en: 'code', zh: '代码' },
          { en: 'programs', zh: '程序数' },
          { en: 'words', zh: '字数' },
          'movk',
          'br',
          'ldp',
          { en: 'with one of them', zh: '含其一者' },
          { en: 'with all three', zh: '三者俱全者' },
        ],
        rows.map((row) => [
          row.architecture,
          row.texts,
          row.words.toLocaleString('en'),
          row.movk,
          row.br,
          row.ldp,
          row.any,
          row.all,
        ]),
      ),
    ];
    const foreign = texts.find(
      ({ architecture, movk, br, ldp }) => architecture === 'amd64' && movk + br + ldp > 0,
    );
    if (foreign && amd64)
      return refuted(
        {
          en: `${amd64.any} of ${amd64.texts} x86-64 programs pass, such as ${nameOf(foreign)} with ${foreign.ldp} ldp, ${foreign.movk} movk and ${foreign.br} br; ${amd64.all} of them have all three`,
          zh: `${amd64.texts} 个 x86-64 程序中有 ${amd64.any} 个通过，如 ${nameOf(foreign)} 含 ldp ${foreign.ldp} 条、movk ${foreign.movk} 条、br ${foreign.br} 条；三者俱全者 ${amd64.all} 个`,
        },
        { figures },
      );
    const failing = texts.find(
      ({ architecture, movk, br, ldp }) => architecture === 'arm64' && movk + br + ldp === 0,
    );
    if (failing)
      return refuted(
        {
          en: `${nameOf(failing)} is arm64 code and has none of the three in ${failing.words} words`,
          zh: `${nameOf(failing)} 是 arm64 代码，但 ${failing.words} 个字中三者皆无`,
        },
        { figures },
      );
    if (texts.length < FEWEST || !arm64?.texts || !amd64?.texts)
      return inconclusive(
        {
          en: `Only ${arm64?.texts ?? 0} arm64 and ${amd64?.texts ?? 0} x86-64 programs could be read of the ${FEWEST} wanted`,
          zh: `只读到 ${arm64?.texts ?? 0} 个 arm64 与 ${amd64?.texts ?? 0} 个 x86-64 程序，少于所需的 ${FEWEST} 个`,
        },
        { figures },
      );
    return confirmed(
      {
        en: `None of ${amd64.texts} x86-64 programs has one of the three, and each of ${arm64.texts} arm64 programs has`,
        zh: `${amd64.texts} 个 x86-64 程序中三者皆无，${arm64.texts} 个 arm64 程序则都有`,
      },
      { figures },
    );
  },
});

function sum(texts: readonly Counts[], of: (text: Counts) => number): number {
  return texts.reduce((total, text) => total + of(text), 0);
}

function nameOf({ path }: Counts): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
