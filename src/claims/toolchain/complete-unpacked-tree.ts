/**
 * Emptying /usr/local/go and unpacking the archive there gives a complete Go tree with a working go command.
 *
 * @module
 */

import { replayedUnpacking } from '../../evidence/toolchain/replayed-unpacking.ts';
import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const completeUnpackedTree = claim({
  id: 'complete-unpacked-tree',
  subject: 'toolchain',
  answers: ['W1.10'],
  statement: {
    en: 'Emptying /usr/local/go and unpacking the archive there gives a complete Go tree with a working go command.',
    zh: '清空 /usr/local/go 后解包，得到完整且可用的 Go 目录树。',
  },
  method: {
    en: 'Both commands in a scratch root over an older tree, with an archive of the Go under test; every file against the packed tree; bin/go is run; and the same without emptying first.',
    zh: '在临时根目录中、以被测 Go 的归档对旧目录树重放两条命令；逐文件比对；运行 bin/go；并重放不先清空的情形。',
  },
  wouldChange: { en: 'A file that is missing, changed or left over.', zh: '有文件缺失、改变或残留。' },
  needs: { replay: replayedUnpacking },

  judge({ replay: { version, files, emptied, unpacked, result, versionLine, withoutEmptying } }) {
    const failed = [emptied, unpacked].find(({ exit }) => exit !== 0);
    if (failed)
      return inconclusive({
        en: `${failed.command}: ${complaint(failed)}`,
        zh: `${failed.command}：${complaint(failed)}`,
      });
    const { missing, changed, stale } = result;
    const without = {
      en: `Without emptying first, ${withoutEmptying.stale} stale files stay`,
      zh: `若不先清空，会残留 ${withoutEmptying.stale} 个旧文件`,
    };
    const works = versionLine.exit === 0 && versionLine.stdout.includes(version);
    return missing + changed + stale === 0 && works
      ? confirmed(
          {
            en: `${files} files, none missing, changed or left over; ${versionLine.stdout.trim()}`,
            zh: `${files} 个文件，无缺失、改变或残留；${versionLine.stdout.trim()}`,
          },
          { warnings: [without] },
        )
      : refuted(
          {
            en: `${missing} files are missing, ${changed} changed, ${stale} left over; go version ${works ? 'works' : `says ${complaint(versionLine)}`}`,
            zh: `缺失 ${missing}、改变 ${changed}、残留 ${stale} 个文件；go version ${works ? '可用' : complaint(versionLine)}`,
          },
          { warnings: [without] },
        );
  },
});
