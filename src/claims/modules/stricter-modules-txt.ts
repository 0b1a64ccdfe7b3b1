/**
 * The reader of modules.txt is the same code on every processor.
 *
 * @module
 */

import { damagedVendorLists } from '../../evidence/modules/damaged-vendor-lists.ts';
import { trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const stricterModulesTxt = claim({
  id: 'stricter-modules-txt',
  subject: 'modules',
  answers: ['W4.59'],
  statement: {
    en: 'The go command reads vendor/modules.txt more strictly on arm64.',
    zh: 'go 命令在 arm64 上对 vendor/modules.txt 的解析更严格。',
  },
  method: {
    en: 'Puts a hundred damaged modules.txt in place and lets the go command read each for both targets.',
    zh: '放入一百份损坏的 modules.txt，让 go 命令分别为两种目标读取。',
  },
  wouldChange: {
    en: 'One file that is refused for one target and accepted for the other.',
    zh: '某一文件对一种目标被拒绝而对另一种被接受。',
  },
  needs: { damaged: damagedVendorLists },

  judge({ damaged }) {
    const reads = trialOf(damaged, 'damaged modules.txt').commands.filter(({ line }) =>
      line.startsWith('go list'),
    );
    const pairs = Array.from({ length: Math.floor(reads.length / 2) }, (_, index) =>
      reads.slice(2 * index, 2 * index + 2),
    );
    const different = pairs.filter(
      ([arm64, amd64]) => arm64?.exit !== amd64?.exit || arm64?.stderr !== amd64?.stderr,
    );
    const refusedBoth = pairs.filter(([arm64]) => arm64?.exit !== 0).length;
    if (pairs.length < 100 || refusedBoth === 0)
      return inconclusive({
        en: `Only ${pairs.length} files were read, ${refusedBoth} of them refused`,
        zh: `只读取了 ${pairs.length} 个文件，其中 ${refusedBoth} 个被拒绝`,
      });
    const told = {
      en: `${pairs.length} damaged files were read for both targets: ${refusedBoth} are refused for arm64, and ${different.length} are judged differently for amd64`,
      zh: `${pairs.length} 份损坏文件为两种目标读取：arm64 拒绝 ${refusedBoth} 份，amd64 判定不同者 ${different.length} 份`,
    };
    return different.length === 0 ? refuted(told) : confirmed(told);
  },
});
