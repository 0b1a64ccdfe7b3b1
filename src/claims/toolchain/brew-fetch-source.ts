/**
 * `brew fetch --build-from-source` fetches the source archive instead of the bottle.
 *
 * @module
 */

import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { homebrewCommands } from '../../evidence/toolchain/homebrew-commands.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const brewFetchSource = claim({
  id: 'brew-fetch-source',
  subject: 'toolchain',
  answers: ['W3.07'],
  statement: {
    en: '`brew fetch --build-from-source` fetches the source archive instead of the bottle.',
    zh: '`brew fetch --build-from-source` 拉取源码包而非 bottle。',
  },
  method: {
    en: 'It is run for the formula go with a download cache of its own, and the file that it leaves there is looked at.',
    zh: '以独立下载缓存对 go 执行该命令，查看留下的文件。',
  },
  wouldChange: { en: 'A bottle in the cache.', zh: '缓存中为 bottle。' },
  needs: { brew: homebrewCommands },

  judge({ brew: { fetchSource, cachedFile } }) {
    if (cachedFile === undefined)
      return inconclusive({
        en: `nothing was fetched: ${complaint(fetchSource)}`,
        zh: `未取得文件：${complaint(fetchSource)}`,
      });
    return /bottle/.test(cachedFile)
      ? refuted({ en: `it leaves the bottle ${cachedFile}`, zh: `留下 bottle ${cachedFile}` })
      : confirmed({ en: `it leaves ${cachedFile}`, zh: `留下 ${cachedFile}` });
  },
});
