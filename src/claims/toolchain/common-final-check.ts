/**
 * The final check of all three channels, `go version -m $(which go)`, tells whether the installed tree is intact.
 *
 * @module
 */

import { changedGoTree } from '../../evidence/toolchain/changed-go-tree.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { table } from '../../model/figure.ts';

export const commonFinalCheck = claim({
  id: 'common-final-check',
  subject: 'toolchain',
  answers: ['W3.17'],
  statement: {
    en: 'The final check of all three channels, `go version -m $(which go)`, tells whether the installed tree is intact.',
    zh: '三种渠道最终的 `go version -m $(which go)` 能判定已安装的目录树是否完好。',
  },
  method: {
    en: 'One byte is changed in a copy of the compiler, of a file of the standard library and of the go command; what it prints then is compared with what it printed before, and the hash of the tree beside it.',
    zh: '在编译器、标准库文件与 go 命令的副本中各改一个字节，将其输出与改动前比较，并同时比较整树哈希。',
  },
  wouldChange: { en: 'Another output for each change.', zh: '每处改动都使输出不同。' },
  needs: { tree: changedGoTree },

  judge({ tree: { listing, changes } }) {
    const missed = changes.filter(
      ({ listing: after }) => after.exit === listing.exit && after.stdout === listing.stdout,
    );
    const hashed = changes.filter(({ hashDiffers }) => hashDiffers).length;
    const figures = [
      table(
        { en: 'one changed byte', zh: '改动一个字节' },
        [{ en: 'file', zh: '文件' }, 'go version -m', { en: 'hash of the tree', zh: '整树哈希' }],
        changes.map((one) => [
          one.file,
          missed.includes(one)
            ? { en: 'the same lines', zh: '输出相同' }
            : { en: 'other lines', zh: '输出不同' },
          one.hashDiffers ? { en: 'differs', zh: '不同' } : { en: 'the same', zh: '相同' },
        ]),
      ),
    ];
    if (changes.length === 0 || listing.exit !== 0)
      return inconclusive({ en: 'the check itself could not be run', zh: '无法执行该检查' }, { figures });
    const beside = {
      en: `the hash of the tree found ${hashed} of ${changes.length}`,
      zh: `整树哈希发现 ${changes.length} 处中的 ${hashed} 处`,
    };
    return missed.length === 0
      ? confirmed(
          {
            en: `it found all ${changes.length} changes; ${beside.en}`,
            zh: `发现全部 ${changes.length} 处改动；${beside.zh}`,
          },
          { figures },
        )
      : refuted(
          {
            en: `it prints the same lines after ${missed.length} of ${changes.length} changes (${missed.map(({ file }) => file).join(', ')}); ${beside.en}`,
            zh: `${changes.length} 处改动中有 ${missed.length} 处（${missed.map(({ file }) => file).join('、')}）其输出不变；${beside.zh}`,
          },
          { figures },
        );
  },
});
