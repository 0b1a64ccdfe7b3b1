/**
 * Comparing the tools that two builds started: for the claims of section 2.5.
 *
 * @module
 */

import type { ToolPaths } from '../../evidence/toolchain/tool-paths.ts';
import { table, type TableFigure } from '../../model/figure.ts';

type Build = ToolPaths['builds'][number];

/** The builds for arm64 and amd64, if both ran and started a compiler and a linker. */
export function bothBuilds({ builds }: ToolPaths): readonly [arm64: Build, amd64: Build] | undefined {
  const [arm64, amd64] = ['arm64', 'amd64'].map((goarch) =>
    builds.find((build) => build.goarch === goarch && isWhole(build)),
  );
  return arm64 && amd64 ? [arm64, amd64] : undefined;
}

function isWhole({ exit, tools }: Build): boolean {
  return exit === 0 && ['compile', 'link'].every((name) => tools.some((tool) => tool.name === name));
}

/** Names of tools whose files differ between the two. */
export function differingTools(arm64: Build, amd64: Build): string[] {
  const paths = new Map(amd64.tools.map(({ name, path }) => [name, path]));
  return arm64.tools
    .filter(({ name, path }) => paths.has(name) && paths.get(name) !== path)
    .map(({ name }) => name);
}

export function toolFigure({ builds }: ToolPaths): TableFigure {
  return table(
    { en: 'Tools started for each target', zh: '为各目标启动的工具' },
    [
      { en: 'target', zh: '目标' },
      { en: 'tool', zh: '工具' },
      { en: 'file', zh: '文件' },
      { en: 'built for', zh: '所属架构' },
    ],
    builds.flatMap(({ goos, goarch, tools }) =>
      tools.map(({ name, path, architectures }) => [
        `${goos}/${goarch}`,
        name,
        path,
        architectures.join('+'),
      ]),
    ),
  );
}
