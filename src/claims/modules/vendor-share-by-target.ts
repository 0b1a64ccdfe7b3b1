/**
 * Where packages come from does not depend on the processor they are built for.
 *
 * @module
 */

import { vendorTrials } from '../../evidence/modules/vendor-trials.ts';
import { complaintOf, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const vendorShareByTarget = claim({
  id: 'vendor-share-by-target',
  subject: 'modules',
  answers: ['W4.58'],
  statement: {
    en: 'vendor/ is loaded for 100 % of packages on arm64 and 98.2 % on amd64.',
    zh: 'vendor/ 的加载率在 arm64 上为 100%,在 amd64 上为 98.2%。',
  },
  method: {
    en: 'Lists the directory of every third-party package of a vendored module for both targets.',
    zh: '为两种目标列出一个已 vendor 的模块中每个第三方包的目录。',
  },
  wouldChange: { en: 'A share below 100 % for one target only.', zh: '仅一种目标的占比低于 100%。' },
  needs: { vendor: vendorTrials },

  judge({ vendor }) {
    const trial = trialOf(vendor, 'vendored for two targets');
    const [arm64, amd64] = [2, 3].map((index) => {
      const lines = (trial.commands[index]?.stdout ?? '')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('app.test '));
      return { all: lines.length, vendored: lines.filter((line) => line.includes('/vendor/')).length };
    });
    if (!arm64 || !amd64 || arm64.all === 0 || amd64.all === 0)
      return inconclusive({
        en: `The packages could not be listed: ${complaintOf(trial, 2)}`,
        zh: `未能列出各包：${complaintOf(trial, 2)}`,
      });
    const told = {
      en: `${arm64.vendored} of ${arm64.all} third-party packages come from vendor/ for arm64, ${amd64.vendored} of ${amd64.all} for amd64`,
      zh: `来自 vendor/ 的第三方包：arm64 为 ${arm64.vendored}/${arm64.all}，amd64 为 ${amd64.vendored}/${amd64.all}`,
    };
    return arm64.vendored / arm64.all > amd64.vendored / amd64.all ? confirmed(told) : refuted(told);
  },
});
