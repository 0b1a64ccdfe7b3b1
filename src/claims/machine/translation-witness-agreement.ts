/**
 * Two witnesses that contradict each other are a finding by themselves: either something is
 * translated, or something lies.
 *
 * @module
 */

import { translation, type WitnessWords } from '../../evidence/machine/translation.ts';
import { claim } from '../../model/claim.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const FEWEST = 3;

export const translationWitnessAgreement = claim({
  id: 'translation-witness-agreement',
  subject: 'machine',
  answers: [],
  statement: {
    en: 'Every witness says the same of the hardware and of how this process runs on it.',
    zh: '关于硬件及本进程在其上的运行方式，所有见证说法一致。',
  },
  method: {
    en: 'Asks the kernel, the processor and the process in several ways, of which a translator can fake some only, and compares the answers.',
    zh: '以多种方式询问内核、处理器与进程（转译器只能伪造其中一部分），并比较各自的回答。',
  },
  wouldChange: { en: 'One witness that says something else.', zh: '有一个见证说法不同。' },
  needs: { translation },

  judge({ translation: { witnesses } }) {
    const figures = [witnessFigure(witnesses)];
    for (const about of ['hardware', 'process'] as const) {
      const heard = witnesses.filter((witness) => witness.about === about);
      const [first] = heard;
      const other = heard.find(({ says }) => says !== first?.says);
      if (first && other) {
        return refuted(
          {
            en: `${first.id} says ${first.says} (${first.raw}) and ${other.id} says ${other.says} (${other.raw}): this process is translated, or one of them is faked`,
            zh: `${first.id} 称 ${SAID[first.says] ?? first.says}（${first.raw}），而 ${other.id} 称 ${SAID[other.says] ?? other.says}（${other.raw}）：本进程正被转译，或其中之一系伪造`,
          },
          { figures },
        );
      }
    }
    if (witnesses.length < FEWEST) {
      return inconclusive(
        {
          en: `Only ${witnesses.length} witnesses could be heard; ${FEWEST} are needed`,
          zh: `仅有 ${witnesses.length} 个见证，至少需要 ${FEWEST} 个`,
        },
        { figures },
      );
    }
    const [hardware, process] = ['hardware', 'process'].map(
      (about) => witnesses.find((witness) => witness.about === about)?.says,
    );
    return confirmed(
      {
        en: `All ${witnesses.length} witnesses agree: ${hardware ?? 'unknown'} hardware, ${process ?? 'unknown'} process`,
        zh: `${witnesses.length} 个见证一致：硬件为 ${hardware ?? '未知'}，进程为${SAID[process ?? ''] ?? '未知'}`,
      },
      { figures },
    );
  },
});

const SAID: Readonly<Record<string, string>> = { native: '原生', translated: '转译' };

function witnessFigure(witnesses: readonly WitnessWords[]): TableFigure {
  return table(
    { en: 'What each witness says', zh: '各见证的说法' },
    [
      { en: 'witness', zh: '见证' },
      { en: 'about', zh: '关于' },
      { en: 'says', zh: '说法' },
      { en: 'raw', zh: '原文' },
      { en: 'can be faked', zh: '可伪造' },
    ],
    witnesses.map(({ id, about, says, raw, weight }) => [
      id,
      about === 'hardware' ? { en: 'hardware', zh: '硬件' } : { en: 'process', zh: '进程' },
      { en: says, zh: SAID[says] ?? says },
      raw,
      weight === 'hint' ? { en: 'yes', zh: '是' } : { en: 'no', zh: '否' },
    ]),
  );
}
