/**
 * The Go installs of a machine as a table, and what several claims read off one install.
 *
 * @module
 */

import { defectsOf } from '../../evidence/toolchain/go-defects.ts';
import { RELEASES_AS_OF } from '../../evidence/toolchain/go-releases.ts';
import type { GoInstall } from '../../evidence/toolchain/go-installs.ts';
import { parseGoVersionLine } from '../../formats/go-version.ts';
import { FormatError } from '../../bytes/error.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import { verbatim, type Text } from '../../model/text.ts';
import { standingInWords } from './release-standing.ts';

export function installTable(installs: readonly GoInstall[]): TableFigure {
  const rows = installs.map((install) => [
    versionOf(install) ?? '?',
    architecturesOf(install).join(' + ') || '?',
    placeOf(install),
    standing(install, installs),
    releaseOf(install),
  ]);
  return table(
    {
      en: `Go installs, as a shell finds them; releases as of ${RELEASES_AS_OF}`,
      zh: `Go 安装，按 shell 查找的次序；发布状态截至 ${RELEASES_AS_OF}`,
    },
    [
      { en: 'version', zh: '版本' },
      { en: 'architecture', zh: '架构' },
      { en: 'go command', zh: 'go 命令' },
      { en: 'standing', zh: '状态' },
      { en: 'release', zh: '发布状态' },
    ],
    rows,
  );
}

/** The paths in a module cache are long, and say nothing that the version does not. */
function placeOf({ manager, path }: GoInstall): Text {
  if (manager === 'module-cache') return { en: 'module cache', zh: '模块缓存' };
  return verbatim(manager === 'unknown' || manager === 'official' ? path : `${path} (${manager})`);
}

/** Its standing in the release table, and the defects that are known of it on its own target. */
function releaseOf(install: GoInstall): Text {
  const version = versionOf(install);
  if (version === undefined) return verbatim('?');
  const { en, zh } = standingInWords(version);
  const line = install.versionLine === undefined ? undefined : lineOf(install.versionLine);
  const issues = line ? defectsOf(version, line).map(({ issue }) => issue) : [];
  if (issues.length === 0) return { en, zh };
  return { en: `${en}; known bad: ${issues.join(', ')}`, zh: `${zh}；已知缺陷：${issues.join('、')}` };
}

function standing(install: GoInstall, installs: readonly GoInstall[]): Text {
  if (install.trouble !== undefined) return { en: 'does not answer', zh: '没有应答' };
  const [position] = install.positions;
  if (position === undefined) return { en: 'not on PATH', zh: '不在 PATH 中' };
  const first = firstOnPath(installs);
  if (first === install)
    return { en: `first on PATH (entry ${position})`, zh: `PATH 中的第一个（第 ${position} 项）` };
  if (first && sameTree(first, install)) {
    return { en: `the same tree, PATH entry ${position}`, zh: `同一目录树，PATH 第 ${position} 项` };
  }
  return {
    en: `shadowed, PATH entry ${position}`,
    zh: `被遮蔽，PATH 第 ${position} 项`,
  };
}

/** The one that a shell starts. */
export function firstOnPath(installs: readonly GoInstall[]): GoInstall | undefined {
  return installs
    .filter(({ positions }) => positions.length > 0)
    .toSorted((one, other) => (one.positions[0] ?? 0) - (other.positions[0] ?? 0))[0];
}

/** A shim and what it starts, a link and what it leads to. */
export function sameTree(one: GoInstall, other: GoInstall): boolean {
  return one.realPath === other.realPath || (one.goroot !== undefined && one.goroot === other.goroot);
}

/** As it says itself, else as its VERSION file says. */
export function versionOf({ versionLine, versionFile }: GoInstall): string | undefined {
  return (versionLine === undefined ? undefined : lineOf(versionLine)?.version) ?? versionFile?.version;
}

/** A saved dossier may hold any text in its place. */
export function lineOf(versionLine: string) {
  try {
    return parseGoVersionLine(versionLine);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

/** Of the tree's own commands, by their headers; of the command itself if no tree was found. */
export function architecturesOf({ tools, header }: GoInstall): readonly string[] {
  const headers = tools.flatMap((tool) => tool.header ?? []);
  return [...new Set((headers.length > 0 ? headers : [header]).flatMap((one) => one?.architectures ?? []))];
}
