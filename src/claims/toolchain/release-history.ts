/**
 * The table "since when": the same questions, asked of one release of each minor version. It is there
 * only if the user allowed the network and a full run.
 *
 * @module
 */

import type { CodeGenerationHistory } from '../../evidence/toolchain/code-generation-history.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import { instructionOf, loopsIn } from './compiled-code.ts';

type Release = CodeGenerationHistory['releases'][number];

/** Only the package of the statement: the runtime hashes maps with AES as well. */
const CRYPTO_AES = /^crypto\/(?:aes|internal\/fips140\/aes)[./]/;

/** AES instructions that functions of crypto/aes use, by name; undefined if the program is missing. */
function aesInCrypto({ program }: Release): readonly string[] | undefined {
  return program?.groups.flatMap(({ feature, mnemonic, functions }) =>
    feature === 'aes' && functions.some(isCryptoAes) ? [mnemonic] : [],
  );
}

export function isCryptoAes(name: string): boolean {
  return CRYPTO_AES.test(name);
}

/** The first release whose crypto/aes uses AES instructions, where each one was asked. */
export function firstWithAes(history: CodeGenerationHistory | undefined): Release | undefined {
  return history?.releases.find((release) => (aesInCrypto(release)?.length ?? 0) > 0);
}

/** No figure without a history. */
export function historyFigures(history: CodeGenerationHistory | undefined): TableFigure[] {
  if (!history) return [];
  return [
    table(
      { en: 'Since when: one release of each minor version', zh: '始于何时：每个次版本取一个发布' },
      [
        'Go',
        { en: 'vectorised loops', zh: '向量化的循环' },
        { en: 'arguments nine and ten', zh: '第九、第十个参数' },
        { en: 'AES in crypto/aes', zh: 'crypto/aes 中的 AES 指令' },
        { en: 'SVE and SME', zh: 'SVE 与 SME' },
      ],
      history.releases.map((release) => {
        const loops = loopsIn(release.functions);
        const missing = release.trouble ?? '?';
        return [
          release.version,
          loops.length === 0
            ? missing
            : `${loops.filter(({ vector }) => vector > 0).length} / ${loops.length}`,
          argumentsOf(release),
          aesInCrypto(release)?.join(', ') ?? missing,
          release.program
            ? release.program.groups.reduce(
                (sum, { feature, words }) => sum + (/^s[vm]e/.test(feature) ? words : 0),
                0,
              )
            : missing,
        ];
      }),
    ),
  ];
}

/** By how a function of ten arguments comes to its last ones. */
function argumentsOf({ functions }: Release) {
  const ten = functions.find(({ name }) => name === 'TenArguments');
  if (!ten) return '?';
  const isLoaded = ten.words.map(instructionOf).some(({ text }) => /^ld[rp] .*\[sp/.test(text));
  return isLoaded ? { en: 'on the stack', zh: '在栈上' } : { en: 'in registers', zh: '在寄存器中' };
}
