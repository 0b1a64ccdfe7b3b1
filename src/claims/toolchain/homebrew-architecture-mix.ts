/**
 * Homebrew has one prefix per architecture, and both may hold a Go. What decides is the header of
 * each file, not the prefix it lies in.
 *
 * @module
 */

import { system } from '../../evidence/machine/system.ts';
import { goInstalls } from '../../evidence/toolchain/go-installs.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, notApplicable, refuted } from '../../model/verdict.ts';
import { architecturesOf, installTable } from './install-table.ts';

export const homebrewArchitectureMix = claim({
  id: 'homebrew-architecture-mix',
  subject: 'toolchain',
  answers: ['W1.07'],
  statement: {
    en: 'Installing Go with Homebrew left toolchains of two architectures on this Mac.',
    zh: '用 Homebrew 安装 Go 使这台 Mac 上并存两种架构的工具链。',
  },
  method: {
    en: 'The CPU type of every go, compile and link on PATH and in the Homebrew, official, gvm and SDK locations, from the file headers, without running them.',
    zh: '不运行任何文件，仅凭文件头读取 PATH 以及 Homebrew、官方包、gvm、SDK 各位置中 go、compile、link 的 CPU 类型。',
  },
  wouldChange: {
    en: 'Toolchains of one architecture only, although Homebrew is there and both prefixes were searched.',
    zh: 'Homebrew 存在且两个前缀都已查找，而工具链只有一种架构。',
  },
  needs: { found: goInstalls, system },

  judge({ found: { installs, homebrewPrefixes }, system: seen }) {
    if (seen.system !== 'darwin') {
      return notApplicable(
        {
          en: `This is ${seen.system}; the sentence is about a Mac`,
          zh: `本机系统是 ${seen.system}，而这句话说的是 Mac`,
        },
        { remedy: { en: 'Run goassay on a Mac', zh: '在 Mac 上运行 goassay' } },
      );
    }
    const brewed = installs.filter(({ manager }) => manager === 'homebrew');
    const present = homebrewPrefixes.filter((one) => one.present).map(({ prefix }) => prefix);
    if (present.length === 0 && brewed.length === 0) {
      return notApplicable({
        en: `No Homebrew in ${homebrewPrefixes.map(({ prefix }) => prefix).join(', ')}`,
        zh: `${homebrewPrefixes.map(({ prefix }) => prefix).join('、')} 中没有 Homebrew`,
      });
    }
    const figures = installs.length > 0 ? [installTable(installs)] : [];
    const architectures = [...new Set(installs.flatMap(architecturesOf))].toSorted();
    const told = {
      en: `${installs.length} Go installs, ${brewed.length} of them from Homebrew, are ${architectures.join(' and ') || 'of no architecture that could be read'}`,
      zh: `${installs.length} 个 Go 安装（其中 ${brewed.length} 个来自 Homebrew）的架构为 ${architectures.join('、') || '未知'}`,
    };
    if (architectures.length < 2 || brewed.length === 0) return refuted(told, { figures });
    const foreign = brewed.find((install) => architecturesOf(install).includes('amd64'));
    return confirmed(told, {
      figures,
      ...(foreign && {
        mend: {
          text: {
            en: 'Uninstall the Homebrew Go of the other architecture',
            zh: '卸载另一架构的 Homebrew Go',
          },
          command: `arch -x86_64 ${foreign.realPath.split('/Cellar/')[0]}/bin/brew uninstall go`,
        },
      }),
    });
  },
});
