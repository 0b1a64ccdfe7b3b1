/**
 * The checksum database is asked wherever the module comes from; a private pattern is what keeps
 * it from being asked.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { complaintOf, exitOf, hostsAsked, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const unverifiedDirect = claim({
  id: 'unverified-direct',
  subject: 'modules',
  answers: ['W3.35'],
  statement: {
    en: 'Without a proxy a module is fetched directly and not checked against the checksum database.',
    zh: '不经代理时模块被直接拉取,且不经校验数据库检查。',
  },
  method: {
    en: 'Fetches a module with GOPROXY=direct from an origin in the rig and looks for lookups; then one that GOPRIVATE matches.',
    zh: '以 GOPROXY=direct 从试验台上的源站获取模块并查看查询；再获取一个匹配 GOPRIVATE 的模块。',
  },
  wouldChange: {
    en: 'A direct fetch without a lookup although no pattern matches.',
    zh: '无模式匹配时，直接拉取仍无查询。',
  },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const trial = trialOf(trials, 'fetched directly');
    if (exitOf(trial) !== 0)
      return inconclusive({
        en: `The direct fetch failed: ${complaintOf(trial)}`,
        zh: `直接拉取失败：${complaintOf(trial)}`,
      });
    const [open, hidden] = [hostsAsked(trial, ['lookup'], 0), hostsAsked(trial, ['lookup'], 1)];
    const told = {
      en: `A direct fetch asked ${open.join(', ') || 'no database'}; one that GOPRIVATE matches asked ${hidden.join(', ') || 'no database'}`,
      zh: `直接拉取时询问了 ${open.join('、') || '无数据库'}；匹配 GOPRIVATE 者询问了 ${hidden.join('、') || '无数据库'}`,
    };
    return open.length === 0 ? confirmed(told) : refuted(told);
  },
});
