/**
 * The printed brew fetch and shasum commands hash the Go source archive that Homebrew downloaded.
 *
 * @module
 */

import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { homebrewCommands } from '../../evidence/toolchain/homebrew-commands.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const printedBrewFetchAndHash = claim({
  id: 'printed-brew-fetch-and-hash',
  subject: 'toolchain',
  answers: ['W3.06'],
  statement: {
    en: 'The printed brew fetch and shasum commands hash the Go source archive that Homebrew downloaded.',
    zh: '所给 brew fetch 与 shasum 命令会对 Homebrew 下载的 Go 源码包求哈希。',
  },
  method: {
    en: 'The line as printed, with a download cache of its own; the digest it prints against the one that the formula declares.',
    zh: '以独立下载缓存原样执行该行，将其输出的摘要与 formula 声明者比对。',
  },
  wouldChange: { en: 'The declared digest in its output.', zh: '其输出中出现所声明的摘要。' },
  needs: { brew: homebrewCommands },

  judge({ brew: { fetchAndHash, declaredSha256 } }) {
    if (fetchAndHash.trouble !== undefined)
      return inconclusive({
        en: `it did not end: ${complaint(fetchAndHash)}`,
        zh: `未能结束：${complaint(fetchAndHash)}`,
      });
    const isPrinted = declaredSha256 !== undefined && fetchAndHash.stdout.includes(declaredSha256);
    return isPrinted
      ? confirmed({
          en: `it prints ${declaredSha256.slice(0, 16)}…, which the formula declares`,
          zh: `输出 ${declaredSha256.slice(0, 16)}…，与 formula 声明一致`,
        })
      : refuted({
          en: `it exits ${fetchAndHash.exit}: ${complaint(fetchAndHash)}`,
          zh: `以 ${fetchAndHash.exit} 退出：${complaint(fetchAndHash)}`,
        });
  },
});
