/**
 * Whether Rosetta 2 translates as a program runs, or the whole file before. Code that no start touches
 * costs a first start nothing if it is never translated, and leaves no stored translation.
 *
 * @module
 */

import { firstStarts } from '../../evidence/runtime/first-starts.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, notApplicable, refuted } from '../../model/verdict.ts';
import { shift } from '../../stats/hodges-lehmann.ts';
import { extraMs, programsOf, startTable } from './first-start-costs.ts';
import { digits } from './ratio-verdict.ts';

export const justInTimeRosetta = claim({
  id: 'just-in-time-rosetta',
  subject: 'runtime',
  answers: ['W2.78'],
  statement: {
    en: 'Rosetta 2 translates a program with a just-in-time compiler at its first start.',
    zh: 'Rosetta 2 在首次启动时以即时编译方式翻译程序。',
  },
  method: {
    en: 'Compares what the first start costs beyond later ones between a small program and one with several times the code, none of which a start touches, and looks for stored translations of them in /var/db/oah.',
    zh: '比较小程序与数倍代码（启动时均不触及）的大程序在首次启动时的额外开销，并在 /var/db/oah 中查找其译文。',
  },
  wouldChange: {
    en: 'A stored translation of the programs, and a first start that costs more with more untouched code.',
    zh: '存有这些程序的译文，且未触及的代码越多首次启动越慢。',
  },
  needs: { starts: firstStarts },

  judge({ starts }) {
    if (starts.means !== 'rosetta')
      return notApplicable({
        en: `${starts.translator ?? starts.means} translates here, not Rosetta 2`,
        zh: `本机的转译器为 ${starts.translator ?? starts.means}，并非 Rosetta 2`,
      });
    const figures = [startTable(starts)];
    const [small, large] = (['small', 'large'] as const).map((size) =>
      programsOf(starts, 'translated', size).map(extraMs),
    ) as [number[], number[]];
    const { estimate, low, high } = shift(small, large);
    const { state, ours, path } = starts.store;
    const told = {
      en: `Untouched code adds ${digits(estimate)} ms to a first start (95 % interval ${digits(low)} to ${digits(high)}); ${path} holds ${ours.length} translations of these programs`,
      zh: `未触及的代码使首次启动增加 ${digits(estimate)} ms（95 % 区间 ${digits(low)} 至 ${digits(high)}）；${path} 中有这些程序的 ${ours.length} 份译文`,
    };
    if (state !== 'listed')
      return inconclusive(
        {
          en: `${path} ${state === 'refused' ? 'may not be looked into' : 'is not there'}, so what is stored is not known. ${told.en}`,
          zh: `${path} ${state === 'refused' ? '无权查看' : '不存在'}，无从得知存有什么。${told.zh}`,
        },
        { figures },
      );
    if (ours.length > 0 && low > 0) return refuted(told, { figures });
    const isUntouched = ours.length === 0 && low <= 0;
    return (isUntouched && Number.isFinite(high) ? confirmed : inconclusive)(told, { figures });
  },
});
