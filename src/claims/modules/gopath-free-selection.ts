/**
 * Version selection reads go.mod files, wherever they are cached.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { complaintOf, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const gopathFreeSelection = claim({
  id: 'gopath-free-selection',
  subject: 'modules',
  answers: ['W3.25'],
  statement: {
    en: 'GOPATH does not affect which module versions are selected.',
    zh: 'GOPATH 不影响模块版本的选择。',
  },
  method: {
    en: 'Runs go list -m all on one module under five GOPATHs.',
    zh: '在五个 GOPATH 下对同一模块运行 go list -m all。',
  },
  wouldChange: { en: 'Two GOPATHs with different lists.', zh: '两个 GOPATH 得出不同列表。' },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const trial = trialOf(trials, 'five GOPATHs');
    const lists = trial.commands.map(({ stdout }) => stdout);
    if (lists.length < 5 || trial.commands.some(({ exit }) => exit !== 0))
      return inconclusive({
        en: `go list -m all failed: ${complaintOf(trial)}`,
        zh: `go list -m all 失败：${complaintOf(trial)}`,
      });
    const kinds = new Set(lists).size;
    const told = {
      en: `go list -m all under ${lists.length} GOPATHs gave ${kinds} list${kinds === 1 ? '' : 's'}`,
      zh: `在 ${lists.length} 个 GOPATH 下，go list -m all 得出 ${kinds} 种列表`,
    };
    return kinds === 1 ? confirmed(told) : refuted(told);
  },
});
