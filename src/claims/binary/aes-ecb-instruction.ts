/**
 * The architecture's AES instructions do one round of a block (FEAT_AES: AESE, AESD, AESMC, AESIMC);
 * ECB is a mode of using a cipher and none of them. So the name is looked for, and the age as well.
 *
 * @module
 */

import { instructionPlaces } from '../../evidence/binary/instruction-places.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { codeGenerationHistory } from '../../evidence/toolchain/code-generation-history.ts';
import { portOrigins } from '../../evidence/toolchain/port-origins.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { of, wish } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { originOf, originsFigure } from '../toolchain/origin-of-port.ts';
import { firstWithAes, historyFigures, isCryptoAes } from '../toolchain/release-history.ts';

const ORIGIN = 'crypto/aes (arm64)';
const CLAIMED_MINOR = 18;

export const aesEcbInstruction = claim({
  id: 'aes-ecb-instruction',
  subject: 'binary',
  answers: ['W2.08'],
  statement: {
    en: 'Since Go 1.18 crypto/aes uses an AES-ECB instruction on arm64.',
    zh: '自 Go 1.18 起，crypto/aes 在 arm64 上使用 AES-ECB 指令。',
  },
  method: {
    en: 'Builds a program that uses crypto/aes for linux/arm64, names every AES instruction in it with its functions, and looks the first release with such code up in the shipped table.',
    zh: '为 linux/arm64 构建使用 crypto/aes 的程序，列出其中每条 AES 指令及所在函数，并在随附的表中查找首个含此类代码的版本。',
  },
  wouldChange: {
    en: 'An instruction of that name in crypto/aes, and no AES instruction there before 1.18.',
    zh: 'crypto/aes 中出现该名称的指令，且 1.18 之前其中没有 AES 指令。',
  },
  needs: {
    places: of(instructionPlaces, PRODUCTS.libraryCalls),
    origins: portOrigins,
    history: wish(codeGenerationHistory),
  },

  judge({ places, origins, history }) {
    const aes = places.groups.flatMap((group) => {
      const functions = group.functions.filter(isCryptoAes);
      return group.feature === 'aes' ? [{ ...group, inAes: functions }] : [];
    });
    const used = aes.filter(({ inAes }) => inAes.length > 0);
    const figures = [
      table(
        { en: 'AES instructions of the program', zh: '程序中的 AES 指令' },
        [
          { en: 'instruction', zh: '指令' },
          { en: 'words', zh: '条数' },
          { en: 'functions', zh: '函数' },
        ],
        aes.map(({ mnemonic, words, functions }) => [mnemonic, words, functions.slice(0, 8).join(', ')]),
      ),
      originsFigure(origins, [ORIGIN]),
      ...historyFigures(history),
    ];
    if (places.instructions === 0)
      return inconclusive({ en: 'The program has no readable functions', zh: '程序中没有可读取的函数' });
    if (used.length === 0)
      return refuted(
        {
          en: `crypto/aes holds no AES instruction at all in ${places.instructions.toLocaleString('en')} instructions of the program`,
          zh: `程序的 ${places.instructions.toLocaleString('en')} 条指令中，crypto/aes 不含任何 AES 指令`,
        },
        { figures },
      );
    const origin = originOf(origins, ORIGIN);
    const compiled = firstWithAes(history);
    const isOlder = [origin?.release.minor, compiled?.minor].some(
      (minor) => minor !== undefined && minor < CLAIMED_MINOR,
    );
    const names = used.map(({ mnemonic }) => mnemonic.toUpperCase());
    const isNamed = names.some((name) => name.includes('ECB'));
    const since = {
      en: origin ? `, since ${origin.version}` : '',
      zh: origin ? `，始于 ${origin.version}` : '',
    };
    const told = {
      en: `crypto/aes uses ${names.join(', ')}${since.en}; ${isNamed ? 'an AES-ECB instruction is among them' : 'no instruction is named AES-ECB'}`,
      zh: `crypto/aes 使用 ${names.join('、')}${since.zh}；${isNamed ? '其中有 AES-ECB 指令' : '没有名为 AES-ECB 的指令'}`,
    };
    if (!isNamed || isOlder) return refuted(told, { figures });
    return origin?.release.minor === CLAIMED_MINOR
      ? confirmed(told, { figures })
      : inconclusive(told, { figures });
  },
});
