import { linkTimes } from '../../evidence/toolchain/link-times.ts';
import { compare } from '../../laboratory/comparison.ts';
import { claim } from '../../model/claim.ts';
import { verbatim } from '../../model/text.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { digits, doubtsOf, forest } from '../runtime/ratio-verdict.ts';

/** The ledger's own band. */
const BAND = 0.05;
const FEWEST_ROUNDS = 10;

export const equalStrippedLinks = claim({
  id: 'equal-stripped-links',
  subject: 'toolchain',
  answers: ['W2.71'],
  statement: {
    en: 'With -s -w the two targets no longer differ in link time.',
    zh: '使用 -s -w 后，两个目标的链接耗时不再有差异。',
  },
  method: {
    en: 'Runs go tool link alone on the compiled packages of one program for both targets, with and without -s -w, in 30 rounds whose order is dealt by chance; equal means that the 95 % interval of the ratio lies within 5 % of 1.',
    zh: '对同一程序已编译的包单独运行 go tool link，两个目标、带与不带 -s -w，共 30 轮，次序随机；95 % 区间落在 1 的 5 % 以内即为相等。',
  },
  wouldChange: {
    en: 'An interval of the ratio with -s -w that lies wholly outside of that band.',
    zh: '带 -s -w 时比值的区间整体落在该范围之外。',
  },
  needs: { links: linkTimes },

  judge({ links }) {
    const stripped = compare(links, { first: 0, other: 1, measure: 'wall' });
    const whole = compare(links, { first: 2, other: 3, measure: 'wall' });
    const { ratio, rounds } = stripped;
    const particulars = {
      figures: [
        forest(
          { en: 'Link time, amd64 ÷ arm64', zh: '链接耗时，amd64 ÷ arm64' },
          [
            { label: '-s -w', comparison: stripped },
            { label: { en: 'without', zh: '不带' }, comparison: whole },
          ],
          verbatim('amd64 ÷ arm64'),
        ),
      ],
      warnings: doubtsOf(links),
    };
    const told = {
      en: `With -s -w linking for amd64 takes ${digits(ratio.estimate)} times as long as for arm64 (95 % interval ${digits(ratio.low)} to ${digits(ratio.high)}, ${rounds} rounds), without them ${digits(whole.ratio.estimate)} times`,
      zh: `带 -s -w 时，为 amd64 链接的耗时为 arm64 的 ${digits(ratio.estimate)} 倍（95 % 区间 ${digits(ratio.low)} 至 ${digits(ratio.high)}，${rounds} 轮），不带时为 ${digits(whole.ratio.estimate)} 倍`,
    };
    const [low, high] = [1 - BAND, 1 + BAND];
    if (rounds < FEWEST_ROUNDS) return inconclusive(told, particulars);
    if (ratio.low >= low && ratio.high <= high) return confirmed(told, particulars);
    return ratio.low > high || ratio.high < low
      ? refuted(told, particulars)
      : inconclusive(told, particulars);
  },
});
