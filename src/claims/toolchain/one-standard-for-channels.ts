/**
 * Trees from Homebrew, gvm and the official package are held against one standard, and all are as released.
 *
 * @module
 */

import { heldGoTrees } from '../../evidence/toolchain/held-go-trees.ts';
import { isReleased } from './held-tree.ts';
import { explanationOf, type GorootIntegrity } from '../../evidence/toolchain/goroot-integrity.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { table } from '../../model/figure.ts';

export const oneStandardForChannels = claim({
  id: 'one-standard-for-channels',
  subject: 'toolchain',
  answers: ['W3.01'],
  statement: {
    en: 'Trees from Homebrew, gvm and the official package are held against one standard, and all are as released.',
    zh: 'Homebrew、gvm 与官方包的目录树按同一标准检验，且均与发布版一致。',
  },
  method: {
    en: 'Every Go tree that is found, with the channel that put it there, against the logged hash of its release; what Homebrew removes is an explained difference. A gvm or Homebrew tree that was built here is another build, and counts as a difference.',
    zh: '找出每个 Go 目录树及其渠道，与其发布版在日志中的哈希比对；Homebrew 所删除者为可解释差异。gvm 或 Homebrew 在本机构建的目录树属另一次构建，计为差异。',
  },
  wouldChange: {
    en: 'A tree of one of the three with a difference that its channel does not explain.',
    zh: '三种渠道之一的目录树出现渠道无法解释的差异。',
  },
  needs: { trees: heldGoTrees },

  judge({ trees: { trees } }) {
    const channels = ['official', 'homebrew', 'gvm'] as const;
    const standings = channels.map((channel) => {
      const own = trees.filter(({ manager }) => manager === channel);
      const known = own.filter(({ held }) => held?.logged.state === 'proven');
      return { channel, own, known, wrong: known.find(({ held }) => held && !isExplained(held)) };
    });
    const figures = [
      table(
        { en: 'channels', zh: '渠道' },
        [
          { en: 'channel', zh: '渠道' },
          { en: 'trees', zh: '目录树' },
          { en: 'held against the log', zh: '已与日志比对' },
        ],
        standings.map(({ channel, own, known }) => [channel, own.length, known.length]),
      ),
    ];
    const wrong = standings.find((one) => one.wrong)?.wrong;
    if (wrong)
      return refuted(
        {
          en: `${wrong.goroot}, put there by ${wrong.manager}, has ${wrong.held?.differences.length ?? 0} differences that its channel does not explain`,
          zh: `由 ${wrong.manager} 安装的 ${wrong.goroot} 有 ${wrong.held?.differences.length ?? 0} 处渠道无法解释的差异`,
        },
        { figures },
      );
    const missing = standings.filter(({ known }) => known.length === 0).map(({ channel }) => channel);
    if (missing.length > 0)
      return inconclusive(
        {
          en: `no tree of ${missing.join(', ')} could be held against the log here`,
          zh: `本机没有可与日志比对的 ${missing.join('、')} 目录树`,
        },
        {
          figures,
          remedy: {
            en: 'Run it on a machine that has a Go of each channel, once with --online',
            zh: '在三种渠道均有 Go 的机器上运行，并先用一次 --online',
          },
        },
      );
    return confirmed(
      {
        en: `trees of all three channels stand against the log: ${trees.length} trees`,
        zh: `三种渠道的目录树均通过日志比对：共 ${trees.length} 个`,
      },
      { figures },
    );
  },
});

function isExplained(held: GorootIntegrity): boolean {
  if (isReleased(held)) return true;
  const { differences, differencesProven, odd } = held;
  return (
    differencesProven &&
    odd.length === 0 &&
    differences.length > 0 &&
    differences.every((difference) => explanationOf(difference) !== undefined)
  );
}
