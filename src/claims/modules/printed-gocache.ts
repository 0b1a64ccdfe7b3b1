/**
 * The shell expands the tilde of an assignment; in quotes it stays, and Go refuses it.
 *
 * @module
 */

import { vendorTrials } from '../../evidence/modules/vendor-trials.ts';
import { exitOf, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, refuted } from '../../model/verdict.ts';

export const printedGocache = claim({
  id: 'printed-gocache',
  subject: 'modules',
  answers: ['W4.57'],
  statement: {
    en: 'Pointing GOCACHE at a fresh directory below the home directory gives the test a build cache of its own.',
    zh: '将 GOCACHE 指向主目录下的新目录,可为测试提供独立的构建缓存。',
  },
  method: {
    en: 'Builds with the printed assignment before the command, and with its value in quotes, and looks at both cache directories.',
    zh: '以所给赋值作前缀构建，再将其值加引号构建，查看两个缓存目录。',
  },
  wouldChange: {
    en: 'The default cache written to, or the new directory missing.',
    zh: '默认缓存被写入，或新目录未出现。',
  },
  needs: { vendor: vendorTrials },

  judge({ vendor }) {
    const trial = trialOf(vendor, 'the printed GOCACHE');
    const has = (name: string): boolean => trial.entries.includes(name);
    const told = {
      en: `The build exits ${exitOf(trial) ?? '?'}; ~/tmp/go-build-cache is ${has('tmp/go-build-cache/') ? '' : 'not '}there and the default cache was ${has('default-cache/') ? '' : 'not '}written; with the tilde in quotes go exits ${exitOf(trial, 1) ?? '?'}`,
      zh: `构建退出码 ${exitOf(trial) ?? '?'}；~/tmp/go-build-cache ${has('tmp/go-build-cache/') ? '已' : '未'}出现，默认缓存${has('default-cache/') ? '被' : '未被'}写入；波浪号加引号时 go 退出码 ${exitOf(trial, 1) ?? '?'}`,
    };
    return exitOf(trial) === 0 && has('tmp/go-build-cache/') && !has('default-cache/')
      ? confirmed(told)
      : refuted(told);
  },
});
