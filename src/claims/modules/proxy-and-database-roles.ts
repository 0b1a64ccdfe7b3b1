/**
 * Modules come from one place and are vouched for by another.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { complaintOf, exitOf, hostsAsked, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const proxyAndDatabaseRoles = claim({
  id: 'proxy-and-database-roles',
  subject: 'modules',
  answers: ['W3.20'],
  statement: {
    en: 'GOPROXY decides where modules come from and GOSUMDB which database vouches for their hashes.',
    zh: 'GOPROXY 决定模块来源,GOSUMDB 决定由哪个数据库为其哈希背书。',
  },
  method: {
    en: 'Downloads a module with a proxy and a database in the rig and sorts the requests by host; then with the first proxy answering 404.',
    zh: '在试验台上经代理与数据库下载模块，按主机归类请求；再令首个代理回 404。',
  },
  wouldChange: {
    en: 'A module file from the database, or a lookup at another host than GOSUMDB says.',
    zh: '模块文件来自数据库，或查询发往 GOSUMDB 以外的主机。',
  },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const trial = trialOf(trials, 'a keyed database at an address');
    const moved = trialOf(trials, 'first proxy answers 404, then ","');
    const sources = hostsAsked(trial, ['info', 'mod', 'zip']);
    const verifiers = hostsAsked(trial, ['lookup', 'tile']);
    if (exitOf(trial) !== 0)
      return inconclusive({
        en: `The download failed: ${complaintOf(trial)}`,
        zh: `下载失败：${complaintOf(trial)}`,
      });
    const told = {
      en: `Files came from ${sources.join(', ')} as GOPROXY says, lookups went to ${verifiers.join(', ') || 'nobody'}; with GOPROXY changed they came from ${hostsAsked(moved, ['zip']).at(-1) ?? 'nobody'}`,
      zh: `文件按 GOPROXY 来自 ${sources.join('、')}，查询发往 ${verifiers.join('、') || '无'}；改动 GOPROXY 后来自 ${hostsAsked(moved, ['zip']).at(-1) ?? '无'}`,
    };
    const isSo =
      sources.join() === 'a.test' &&
      verifiers.join() === 'db.test' &&
      hostsAsked(moved, ['zip']).at(-1) === 'b.test';
    return isSo ? confirmed(told) : refuted(told);
  },
});
