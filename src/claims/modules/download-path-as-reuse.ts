/**
 * A path below pkg/mod/cache/download in the output shows that a module was reused.
 *
 * @module
 */

import { vendoredBuilds } from '../../evidence/modules/vendored-builds.ts';
import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const downloadPathAsReuse = claim({
  id: 'download-path-as-reuse',
  subject: 'modules',
  answers: ['W4.56'],
  statement: {
    en: 'A path below pkg/mod/cache/download in the output shows that a module was reused.',
    zh: '输出中出现 pkg/mod/cache/download 路径表明模块被复用。',
  },
  method: {
    en: 'A build with a filled module cache and an empty build cache; lines that name the download cache and lines that name extracted directories are counted.',
    zh: '以已填充的模块缓存与空的构建缓存构建，统计指向下载缓存与指向解包目录的行。',
  },
  wouldChange: { en: 'The path for a module that is reused.', zh: '被复用的模块出现该路径。' },
  needs: { builds: vendoredBuilds },

  judge({
    builds: {
      modulePaths: { run, download, extracted },
    },
  }) {
    if (run.exit !== 0)
      return inconclusive({ en: `the build fails: ${complaint(run)}`, zh: `构建失败：${complaint(run)}` });
    return download > 0
      ? confirmed({
          en: `${download} lines name it, ${extracted} the extracted directory`,
          zh: `${download} 行提到该路径，${extracted} 行提到解包目录`,
        })
      : refuted({
          en: `no line names it; ${extracted} lines name the extracted directory of the module that was reused`,
          zh: `没有一行提到该路径；${extracted} 行提到被复用模块的解包目录`,
        });
  },
});
