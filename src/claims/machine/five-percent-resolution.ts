/**
 * What this machine lets a comparison see: the first thing to know before any other figure of the
 * laboratory is believed. A check of our own.
 *
 * @module
 */

import { noiseFloor } from '../../evidence/machine/noise-floor.ts';
import { compare } from '../../laboratory/comparison.ts';
import { comparisonFigures } from '../../laboratory/figures.ts';
import { doubtText, faultTexts, percent, settingTexts } from '../../laboratory/telling.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const WANTED = 1.05;
const FEWEST_ROUNDS = 10;

export const fivePercentResolution = claim({
  id: 'five-percent-resolution',
  subject: 'machine',
  answers: [],
  statement: {
    en: 'Twenty rounds of a short program tell times apart on this machine that differ by 5 %.',
    zh: '在本机上，短程序运行二十轮即可分辨相差 5 % 的耗时。',
  },
  method: {
    en: 'Runs one program of 40 ms against itself in rounds dealt by chance, and works out from the noise of the ratios which difference 80 of 100 such experiments would find.',
    zh: '让一个 40 毫秒的程序与自身对比，各轮次序随机分配；由比值的噪声推算：100 次同样的实验中有 80 次能发现多大的差异。',
  },
  wouldChange: {
    en: 'More or less noise: other work on the machine, a frequency that is not fixed, a hypervisor.',
    zh: '噪声的增减：机器上的其他工作、未固定的频率、虚拟化。',
  },
  needs: { observations: noiseFloor },

  judge({ observations }) {
    const comparison = compare(observations);
    const { rounds, detectable, ratio, p } = comparison;
    const particulars = {
      figures: comparisonFigures([comparison], observations),
      warnings: [
        ...faultTexts(comparison, observations),
        ...comparison.doubts.map(doubtText),
        ...settingTexts(observations),
      ],
    };
    if (rounds < FEWEST_ROUNDS) {
      return inconclusive(
        { en: `Only ${rounds} rounds are valid`, zh: `有效轮次仅 ${rounds}` },
        { ...particulars, remedy: { en: 'Run it again on a quieter machine', zh: '请在更安静的机器上重试' } },
      );
    }
    const figures = `${ratio.estimate.toFixed(3)} [${ratio.low.toFixed(3)}, ${ratio.high.toFixed(3)}] (p = ${p.toFixed(3)})`;
    const because = {
      en: `${rounds} rounds find a difference of ${percent(detectable - 1)} in 80 of 100 experiments; the ratio of the program to itself was ${figures}`,
      zh: `${rounds} 轮在 100 次实验中有 80 次可发现 ${percent(detectable - 1)} 的差异；程序与自身之比为 ${figures}`,
    };
    return detectable <= WANTED ? confirmed(because, particulars) : refuted(because, particulars);
  },
});
