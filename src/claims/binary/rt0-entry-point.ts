/**
 * The paper prints the first instructions of a linux/arm64 Go binary: _rt0_arm64_linux, first in
 * .text, at 0x401000, four words. Address and words are compared; nothing needs decoding.
 *
 * @module
 */

import { binaryIdentity, thinSlice } from '../../evidence/binary/binary-identity.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { of } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const SYMBOL = '_rt0_arm64_linux';
const ADDRESS = 0x401000;
const WORDS = [0xd2800000, 0xf2a00000, 0xf2c00000, 0xd61f0000] as const;

export const rt0EntryPoint = claim({
  id: 'rt0-entry-point',
  subject: 'binary',
  answers: ['W3.45'],
  statement: {
    en: 'In a linux/arm64 Go binary _rt0_arm64_linux stands first, at 0x401000, and begins with the four printed instructions.',
    zh: '在 linux/arm64 Go 二进制中，_rt0_arm64_linux 位于 0x401000 且以所列四条指令开头。',
  },
  method: {
    en: 'Builds a hello for linux/arm64, finds the symbol in its symbol table and compares its address and its first four words with the printed ones.',
    zh: '为 linux/arm64 构建 hello，在符号表中找到该符号，将其地址与前四个机器字同所印内容比较。',
  },
  wouldChange: {
    en: 'The symbol at 0x401000 with the four printed words.',
    zh: '该符号位于 0x401000 且前四个机器字与所印相同。',
  },
  needs: { identity: of(binaryIdentity, PRODUCTS.helloLinuxArm64) },

  judge({ identity }) {
    const entry = thinSlice(identity)?.symbols?.entryPoints.find(({ name }) => name === SYMBOL);
    if (!entry)
      return inconclusive({ en: `The program has no symbol ${SYMBOL}`, zh: `程序中没有符号 ${SYMBOL}` });
    const equal = WORDS.filter((word, index) => entry.words[index] === word).length;
    const figures = [
      table(
        { en: 'First words of the entry point', zh: '入口点的前几个机器字' },
        [
          { en: 'offset', zh: '偏移' },
          { en: 'printed', zh: '白皮书所印' },
          { en: 'real', zh: '真实' },
        ],
        WORDS.map((word, index) => [`+${index * 4}`, hex(word), hex(entry.words[index] ?? 0)]),
      ),
    ];
    const said = {
      en: `${SYMBOL} lies at 0x${entry.address.toString(16)} and ${equal} of its first ${WORDS.length} words are the printed ones`,
      zh: `${SYMBOL} 位于 0x${entry.address.toString(16)}，前 ${WORDS.length} 个机器字中有 ${equal} 个与所印相同`,
    };
    return entry.address === ADDRESS && equal === WORDS.length
      ? confirmed(said, { figures })
      : refuted(said, { figures });
  },
});

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
