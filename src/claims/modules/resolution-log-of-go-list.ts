/**
 * The printed go list command logs how modules were resolved.
 *
 * @module
 */

import { vendoredBuilds } from '../../evidence/modules/vendored-builds.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const resolutionLogOfGoList = claim({
  id: 'resolution-log-of-go-list',
  subject: 'modules',
  answers: ['W4.53'],
  statement: {
    en: 'The printed go list command logs how modules were resolved.',
    zh: '所给 go list 命令会输出模块解析日志。',
  },
  method: {
    en: 'The command as printed on a module with and without vendor/, beside the whole list.',
    zh: '对有、无 vendor/ 的模块原样执行，并与完整列表对照。',
  },
  wouldChange: {
    en: 'Lines that name a module with \u201ccached\u201d or as vendored.',
    zh: '出现以 cached 或 vendored 标明模块的行。',
  },
  needs: { builds: vendoredBuilds },

  judge({ builds: { lists } }) {
    if (lists.length < 2) return inconclusive({ en: 'it could not be run', zh: '未能执行' });
    const matched = lists.map(({ vendored, printed }) => ({
      vendored,
      words: printed.stdout.trim().split('\n')[0] ?? '',
    }));
    const naming = matched.filter(({ words }) => / v\d.*(cached|vendor)/.test(words));
    if (naming.length > 0)
      return confirmed({ en: `it prints ${naming[0]?.words ?? ''}`, zh: `输出 ${naming[0]?.words ?? ''}` });
    const told = (text: string): string => (text === '' ? 'nothing' : JSON.stringify(text));
    return refuted({
      en: `without vendor/ it prints ${told(matched.find(({ vendored }) => !vendored)?.words ?? '')}, with it ${told(matched.find(({ vendored }) => vendored)?.words ?? '')}: no module's resolution`,
      zh: `无 vendor/ 时输出 ${told(matched.find(({ vendored }) => !vendored)?.words ?? '')}，有时输出 ${told(matched.find(({ vendored }) => vendored)?.words ?? '')}：均非模块的解析过程`,
    });
  },
});
