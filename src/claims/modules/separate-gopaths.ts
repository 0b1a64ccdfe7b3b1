/**
 * Two GOPATHs share no binary, no module and no timeline; they do share the build cache and the
 * settings.
 *
 * @module
 */

import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { complaintOf, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const separateGopaths = claim({
  id: 'separate-gopaths',
  subject: 'modules',
  answers: ['W3.28'],
  statement: {
    en: 'A GOPATH of its own keeps binaries and modules apart from the public environment.',
    zh: '独立的 GOPATH 使二进制与模块同公共环境隔离。',
  },
  method: {
    en: 'Builds and installs under two GOPATHs and compares what each has.',
    zh: '在两个 GOPATH 下构建并安装，比较各自的内容。',
  },
  wouldChange: {
    en: 'A binary, module or timeline that only one of them has after both were used.',
    zh: '两者都用过之后，只有其一拥有二进制、模块或时间线。',
  },
  needs: { trials: configurationTrials },

  judge({ trials }) {
    const trial = trialOf(trials, 'two GOPATHs');
    const lacking = ['one', 'two'].flatMap((name) =>
      ['bin/tool', 'pkg/mod/', 'pkg/sumdb/']
        .filter((place) => !trial.entries.includes(`${name}/${place}`))
        .map((place) => `${name}/${place}`),
    );
    if (trial.commands.length === 0 || trial.commands.some(({ exit }) => exit !== 0))
      return inconclusive({
        en: `A build under one of the GOPATHs failed: ${complaintOf(trial)}`,
        zh: `某一 GOPATH 下的构建失败：${complaintOf(trial)}`,
      });
    const warnings = [
      {
        en: 'The build cache and the file of go env -w are shared all the same',
        zh: '构建缓存与 go env -w 的文件仍是共用的',
      },
    ];
    return lacking.length === 0
      ? confirmed(
          {
            en: 'Each GOPATH has binaries, modules and checksum state of its own',
            zh: '每个 GOPATH 各有自己的二进制、模块与校验状态',
          },
          { warnings },
        )
      : refuted(
          { en: `Not of its own: ${lacking.join(', ')}`, zh: `并非各自独有：${lacking.join('、')}` },
          { warnings },
        );
  },
});
