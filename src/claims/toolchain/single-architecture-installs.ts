/**
 * Whether all Go installs of this machine are of one architecture: a second one is how a translated
 * Go gets onto PATH unnoticed.
 *
 * @module
 */

import { hardwareOf, translation } from '../../evidence/machine/translation.ts';
import { goInstalls } from '../../evidence/toolchain/go-installs.ts';
import { claim } from '../../model/claim.ts';
import { wish } from '../../model/kind.ts';
import { confirmed, inconclusive, notApplicable, refuted } from '../../model/verdict.ts';
import { architecturesOf, installTable, versionOf } from './install-table.ts';

export const singleArchitectureInstalls = claim({
  id: 'single-architecture-installs',
  subject: 'toolchain',
  answers: [],
  statement: {
    en: 'All Go installs of this machine are of one architecture.',
    zh: '本机所有 Go 安装的架构相同。',
  },
  method: {
    en: 'The headers of go, compile and link of every install, none of which is run for this.',
    zh: '读取每个安装的 go、compile、link 的文件头；为此不运行任何文件。',
  },
  wouldChange: {
    en: 'An install of a second architecture.',
    zh: '出现第二种架构的安装。',
  },
  needs: { found: goInstalls, machine: wish(translation) },

  judge({ found: { installs }, machine }) {
    if (installs.length === 0) return notApplicable({ en: 'There is no Go install', zh: '没有 Go 安装' });
    const figures = [installTable(installs)];
    const readable = installs.filter((install) => architecturesOf(install).length > 0);
    const architectures = [...new Set(readable.flatMap(architecturesOf))].toSorted();
    if (readable.length === 0) {
      return inconclusive(
        {
          en: `None of ${installs.length} installs has a readable header`,
          zh: `${installs.length} 个安装的文件头均无法读取`,
        },
        { figures },
      );
    }
    if (architectures.length === 1) {
      return confirmed({
        en: `${readable.length} of ${installs.length} installs could be read, and all are ${architectures[0]}`,
        zh: `${installs.length} 个安装中可读取 ${readable.length} 个，均为 ${architectures[0]}`,
      });
    }
    const isSilicon = machine !== undefined && hardwareOf(machine) === 'arm64';
    const foreign = readable.filter((install) => isSilicon && !architecturesOf(install).includes('arm64'));
    const list = readable.map(
      (install) =>
        `${versionOf(install) ?? '?'} at ${install.path} (${architecturesOf(install).join(' + ')})`,
    );
    return refuted(
      {
        en: `The installs are ${architectures.join(' and ')}: ${list.join(', ')}`,
        zh: `各安装的架构为 ${architectures.join('、')}：${list.join('、')}`,
      },
      {
        figures,
        ...(foreign[0] && {
          mend: {
            text: {
              en: `Remove ${foreign.map(({ path }) => path).join(', ')}: Rosetta 2 has to translate ${foreign.length === 1 ? 'it' : 'them'}`,
              zh: `移除需经 Rosetta 2 转译的 ${foreign.map(({ path }) => path).join('、')}`,
            },
            ...(foreign[0].manager === 'homebrew' && {
              command: `arch -x86_64 ${foreign[0].realPath.split('/Cellar/')[0]}/bin/brew uninstall go`,
            }),
          },
        }),
      },
    );
  },
});
