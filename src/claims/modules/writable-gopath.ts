/**
 * Which directory an operation writes to, it needs; a build of what is there needs neither.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { exitOf, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const writableGopath = claim({
  id: 'writable-gopath',
  subject: 'modules',
  answers: ['W3.34'],
  statement: { en: 'GOPATH must allow writing to bin/ and pkg/.', zh: 'GOPATH 必须允许写入 bin/ 与 pkg/。' },
  method: {
    en: 'Builds and installs with bin/ and pkg/ write-protected in turn.',
    zh: '依次将 bin/ 与 pkg/ 设为只读，再构建与安装。',
  },
  wouldChange: {
    en: 'A build that fails with either directory write-protected.',
    zh: '任一目录只读时构建即失败。',
  },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const [bin, pkg] = [trialOf(trials, 'write-protected bin'), trialOf(trials, 'write-protected pkg')];
    if (exitOf(bin) === 0 || exitOf(pkg) === 0)
      return inconclusive(
        {
          en: 'Write protection does not bind this user: a file was written into a protected directory',
          zh: '写保护对此用户无效：文件仍写入了受保护的目录',
        },
        { remedy: { en: 'Run goassay as another user than root', zh: '以非 root 用户运行 goassay' } },
      );
    const can = (isDone: boolean): string => (isDone ? 'works' : 'fails');
    const zh = (isDone: boolean): string => (isDone ? '成功' : '失败');
    const [binBuild, pkgBuild] = [exitOf(bin, 1) === 0, exitOf(pkg, 1) === 0];
    const told = {
      en: `With bin/ protected a build ${can(binBuild)} and an install ${can(exitOf(bin, 2) === 0)}; with pkg/ protected a build without dependencies ${can(pkgBuild)} and an install ${can(exitOf(pkg, 2) === 0)}`,
      zh: `bin/ 只读时构建${zh(binBuild)}、安装${zh(exitOf(bin, 2) === 0)}；pkg/ 只读时无依赖的构建${zh(pkgBuild)}、安装${zh(exitOf(pkg, 2) === 0)}`,
    };
    return binBuild || pkgBuild ? refuted(told) : confirmed(told);
  },
});
