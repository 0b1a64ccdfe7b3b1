/**
 * The list is asked from its beginning.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, refuted } from '../../model/verdict.ts';

export const internalProxyFirst = claim({
  id: 'internal-proxy-first',
  subject: 'modules',
  answers: ['W3.29'],
  statement: {
    en: 'With these settings go get asks the internal proxy first.',
    zh: '按此配置,go get 首先询问内网代理。',
  },
  method: {
    en: 'Records the requests of go get in the rig with the printed settings.',
    zh: '在试验台上以所给设置运行 go get 并记录请求。',
  },
  wouldChange: {
    en: 'A first request to another host than the first entry.',
    zh: '首个请求发往首个条目以外的主机。',
  },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const [first] = trialOf(trials, 'all printed settings').requests;
    const told = {
      en: `The first request went to ${first?.host ?? 'nobody'}`,
      zh: `首个请求发往 ${first?.host ?? '无'}`,
    };
    return first?.host === 'proxy.internal.company' ? confirmed(told) : refuted(told);
  },
});
