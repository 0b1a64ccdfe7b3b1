/**
 * The check of each channel runs unattended: fully for the official package, partly for Homebrew, hardly for gvm.
 *
 * @module
 */

import { heldGoTrees, type HeldGoTrees } from '../../evidence/toolchain/held-go-trees.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, notApplicable, refuted } from '../../model/verdict.ts';
import { isReleased, standing } from './held-tree.ts';

/** In the order that the paper gives them, best first. */
const CHANNELS = ['official', 'homebrew', 'gvm'] as const;

export const unattendedChannelChecks = claim({
  id: 'unattended-channel-checks',
  subject: 'toolchain',
  answers: ['W3.09'],
  statement: {
    en: 'The check of each channel runs unattended: fully for the official package, partly for Homebrew, hardly for gvm.',
    zh: '各渠道的校验可自动执行：官方包程度高，Homebrew 中，gvm 低。',
  },
  method: {
    en: 'Every tree of the three channels on this machine is held against the checksum log, which asks no person and takes no token. Counted is what was left open for a channel: a network that was not allowed to be asked, a difference from the release that a person must judge, and files that could not be named. The order holds if each channel leaves open more than the one before it.',
    zh: '将本机三种渠道的每个目录树与校验日志比对，无需人工也无需令牌。统计各渠道仍未完成的步骤：未获准使用的网络、须由人判断的差异，以及未能指出的文件。若后一渠道的未完成步骤多于前者，则次序成立。',
  },
  wouldChange: {
    en: 'A channel whose check leaves open as little as, or less than, that of the channel before it.',
    zh: '某渠道的未完成步骤不多于前一渠道。',
  },
  needs: { trees: heldGoTrees },

  judge({ trees: { trees } }) {
    const found = CHANNELS.flatMap((channel) => {
      const own = trees.filter(({ manager }) => manager === channel);
      return own.length === 0 ? [] : [{ channel, own, open: Math.max(...own.map(stepsLeftOpen)) }];
    });
    if (found.length === 0)
      return notApplicable({
        en: 'no Go on this machine came from one of the three channels',
        zh: '本机没有来自这三种渠道的 Go',
      });
    const figures = [
      table(
        { en: 'what the check of each channel left open', zh: '各渠道校验后仍未完成的步骤' },
        [
          { en: 'channel', zh: '渠道' },
          { en: 'tree', zh: '目录树' },
          { en: 'steps left open', zh: '未完成步骤' },
          { en: 'standing', zh: '状态' },
        ],
        found.flatMap(({ channel, own }) =>
          own.map((tree) => [channel, tree.goroot, stepsLeftOpen(tree), standing(tree)]),
        ),
      ),
    ];
    const counted = found.map(({ channel, open }) => `${channel} ${open}`).join(', ');
    const wrong = found.findIndex(({ open }, at) => at > 0 && open <= (found[at - 1]?.open ?? 0));
    const [before, after] = [found[wrong - 1], found[wrong]];
    if (before && after)
      return refuted(
        {
          en: `the check of ${after.channel} needs no more than that of ${before.channel}: steps left open ${counted}, with no terminal and no token`,
          zh: `${after.channel} 的校验并不比 ${before.channel} 需要更多步骤：未完成步骤 ${counted}，均无需终端与令牌`,
        },
        { figures },
      );
    return found.length === CHANNELS.length
      ? confirmed(
          {
            en: `each channel leaves open more than the one before: ${counted}`,
            zh: `各渠道的未完成步骤依次增多：${counted}`,
          },
          { figures },
        )
      : inconclusive(
          {
            en: `of the three channels only ${found.map(({ channel }) => channel).join(' and ')} is here, and its check left ${counted.replace(/^\w+ /, '')} steps open: an order needs all of them`,
            zh: `三种渠道中本机只有 ${found.map(({ channel }) => channel).join('、')}，未完成步骤 ${counted}：无从比较次序`,
          },
          { figures },
        );
  },
});

/** A network that was not asked, a difference that a person must judge, files that were not named. */
function stepsLeftOpen({ held }: HeldGoTrees['trees'][number]): number {
  if (!held) return 2;
  if (held.logged.state !== 'proven') return 1;
  return Number(!isReleased(held)) + Number(held.notNamed !== undefined);
}
