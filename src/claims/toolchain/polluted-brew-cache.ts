/**
 * The printed procedure compares the file with the formula's sha256 and rules out a polluted cache.
 *
 * @module
 */

import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { homebrewCommands } from '../../evidence/toolchain/homebrew-commands.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const pollutedBrewCache = claim({
  id: 'polluted-brew-cache',
  subject: 'toolchain',
  answers: ['W3.08'],
  statement: {
    en: "The printed procedure compares the file with the formula's sha256 and rules out a polluted cache.",
    zh: '该流程会与 formula 声明的 sha256 比对，并排除缓存污染。',
  },
  method: {
    en: 'One byte is added to the cached file, then the printed shasum is run: does it report the change, or only print a digest?',
    zh: '向缓存文件追加一个字节后执行所给 shasum，看其报告改动还是仅输出摘要。',
  },
  wouldChange: { en: 'A shasum that fails on the changed file.', zh: 'shasum 对被改文件报错。' },
  needs: { brew: homebrewCommands },

  judge({ brew: { changed } }) {
    if (!changed)
      return inconclusive({ en: 'there is no cached file to change', zh: '没有可供改动的缓存文件' });
    const { hash, fetch } = changed;
    const refetched = {
      en: `brew fetch itself then exits ${fetch.exit ?? fetch.trouble}`,
      zh: `brew fetch 自身随后以 ${fetch.exit ?? fetch.trouble} 退出`,
    };
    return hash.exit === 0
      ? refuted(
          {
            en: `shasum exits 0 and prints ${hash.stdout.slice(0, 16)}…, which nothing compares`,
            zh: `shasum 以 0 退出并输出 ${hash.stdout.slice(0, 16)}…，无人比对`,
          },
          { warnings: [refetched] },
        )
      : confirmed(
          {
            en: `shasum exits ${hash.exit}: ${complaint(hash)}`,
            zh: `shasum 以 ${hash.exit} 退出：${complaint(hash)}`,
          },
          { warnings: [refetched] },
        );
  },
});
