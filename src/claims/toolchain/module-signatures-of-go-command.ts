/**
 * `go version -m $(which go)` prints signature information of modules.
 *
 * @module
 */

import { changedGoTree } from '../../evidence/toolchain/changed-go-tree.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const moduleSignaturesOfGoCommand = claim({
  id: 'module-signatures-of-go-command',
  subject: 'toolchain',
  answers: ['W3.04'],
  statement: {
    en: '`go version -m $(which go)` prints signature information of modules.',
    zh: '`go version -m $(which go)` 会输出模块的签名信息。',
  },
  method: {
    en: 'It is run on the go command itself, and every line is classified: version, path, module, dependency with its hash, build setting.',
    zh: '对 go 命令自身执行，并对每一行归类：版本、路径、模块、带哈希的依赖、构建设置。',
  },
  wouldChange: {
    en: 'A line with a signature, or a hash of the command itself.',
    zh: '出现签名，或该命令自身的哈希。',
  },
  needs: { tree: changedGoTree },

  judge({ tree: { listing } }) {
    if (listing.exit !== 0)
      return inconclusive({
        en: `it exits ${listing.exit ?? listing.trouble}`,
        zh: `以 ${listing.exit ?? listing.trouble} 退出`,
      });
    const lines = listing.stdout.split('\n').filter((line) => line.trim() !== '');
    const words = lines.slice(1).map((line) => line.trim().split(/\s+/)[0] ?? '');
    const own = lines.filter((line) => /^\s*mod\s.*\bh1:/.test(line) || /signature|\bsig\b/i.test(line));
    const dependencies = lines.filter((line) => /^\s*dep\s.*\bh1:/.test(line)).length;
    const counted = [...new Set(words)]
      .map((word) => `${words.filter((one) => one === word).length} ${word}`)
      .join(', ');
    if (own.length > 0)
      return confirmed({ en: `it prints ${own[0]?.trim() ?? ''}`, zh: `输出 ${own[0]?.trim() ?? ''}` });
    return refuted(
      {
        en: `it prints ${counted || 'a version only'}: no signature, and no hash of the command itself`,
        zh: `输出 ${counted || '仅版本'}：没有签名，也没有该命令自身的哈希`,
      },
      {
        warnings:
          dependencies > 0
            ? [
                {
                  en: `${dependencies} dependencies have a hash from go.sum, which is what the builder wrote, not a signature`,
                  zh: `${dependencies} 个依赖带有 go.sum 的哈希，由构建者写入，并非签名`,
                },
              ]
            : [],
      },
    );
  },
});
