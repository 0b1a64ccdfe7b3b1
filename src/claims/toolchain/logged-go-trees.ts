/**
 * Every Go tree that is on PATH is, file by file, the one that was released.
 *
 * @module
 */

import { heldGoTrees } from '../../evidence/toolchain/held-go-trees.ts';
import { isReleased, loggedHash, reasonOf, standing } from './held-tree.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { table } from '../../model/figure.ts';

export const loggedGoTrees = claim({
  id: 'logged-go-trees',
  subject: 'toolchain',
  answers: [],
  statement: {
    en: 'Every Go tree that is on PATH is, file by file, the one that was released.',
    zh: 'PATH 中每个 Go 目录树的每个文件都与发布版一致。',
  },
  method: {
    en: 'The SHA-256 of every file of each tree, made into the hash that the checksum log has of that release (the toolchain module), proven by inclusion in a signed tree; go.env apart, which users edit. Modes, links, and api, doc, misc and test are not covered by it. With the full profile all trees are read, those on PATH or not.',
    zh: '对每个目录树逐文件求 SHA-256，得出该发布版（工具链模块）在校验日志中的哈希；日志条目由签名树的包含证明证实。go.env 常被用户编辑，单独说明。权限、链接以及 api、doc、misc、test 不在其内。完整模式下也读取不在 PATH 中的目录树。',
  },
  wouldChange: { en: 'A file that differs, is missing or was added.', zh: '有文件不同、缺失或多出。' },
  needs: { trees: heldGoTrees },

  judge({ trees: { trees, unchanged } }) {
    const proven = trees.filter(({ held }) => held?.logged.state === 'proven');
    const wrong = proven.filter(({ held }) => held && !isReleased(held));
    const edited = proven.filter(({ held }) => held && held.hash !== loggedHash(held) && isReleased(held));
    const figures = [
      table(
        { en: 'Go trees against the log', zh: 'Go 目录树与日志' },
        [
          { en: 'tree', zh: '目录树' },
          { en: 'release', zh: '发布版' },
          { en: 'files', zh: '文件' },
          { en: 'standing', zh: '状态' },
        ],
        trees.map((tree) => [
          tree.goroot,
          tree.held?.version ?? '',
          tree.held?.coveredFiles ?? 0,
          standing(tree),
        ]),
      ),
    ];
    const warnings = [
      ...edited.map(({ goroot, held }) => ({
        en: `${goroot}/go.env was edited: ${held?.goEnvSettings.join(', ') ?? ''}; with the released file the tree has the logged hash`,
        zh: `${goroot}/go.env 被编辑：${held?.goEnvSettings.join('、') ?? ''}；换回发布的文件后整树哈希与日志一致`,
      })),
      ...(unchanged > 0
        ? [
            {
              en: `${unchanged} of them were not read again, because nothing about any file changed since they were`,
              zh: `其中 ${unchanged} 个自上次读取后文件未变，未重新读取`,
            },
          ]
        : []),
    ];
    const [first] = wrong;
    if (first?.held) {
      const names = first.held.differences.map(({ name }) => name);
      return refuted(
        {
          en: `${first.goroot} is not ${first.held.version} as released: ${names.slice(0, 3).join(', ') || first.held.odd[0]?.name || 'its hash'} ${names.length > 3 ? `and ${names.length - 3} more differ` : 'differs'}`,
          zh: `${first.goroot} 与发布的 ${first.held.version} 不符：${names.slice(0, 3).join('、') || first.held.odd[0]?.name || '整树哈希'}${names.length > 3 ? ` 等 ${names.length} 个文件` : ''}不同`,
        },
        {
          figures,
          warnings,
          mend: {
            text: {
              en: 'See what differs, then install the release anew beside it',
              zh: '查看差异，再于旁处重新安装该发布版',
            },
            command: `goassay mod verify --goroot ${first.goroot} --online`,
          },
        },
      );
    }
    if (proven.length < trees.length) {
      const open = trees.find(({ held }) => held?.logged.state !== 'proven');
      return inconclusive(
        {
          en: `${proven.length} of ${trees.length} trees are as released; of ${open?.goroot ?? ''} nobody could say: ${reasonOf(open).en}`,
          zh: `${trees.length} 个目录树中有 ${proven.length} 个与发布版一致；${open?.goroot ?? ''} 无从查证：${reasonOf(open).zh}`,
        },
        {
          figures,
          warnings,
          remedy: { en: 'goassay mod verify --goroot --online', zh: 'goassay mod verify --goroot --online' },
        },
      );
    }
    const files = proven.reduce((total, { held }) => total + (held?.coveredFiles ?? 0), 0);
    return confirmed(
      {
        en: `${trees.length === 1 ? '1 tree' : `${trees.length} trees`}, ${files} files: each has the hash that the log has of its release`,
        zh: `${trees.length} 个目录树、${files} 个文件：各与日志中其发布版的哈希一致`,
      },
      { figures, warnings },
    );
  },
});
