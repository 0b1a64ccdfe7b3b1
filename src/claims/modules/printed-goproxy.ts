/**
 * A bare host name is taken for an https address.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { exitOf, hostsAsked, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, refuted } from '../../model/verdict.ts';

export const printedGoproxy = claim({
  id: 'printed-goproxy',
  subject: 'modules',
  answers: ['W3.26'],
  statement: {
    en: 'The go command accepts the printed GOPROXY value.',
    zh: 'go 命令接受所给的 GOPROXY 取值。',
  },
  method: {
    en: 'Downloads a public and a private module in the rig with the printed value, the first proxy answering 404.',
    zh: '在试验台上以所给取值下载公共与私有模块，首个代理回 404。',
  },
  wouldChange: {
    en: 'Go rejecting an entry, or not asking one of the proxies.',
    zh: 'Go 拒绝某一条目，或未询问其中某个代理。',
  },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const trial = trialOf(trials, 'the printed GOPROXY');
    const asked = hostsAsked(trial, ['info']);
    const seen = hostsAsked(trial, ['info', 'mod', 'zip'], 1);
    const told = {
      en: `go exits ${trial.commands.map(({ exit }) => exit).join(' and ')}; asked were ${asked.join(', ') || 'nobody'}`,
      zh: `go 退出码 ${trial.commands.map(({ exit }) => exit).join('、')}；询问了 ${asked.join('、') || '无'}`,
    };
    const warnings = [
      {
        en: `When the first proxy answers 404, the path of the private module is told to ${seen.join(', ') || 'nobody'}`,
        zh: `首个代理回 404 时，私有模块的路径会发往 ${seen.join('、') || '无'}`,
      },
    ];
    const isAccepted = exitOf(trial) === 0 && asked.length === 2;
    return isAccepted ? confirmed(told, { warnings }) : refuted(told, { warnings });
  },
});
