/**
 * Lookups and tiles are needed; the latest head is not asked for.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { complaintOf, exitOf, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const lookupEndpoint = claim({
  id: 'lookup-endpoint',
  subject: 'modules',
  answers: ['W3.33'],
  statement: {
    en: 'The database URL must answer /lookup/<module>@<version>.',
    zh: '数据库 URL 必须支持 /lookup/<模块>@<版本>。',
  },
  method: {
    en: 'Serves a checksum database in the rig and takes lookup, latest and tiles away in turn.',
    zh: '在试验台上提供校验数据库，依次去掉 lookup、latest 与瓦片。',
  },
  wouldChange: {
    en: 'A verified download from a database without lookups.',
    zh: '在没有 lookup 的数据库上校验成功。',
  },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const works = (name: string): boolean => exitOf(trialOf(trials, name)) === 0;
    if (!works('a keyed database'))
      return inconclusive({
        en: `The whole database does not work either: ${complaintOf(trialOf(trials, 'a keyed database'))}`,
        zh: `完整的数据库也不可用：${complaintOf(trialOf(trials, 'a keyed database'))}`,
      });
    const needed = ['lookups', 'a latest head', 'tiles'].filter(
      (part) => !works(`a database without ${part}`),
    );
    const told = {
      en: `Go cannot do without ${needed.join(' and ') || 'nothing'}`,
      zh: `Go 不可缺少：${needed.map((part) => ({ lookups: 'lookup', 'a latest head': 'latest', tiles: '瓦片' })[part] ?? part).join('、') || '无'}`,
    };
    const warnings = needed.includes('tiles')
      ? [
          {
            en: 'Tiles below /tile/8/ are needed as well, which the whitepaper does not say; the version has its "v" already',
            zh: '还需要 /tile/8/ 之下的瓦片，白皮书未提及；版本本身已含“v”',
          },
        ]
      : [];
    return needed.includes('lookups') ? confirmed(told, { warnings }) : refuted(told, { warnings });
  },
});
