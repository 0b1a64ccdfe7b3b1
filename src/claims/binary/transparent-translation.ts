/**
 * Rosetta is not part of a fresh macOS: the first Intel program asks for its installation.
 *
 * @module
 */

import { darwinStart } from '../../evidence/runtime/darwin-start.ts';
import { system } from '../../evidence/machine/system.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, notApplicable, refuted } from '../../model/verdict.ts';

export const transparentTranslation = claim({
  id: 'transparent-translation',
  subject: 'binary',
  answers: ['W2.68'],
  statement: {
    en: 'macOS translates the x86_64 program without any further step.',
    zh: 'macOS 无需额外步骤即可转译运行该 x86_64 程序。',
  },
  method: {
    en: 'On an Apple silicon Mac, starts a darwin/amd64 program that reads sysctl.proc_translated of itself.',
    zh: '在 Apple Silicon Mac 上启动一个读取自身 sysctl.proc_translated 的 darwin/amd64 程序。',
  },
  wouldChange: {
    en: 'A program that starts with the value 1, or one that the system refuses.',
    zh: '程序启动且值为 1，或系统拒绝启动。',
  },
  needs: { start: darwinStart, system },

  judge({ start, system: { release } }) {
    const amd64 = start.runs.find(({ goarch }) => goarch === 'amd64');
    const native = start.runs.find(({ goarch }) => goarch === 'arm64');
    const here = release ?? 'macOS';
    if (native?.exit !== 0) {
      return notApplicable({
        en: 'This is an Intel Mac: nothing is translated',
        zh: '这是 Intel Mac，无需转译',
      });
    }
    if (amd64?.exit !== 0) {
      return refuted(
        {
          en: `${here} refuses the amd64 program: ${amd64?.stderr.trim() ?? 'it was not started'}`,
          zh: `${here} 拒绝该 amd64 程序：${amd64?.stderr.trim() ?? '未能启动'}`,
        },
        {
          mend: {
            text: {
              en: 'Install Rosetta, if you need Intel programs',
              zh: '如需运行 Intel 程序，请安装 Rosetta',
            },
            command: 'softwareupdate --install-rosetta',
          },
        },
      );
    }
    return amd64.translated === 1
      ? confirmed({
          en: `On ${here} the amd64 program starts and reads proc_translated = 1; the arm64 one reads ${native.translated ?? 'nothing'}`,
          zh: `在 ${here} 上，amd64 程序直接启动且 proc_translated = 1；arm64 程序读得 ${native.translated ?? '无'}`,
        })
      : inconclusive({
          en: `The amd64 program starts but reads proc_translated = ${amd64.translated ?? 'nothing'}`,
          zh: `amd64 程序可以启动，但 proc_translated = ${amd64.translated ?? '无'}`,
        });
  },
});
