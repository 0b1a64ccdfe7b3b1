/**
 * What the database does not vouch for is not unpacked.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { complaintOf, exitOf, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, refuted } from '../../model/verdict.ts';

export const cachedWhenVerified = claim({
  id: 'cached-when-verified',
  subject: 'modules',
  answers: ['W3.36'],
  statement: {
    en: 'A verified module is cached in GOPATH/pkg/mod, and a failed check reports an error and stops.',
    zh: '校验成功的模块缓存到 GOPATH/pkg/mod,校验失败则报错终止。',
  },
  method: {
    en: 'Serves one honest and one forged module from the rig and reads the module cache and the exit status.',
    zh: '在试验台上提供一个诚实与一个伪造的模块，读取模块缓存与退出码。',
  },
  wouldChange: {
    en: 'The forged module in the cache, or an exit status of 0 for it.',
    zh: '伪造模块进入缓存，或其退出码为 0。',
  },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const trial = trialOf(trials, 'an honest and a forged module');
    const [honest, forged] = ['open.test/lib@', 'git.internal.company/team/lib@'].map((name) =>
      trial.entries.some((entry) => entry.startsWith(`gopath/pkg/mod/${name}`)),
    );
    const told = {
      en: `The honest module is ${honest ? '' : 'not '}in the cache with exit ${exitOf(trial) ?? '?'}; the forged one is ${forged ? '' : 'not '}in it, with exit ${exitOf(trial, 1) ?? '?'}: ${complaintOf(trial, 1)}`,
      zh: `诚实模块${honest ? '已' : '未'}入缓存，退出码 ${exitOf(trial) ?? '?'}；伪造模块${forged ? '已' : '未'}入缓存，退出码 ${exitOf(trial, 1) ?? '?'}：${complaintOf(trial, 1)}`,
    };
    return honest === true && forged === false && exitOf(trial) === 0 && exitOf(trial, 1) === 1
      ? confirmed(told)
      : refuted(told);
  },
});
