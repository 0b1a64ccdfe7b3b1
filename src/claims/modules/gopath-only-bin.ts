/**
 * GOPATH still decides where modules and the timeline of the checksum database are kept.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { complaintOf, exitOf, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const gopathOnlyBin = claim({
  id: 'gopath-only-bin',
  subject: 'modules',
  answers: ['W3.19', 'W3.24'],
  statement: {
    en: 'In module mode, since Go 1.16, GOPATH affects nothing but where bin/ lies.',
    zh: '模块模式下（Go 1.16 起）GOPATH 只影响 bin/ 的位置。',
  },
  method: {
    en: 'Sets GOPATH to a directory of its own, builds a module with a dependency and installs a tool, and lists what appears below it.',
    zh: '将 GOPATH 设为独立目录，构建一个带依赖的模块并安装一个工具，列出其下出现的内容。',
  },
  wouldChange: { en: 'Nothing but bin/ below GOPATH.', zh: 'GOPATH 之下只有 bin/。' },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const trial = trialOf(trials, 'a GOPATH of its own');
    const places = ['bin', 'pkg/mod', 'pkg/sumdb'].filter((name) => trial.entries.includes(`own/${name}/`));
    if (exitOf(trial, 1) !== 0 || exitOf(trial, 2) !== 0)
      return inconclusive({
        en: `The build under a GOPATH of its own failed: ${complaintOf(trial, 1)}`,
        zh: `独立 GOPATH 下的构建失败：${complaintOf(trial, 1)}`,
      });
    const told = {
      en: `Below GOPATH appeared ${places.join(', ')}`,
      zh: `GOPATH 之下出现了 ${places.join('、')}`,
    };
    return places.join() === 'bin' ? confirmed(told) : refuted(told);
  },
});
