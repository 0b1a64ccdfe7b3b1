/**
 * The printed value is no key, so nothing can be verified with it, and nothing is.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { exitOf, hostsAsked, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, refuted } from '../../model/verdict.ts';

export const printedGosumdb = claim({
  id: 'printed-gosumdb',
  subject: 'modules',
  answers: ['W3.27', 'W3.30'],
  statement: {
    en: 'The printed GOSUMDB value is accepted, and with it the internal database verifies the hashes.',
    zh: '所给 GOSUMDB 取值可被接受，且由内网数据库校验哈希。',
  },
  method: {
    en: 'Runs go get in the rig with exactly the printed settings and looks for a lookup at the named database.',
    zh: '在试验台上以所给设置原样运行 go get，查看是否向所指名的数据库查询。',
  },
  wouldChange: {
    en: 'A lookup at the internal database before go get ends well.',
    zh: 'go get 成功之前向内网数据库有过查询。',
  },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const trial = trialOf(trials, 'all printed settings');
    const asked = hostsAsked(trial, ['lookup']);
    if (exitOf(trial) === 0 && asked.length > 0)
      return confirmed({
        en: `go get succeeds and ${asked.join(', ')} was asked`,
        zh: `go get 成功，且询问了 ${asked.join('、')}`,
      });
    return refuted({
      en: `go get exits ${exitOf(trial) ?? '?'} and ${asked.length === 0 ? 'no database was asked' : `${asked.join(', ')} was asked`}: ${trial.commands[0]?.stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? ''}`,
      zh: `go get 退出码 ${exitOf(trial) ?? '?'}，${asked.length === 0 ? '未询问任何数据库' : `询问了 ${asked.join('、')}`}：${trial.commands[0]?.stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? ''}`,
    });
  },
});
