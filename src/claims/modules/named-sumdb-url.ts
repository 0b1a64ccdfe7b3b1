/**
 * A database of one’s own is named by its key: a host name alone says nothing that a signature
 * could be checked with.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { complaintOf, exitOf, hostsAsked, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const namedSumdbUrl = claim({
  id: 'named-sumdb-url',
  subject: 'modules',
  answers: ['W3.23'],
  statement: {
    en: 'A private checksum database can be named by host name and URL.',
    zh: '私有校验数据库可用“主机名 + URL”指定。',
  },
  method: {
    en: 'Downloads one module in the rig with the printed value, and with the same address behind name+hash+key.',
    zh: '在试验台上以所给取值下载一个模块，再以 name+hash+key 加同一地址下载。',
  },
  wouldChange: { en: 'A download that the named database verifies.', zh: '下载经所指名的数据库校验。' },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const printed = trialOf(trials, 'the printed example');
    const keyed = trialOf(trials, 'the printed example with its key');
    if (exitOf(printed) === 0 && hostsAsked(printed, ['lookup']).length > 0)
      return confirmed({
        en: 'The printed value works: the named database was asked',
        zh: '所给取值可用：已询问所指名的数据库',
      });
    if (exitOf(keyed) !== 0)
      return inconclusive({
        en: `Neither the printed value nor one with a key works: ${complaintOf(keyed)}`,
        zh: `所给取值与带密钥的取值均不可用：${complaintOf(keyed)}`,
      });
    return refuted({
      en: `Go rejects the printed value (${complaintOf(printed)}); with name+hash+key before the address it works`,
      zh: `Go 拒绝所给取值（${complaintOf(printed)}）；在地址前写 name+hash+key 即可`,
    });
  },
});
