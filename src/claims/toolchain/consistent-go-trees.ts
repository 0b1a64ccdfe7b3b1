/**
 * A Go tree that was unpacked over an older one has files of both. Its VERSION file and its go
 * command then name different releases.
 *
 * @module
 */

import { goInstalls } from '../../evidence/toolchain/go-installs.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { lineOf } from './install-table.ts';
import { upgrade } from './upgrade.ts';

export const consistentGoTrees = claim({
  id: 'consistent-go-trees',
  subject: 'toolchain',
  answers: [],
  statement: {
    en: 'Every Go install is of one release: its VERSION file and its go command name the same.',
    zh: '每个 Go 安装都属于同一个版本：其 VERSION 文件与 go 命令所报版本一致。',
  },
  method: {
    en: 'The first line of VERSION at the root of each tree, against what its go command prints for `go version`.',
    zh: '将各目录树根部 VERSION 的第一行与其 go 命令的 `go version` 输出对照。',
  },
  wouldChange: {
    en: 'A tree whose two witnesses differ, as after unpacking one release over another.',
    zh: '某个目录树的两项证据不同，例如将一个版本解包到另一个版本之上。',
  },
  needs: { found: goInstalls },

  judge({ found: { installs } }) {
    const rows = installs.flatMap(({ path, versionFile, versionLine }) => {
      const said = versionLine === undefined ? undefined : lineOf(versionLine)?.version;
      return versionFile === undefined || said === undefined
        ? []
        : [{ path, file: versionFile.version, said }];
    });
    if (rows.length === 0) {
      return inconclusive({
        en: `None of ${installs.length} installs has both a VERSION file and a go command that answers`,
        zh: `${installs.length} 个安装中没有同时具备 VERSION 文件与能应答的 go 命令者`,
      });
    }
    // The command may add what it was built with, such as "X:boringcrypto".
    const torn = rows.filter(({ file, said }) => said !== file && !said.startsWith(`${file} `));
    const [first] = torn;
    if (!first) {
      return confirmed({
        en: `VERSION and go version agree in ${rows.length} of ${installs.length} installs${rows.length < installs.length ? '; the others lack one of them' : ''}`,
        zh: `${installs.length} 个安装中有 ${rows.length} 个的 VERSION 与 go version 一致${rows.length < installs.length ? '，其余缺少其一' : ''}`,
      });
    }
    const figures = [
      table(
        { en: 'Two witnesses of the release', zh: '版本的两项证据' },
        [{ en: 'go command', zh: 'go 命令' }, { en: 'VERSION', zh: 'VERSION' }, 'go version'],
        torn.map(({ path, file, said }) => [path, file, said]),
      ),
    ];
    return refuted(
      {
        en: `${torn.length} of ${rows.length} trees are torn: ${first.path} says ${first.said}, its VERSION file ${first.file}`,
        zh: `${rows.length} 个目录树中有 ${torn.length} 个不一致：${first.path} 自称 ${first.said}，其 VERSION 文件为 ${first.file}`,
      },
      { figures, mend: upgrade(first.said) },
    );
  },
});
