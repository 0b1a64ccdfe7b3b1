/**
 * The default is in go.env; off is a word of its own.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { hostsAsked, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, refuted } from '../../model/verdict.ts';

/** As the whitepaper has it. */
const PUBLIC = 'sum.golang.org';

export const defaultSumdb = claim({
  id: 'default-sumdb',
  subject: 'modules',
  answers: ['W3.22'],
  statement: {
    en: 'GOSUMDB names the public database by default, and off disables the lookup.',
    zh: 'GOSUMDB 默认为公共数据库,设为 off 则停用查询。',
  },
  method: {
    en: 'Asks go env GOSUMDB with nothing set and with off, and downloads with a database and with off.',
    zh: '在未设置与设为 off 时询问 go env GOSUMDB，并分别以数据库与 off 下载。',
  },
  wouldChange: {
    en: 'Another default than the public database, or a lookup with off.',
    zh: '默认值并非公共数据库，或设为 off 时仍有查询。',
  },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const asked = trialOf(trials, 'the default database');
    const byDefault = asked.commands[0]?.stdout.trim() ?? '';
    const off = hostsAsked(trialOf(trials, 'no database'), ['lookup', 'supported', 'tile']);
    const on = hostsAsked(trialOf(trials, 'a keyed database'), ['lookup']);
    const told = {
      en: `GOSUMDB is ${byDefault || 'empty'} by default; with off ${off.length === 0 ? 'nobody was asked' : `${off.join(', ')} was asked`}, with a database ${on.join(', ') || 'nobody'}`,
      zh: `GOSUMDB 默认为 ${byDefault || '空'}；设为 off 时${off.length === 0 ? '无查询' : `询问了 ${off.join('、')}`}，设数据库时询问 ${on.join('、') || '无'}`,
    };
    const warnings = [
      {
        en: 'Downloaded toolchains are the exception: with off, Go refuses them',
        zh: '例外是下载的工具链：设为 off 时 Go 拒绝它们',
      },
    ];
    return byDefault === PUBLIC && off.length === 0 && on.length > 0
      ? confirmed(told, { warnings })
      : refuted(told, { warnings });
  },
});
