/**
 * A comma goes on after two answers only; a bar after any.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { hostsAsked, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, refuted } from '../../model/verdict.ts';

export const goproxyOrder = claim({
  id: 'goproxy-order',
  subject: 'modules',
  answers: ['W3.21'],
  statement: {
    en: 'GOPROXY takes a comma-separated list that is tried in order.',
    zh: 'GOPROXY 接受逗号分隔的列表并按序尝试。',
  },
  method: {
    en: 'Gives GOPROXY two proxies and lets the first answer 404, 410, 403 and 503.',
    zh: '为 GOPROXY 指定两个代理，令第一个依次回 404、410、403、503。',
  },
  wouldChange: {
    en: 'The second proxy asked after 403 or 503, or not asked after 404 or 410, behind a comma.',
    zh: '“,”之后，第二个代理在 403 或 503 后被询问，或在 404、410 后未被询问。',
  },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const after = (separator: string) =>
      [404, 410, 403, 503].filter((status) =>
        hostsAsked(trialOf(trials, `first proxy answers ${status}, then "${separator}"`), ['info']).includes(
          'b.test',
        ),
      );
    const [comma, bar] = [after(','), after('|')];
    const told = {
      en: `Behind "," the second proxy was asked after ${comma.join(', ') || 'nothing'}; behind "|" also after ${bar.join(', ') || 'nothing'}`,
      zh: `“,”之后，第二个代理在 ${comma.join('、') || '无'} 后被询问；“|”之后还包括 ${bar.join('、') || '无'}`,
    };
    return comma.join() === '404,410' ? confirmed(told) : refuted(told);
  },
});
