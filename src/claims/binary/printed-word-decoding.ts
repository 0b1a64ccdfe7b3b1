/**
 * The paper's four words, by our own decoder and by every disassembler at hand.
 *
 * @module
 */

import { disassemble } from '../../arm64/index.ts';
import { PRINTED_WORDS, printedWords } from '../../evidence/binary/printed-words.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, refuted } from '../../model/verdict.ts';

export const printedWordDecoding = claim({
  id: 'printed-word-decoding',
  subject: 'binary',
  answers: ['W3.46'],
  statement: {
    en: 'The four printed words decode to the four printed instructions.',
    zh: '所列四个机器字可译码为所列四条指令。',
  },
  method: {
    en: 'Decodes d2800000, f2a00000, f2c00000 and d61f0000 with goassay’s decoder and, where they are present, llvm-mc and GNU objdump; numbers are compared as numbers.',
    zh: '用 goassay 的译码器以及本机可用的 llvm-mc 与 GNU objdump 译码 d2800000、f2a00000、f2c00000、d61f0000；数字按数值比较。',
  },
  wouldChange: {
    en: 'One decoder that reads one of the words otherwise.',
    zh: '有译码器对其中一个字给出不同读法。',
  },
  needs: { words: printedWords },

  judge({ words: { readings } }) {
    const own = { command: 'goassay', texts: PRINTED_WORDS.map(({ word }) => disassemble(word) ?? '') };
    // A tool that reads no A64 says nothing about the words.
    const heard = [own, ...readings.filter(({ exit, texts }) => exit === 0 && texts.length > 0)];
    const figures = [
      table(
        { en: 'The four words', zh: '四个机器字' },
        [
          { en: 'word', zh: '机器字' },
          { en: 'printed', zh: '文中所印' },
          ...heard.map(({ command }) => command.split(' ')[0] ?? ''),
        ],
        PRINTED_WORDS.map(({ word, text }, index) => [
          word.toString(16),
          text,
          ...heard.map(({ texts }) => texts[index] ?? '–'),
        ]),
      ),
    ];
    for (const { command, texts } of heard) {
      const index = PRINTED_WORDS.findIndex(({ text }, at) => plain(texts[at] ?? '') !== plain(text));
      const printed = PRINTED_WORDS[index];
      if (printed)
        return refuted(
          {
            en: `${command} reads ${printed.word.toString(16)} as “${texts[index] ?? 'nothing'}”, not “${printed.text}”`,
            zh: `${command} 将 ${printed.word.toString(16)} 读作“${texts[index] ?? '空'}”，而非“${printed.text}”`,
          },
          { figures },
        );
    }
    const names = heard.map(({ command }) => command.split(' ')[0] ?? '');
    return confirmed(
      {
        en: `All four agree with the text, by ${names.join(', ')}`,
        zh: `四条均与文中一致，依据：${names.join('、')}`,
      },
      { figures },
    );
  },
});

/** Immediates in decimal, one space, lower case: `#0x0` and `#0` are the same number. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/#0x([0-9a-f]+)/g, (_, digits: string) => `#${Number.parseInt(digits, 16)}`);
}
