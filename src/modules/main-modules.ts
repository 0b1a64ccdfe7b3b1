/**
 * From the files of main modules to the plan of a graph, and from the graph to the build list.
 *
 * A go.mod file that names an older version than the one that comes out is out of date: Go raises
 * the root and looks again, because a raised root may lead further. So does this, until nothing moves.
 * Source: cmd/go/internal/modload init.go requirementsFromModFiles, buildlist.go updatePrunedRoots.
 *
 * @module
 */

import type { GoMod } from '../formats/gomod.ts';
import type { Replace } from '../formats/gomod-replace.ts';
import type { GoWork } from '../formats/gowork.ts';
import { minimalRoots } from './minimal-roots.ts';
import {
  requirementGraph,
  type ModuleVersion,
  type Plan,
  type RequirementGraph,
  type Summaries,
} from './requirement-graph.ts';
import { compareRanks, rankOf, supportsPruning } from './version-order.ts';

export interface MainModule {
  /** Absolute directory of its go.mod. */
  readonly directory: string;
  readonly file: GoMod;
}

export interface Workspace {
  readonly directory: string;
  readonly file: GoWork;
}

/** A go.mod file without a go line means 1.16, a go.work file 1.18. */
const GO_OF_MOD = '1.16';
const GO_OF_WORK = '1.18';

export function planOf(mains: readonly MainModule[], workspace?: Workspace): Plan {
  const versions = mains.map(({ file }) => ({ path: file.module?.path ?? '', version: '' }));
  const excluded = new Set(
    mains.flatMap(({ file }) => file.exclude.map(({ path, version }) => `${path}@${version}`)),
  );
  const isThere = ({ path, version }: ModuleVersion): boolean => !excluded.has(`${path}@${version}`);
  const required = mains.flatMap(({ file }) => file.require.filter((one) => !one.indirect && isThere(one)));
  const direct = new Set(['go', ...required.map(({ path }) => path)]);
  if (workspace) {
    const { go = GO_OF_WORK, toolchain } = workspace.file;
    const roots = [...versions, ...goRoots(go, toolchain)];
    return { mains: versions, pruning: 'workspace', roots: sorted(roots), direct, excluded };
  }
  const [main] = mains;
  const { go = GO_OF_MOD, toolchain, require = [] } = main?.file ?? {};
  const roots = [...require.map(({ path, version }) => ({ path, version })), ...goRoots(go, toolchain)];
  return {
    mains: versions,
    pruning: supportsPruning(go) ? 'pruned' : 'unpruned',
    roots: sorted(roots.filter(isThere)),
    direct,
    excluded,
  };
}

function goRoots(go: string, toolchain: string | undefined): ModuleVersion[] {
  const root = { path: 'go', version: go };
  return toolchain === undefined ? [root] : [root, { path: 'toolchain', version: toolchain }];
}

/** By path in bytes, then by version. */
function sorted(modules: readonly ModuleVersion[]): ModuleVersion[] {
  return modules.toSorted((one, other) =>
    one.path === other.path
      ? compareRanks(rankOf(one.path, one.version), rankOf(other.path, other.version))
      : one.path < other.path
        ? -1
        : 1,
  );
}

/** The first of several that apply: one for the version before one for the path, go.work before go.mod. */
export function replacementFor(
  module: ModuleVersion,
  mains: readonly MainModule[],
  workspace?: Workspace,
): { readonly new: Replace['new']; readonly directory: string } | undefined {
  if (module.version === '') return undefined;
  for (const { directory, file } of [...(workspace ? [workspace] : []), ...mains]) {
    const found =
      file.replace.findLast(({ old }) => old.path === module.path && old.version === module.version) ??
      file.replace.findLast(({ old }) => old.path === module.path && old.version === undefined);
    if (found) return { new: found.new, directory };
  }
  return undefined;
}

export interface Selection {
  /** With roots raised: what `go mod graph` prints. */
  readonly graph: RequirementGraph;
  /** What a build takes, main modules first: what `go list -m all` prints. */
  readonly buildList: readonly ModuleVersion[];
  readonly outdated: readonly {
    readonly path: string;
    readonly required: string;
    readonly selected: string;
  }[];
}

export function selectModules(plan: Plan, summaries: Summaries): Selection {
  let roots = plan.pruning === 'pruned' ? highestRoots(plan) : plan.roots;
  let graph = requirementGraph({ ...plan, roots }, summaries);
  const outdated = plan.pruning === 'workspace' ? [] : outdatedRoots(plan, graph);
  while (plan.pruning !== 'workspace' && graph.unread.length + graph.wanted.length === 0) {
    const raised = raisedRoots(plan, roots, graph);
    if (isSame(raised, roots)) break;
    const [main] = plan.mains;
    roots = plan.pruning === 'pruned' || !main ? raised : minimalRoots(main, roots, plan.direct, graph);
    graph = requirementGraph({ ...plan, roots }, summaries);
    if (plan.pruning === 'unpruned') break;
  }
  const mains = new Set(plan.mains.map(({ path }) => path));
  const others = [...graph.selected].filter(
    ([path]) => !mains.has(path) && path !== 'go' && path !== 'toolchain',
  );
  return {
    graph,
    buildList: [...plan.mains, ...sorted(others.map(([path, version]) => ({ path, version })))],
    outdated,
  };
}

function isSame(one: readonly ModuleVersion[], other: readonly ModuleVersion[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ path, version }, index) => path === other[index]?.path && version === other[index].version)
  );
}

function outdatedRoots(plan: Plan, { selected }: RequirementGraph) {
  return plan.roots.flatMap(({ path, version }) => {
    const is = selected.get(path);
    return is === undefined || is === '' || is === version || path === 'go' || path === 'toolchain'
      ? []
      : [{ path, required: version, selected: is }];
  });
}

/** A path that is named twice counts once, and that of the main module not at all, before anything is read. */
function highestRoots({ mains, roots }: Plan): ModuleVersion[] {
  const paths = new Set(mains.map(({ path }) => path));
  return roots.filter(({ path }, index) => !paths.has(path) && roots[index + 1]?.path !== path);
}

function raisedRoots(
  plan: Plan,
  roots: readonly ModuleVersion[],
  { selected }: RequirementGraph,
): ModuleVersion[] {
  const seen = new Set(plan.mains.map(({ path }) => path));
  return roots.flatMap(({ path }) => {
    if (seen.has(path)) return [];
    seen.add(path);
    const version = selected.get(path);
    return version === undefined ? [] : [{ path, version }];
  });
}
