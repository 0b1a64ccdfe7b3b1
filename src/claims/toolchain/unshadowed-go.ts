/**
 * Which Go a shell starts, and which ones hide behind it. A shim and the tree it starts count
 * as one, and so do links to the same file.
 *
 * @module
 */

import { goInstalls, type GoInstall } from '../../evidence/toolchain/go-installs.ts';
import { compareGoReleases, parseGoRelease } from '../../formats/go-version.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted, type Mend } from '../../model/verdict.ts';
import { firstOnPath, installTable, sameTree, versionOf } from './install-table.ts';
import { inQuotes, shellWord } from './shell-words.ts';

export const unshadowedGo = claim({
  id: 'unshadowed-go',
  subject: 'toolchain',
  answers: [],
  statement: {
    en: 'PATH leads to one Go, and no other Go hides behind it.',
    zh: 'PATH 只通向一个 Go，其后没有被遮蔽的其他 Go。',
  },
  method: {
    en: 'Every executable named go on PATH, in order, links resolved, each asked for its GOROOT; two with one GOROOT count once.',
    zh: '按顺序列出 PATH 中每个名为 go 的可执行文件，解析链接并逐一询问 GOROOT；GOROOT 相同者只算一个。',
  },
  wouldChange: {
    en: 'A second GOROOT behind a later PATH entry, or none at all.',
    zh: 'PATH 后面的条目通向另一个 GOROOT，或 PATH 中根本没有 Go。',
  },
  needs: { found: goInstalls },

  judge({ found: { installs, path } }) {
    const figures = installs.length > 0 ? [installTable(installs)] : [];
    const odd = path.flatMap(({ text, oddity }, index) =>
      oddity === 'relative' || oddity === 'loop' || oddity === 'unreadable' || oddity === 'empty'
        ? [
            {
              en: `PATH entry ${index + 1} "${text}" is ${oddity}`,
              zh: `PATH 第 ${index + 1} 项“${text}”：${ODDITIES[oddity]}`,
            },
          ]
        : [],
    );
    const silent = installs.flatMap(({ trouble }) =>
      trouble === undefined ? [] : [{ en: trouble, zh: `有一个 Go 没有正常应答：${trouble}` }],
    );
    const warnings = [...odd, ...silent];
    const first = firstOnPath(installs);
    if (!first) {
      const because = {
        en: `No go on the ${path.length} entries of PATH, ${installs.length} elsewhere on this machine`,
        zh: `PATH 的 ${path.length} 个条目中没有 go，本机其他位置有 ${installs.length} 个`,
      };
      return refuted(because, { figures, warnings, mend: mendMissing(installs) });
    }
    if (first.trouble !== undefined) {
      const working = newest(installs);
      return inconclusive(
        {
          en: `PATH leads to ${first.path}, which does not answer as a Go does: ${first.trouble}`,
          zh: `PATH 通向 ${first.path}，但它不像 Go 那样应答：${first.trouble}`,
        },
        { figures, warnings, ...(working && { mend: mendMissing([working]) }) },
      );
    }
    const shadowed = installs
      .filter(({ positions }) => positions.length > 0)
      .filter((one) => !sameTree(one, first));
    const name = `${versionOf(first) ?? '?'} at ${first.path}`;
    const nameZh = `${first.path} 的 ${versionOf(first) ?? '?'}`;
    if (shadowed.length === 0) {
      const off = installs.length - 1;
      const because = {
        en: `PATH leads to ${name}${off === 0 ? ', the one Go here' : ` only; ${off === 1 ? '1 other install is' : `${off} other installs are`} off PATH`}`,
        zh:
          off === 0
            ? `PATH 通向 ${nameZh}，即唯一的 Go`
            : `PATH 只通向 ${nameZh}；另有 ${off} 个安装不在 PATH 中`,
      };
      return confirmed(because, { figures, warnings });
    }
    const others = shadowed.map((one) => `${versionOf(one) ?? '?'} at ${one.path}`).join(', ');
    const because = {
      en: `PATH leads to ${name}, which shadows ${others}`,
      zh: `PATH 通向 ${nameZh}，它遮蔽了 ${shadowed.map((one) => `${one.path}（${versionOf(one) ?? '?'}）`).join('、')}`,
    };
    return refuted(because, { figures, warnings, mend: mendShadowed(first, shadowed) });
  },
});

const ODDITIES = {
  relative: '相对路径',
  loop: '链接成环',
  unreadable: '无法读取',
  empty: '为空，指当前目录',
} as const;

function mendMissing(installs: readonly GoInstall[]): Mend {
  const best = newest(installs);
  if (best === undefined) {
    return { text: { en: 'Install Go from go.dev/dl', zh: '从 go.dev/dl 安装 Go' } };
  }
  return {
    text: { en: `Put ${versionOf(best)} first on PATH`, zh: `将 ${versionOf(best)} 放到 PATH 最前` },
    command: exportPath(best),
  };
}

/** If a newer one is hidden it goes first; else the hidden ones are no use, and can go. */
function mendShadowed(first: GoInstall, shadowed: readonly GoInstall[]): Mend {
  const best = newest([first, ...shadowed]);
  if (best !== undefined && best !== first) {
    return {
      text: { en: `Put the newer ${versionOf(best)} first`, zh: `将更新的 ${versionOf(best)} 放到最前` },
      command: exportPath(best),
    };
  }
  const removals = shadowed.map(removal);
  const command = removals.every((one) => one !== undefined) ? removals.join(' && ') : undefined;
  return {
    text: {
      en: `Remove what is shadowed: ${shadowed.map(({ path }) => path).join(', ')}`,
      zh: `移除被遮蔽的安装：${shadowed.map(({ path }) => path).join('、')}`,
    },
    ...(command !== undefined && { command }),
  };
}

/** By the manager that put it there; a distribution's package has a name only the distribution knows. */
function removal({ manager, goroot, realPath }: GoInstall): string | undefined {
  const tree = goroot ?? '';
  const name = tree.split('/').at(tree.endsWith('/go') || tree.endsWith('/libexec') ? -2 : -1) ?? '';
  if (manager === 'homebrew') {
    const [prefix = '', formula = 'go'] = realPath.split('/Cellar/');
    return `${prefix}/bin/brew uninstall ${formula.split('/')[0]}`;
  }
  if (manager === 'gvm') return `gvm uninstall ${name}`;
  if (manager === 'asdf') return `asdf uninstall golang ${name}`;
  if (manager === 'mise') return `mise uninstall go@${name}`;
  if (manager === 'goenv') return `goenv uninstall ${name}`;
  if (manager === 'official') return 'sudo rm -rf /usr/local/go';
  return manager === 'sdk' && tree !== '' ? `rm -rf ${shellWord(tree)}` : undefined;
}

function exportPath({ goroot, path }: GoInstall): string {
  return `export PATH="${inQuotes(goroot === undefined ? path.slice(0, path.lastIndexOf('/')) : `${goroot}/bin`)}:$PATH"`;
}

function newest(installs: readonly GoInstall[]): GoInstall | undefined {
  const released = installs.flatMap((install) => {
    const release = parseGoRelease(versionOf(install) ?? '');
    return release && install.trouble === undefined ? [{ install, release }] : [];
  });
  // Of two that are the same release, the first keeps its place.
  return released.toSorted((one, other) => compareGoReleases(other.release, one.release))[0]?.install;
}
