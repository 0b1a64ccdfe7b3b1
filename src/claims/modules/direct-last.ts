/**
 * Go refuses no list for the place of direct; what follows it is dead text.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { exitOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const directLast = claim({
  id: 'direct-last',
  subject: 'modules',
  answers: ['W3.31'],
  statement: { en: 'direct must stand at the end of GOPROXY.', zh: 'direct 必须位于 GOPROXY 末尾。' },
  method: {
    en: 'Downloads one module with lists without direct, with direct last, first and in the middle.',
    zh: '分别以不含 direct、direct 居末、居首、居中的列表下载同一模块。',
  },
  wouldChange: {
    en: 'Every list but the one with direct last refused.',
    zh: '除 direct 居末者外的列表均被拒绝。',
  },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const lists = Object.entries(trials).filter(([name]) => name.startsWith('GOPROXY='));
    const accepted = lists.filter(([, trial]) => exitOf(trial) === 0).map(([name]) => name);
    const isLast = (name: string): boolean => name.endsWith(',direct');
    const told = {
      en: `${accepted.length} of ${lists.length} lists are accepted${accepted.length > 0 ? `: ${accepted.join(' · ')}` : ''}`,
      zh: `${lists.length} 个列表中有 ${accepted.length} 个被接受${accepted.length > 0 ? `：${accepted.join(' · ')}` : ''}`,
    };
    const warnings = [
      {
        en: 'Entries after direct or off are never read, and Go does not say so',
        zh: 'direct 或 off 之后的条目永不生效，Go 也不会提示',
      },
    ];
    if (!accepted.some(isLast)) return inconclusive(told, { warnings });
    return accepted.every(isLast) ? confirmed(told, { warnings }) : refuted(told, { warnings });
  },
});
