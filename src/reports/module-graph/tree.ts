/**
 * The picture's order: every selected module once, below the module that explains best why it is
 * there, so that three hundred modules are three hundred readable lines and not a hairball.
 *
 * A parent is the nearest to the main modules, by requirements that are not "// indirect" where
 * there are any; the other requirements of a module are counted on its line and listed beside it.
 *
 * @module
 */

import { nameOf, type ModuleGraph, type ModuleNode } from '../../model/module-graph.ts';

export interface Branch {
  readonly node: ModuleNode;
  /** 0 for a main module. */
  readonly depth: number;
  /** Line of the parent; undefined for a main module. */
  readonly parent: number | undefined;
  /** Selected modules that require it, in any version that the graph has, and that it requires. */
  readonly requiredBy: readonly string[];
  readonly requires: readonly string[];
}

/** Depth first, so that children stand directly below their parents. */
export function branchesOf(graph: ModuleGraph): Branch[] {
  const nodes = new Map(graph.buildList.map((node) => [node.path, node]));
  const requires = new Map(graph.buildList.map(({ path }) => [path, new Set<string>()]));
  const requiredBy = new Map(graph.buildList.map(({ path }) => [path, new Set<string>()]));
  for (const [from, to] of graph.requirements) {
    const [one, other] = [pathOf(from), pathOf(to)];
    if (one === other || !nodes.has(one) || !nodes.has(other)) continue;
    requires.get(one)?.add(other);
    requiredBy.get(other)?.add(one);
  }
  const children = childrenOf(graph, nodes, requires);
  const list = (of: ReadonlyMap<string, ReadonlySet<string>>, path: string): string[] =>
    [...(of.get(path) ?? [])].toSorted();
  const branches: Branch[] = [];
  const stack = graph.main
    .flatMap((path) => nodes.get(path) ?? [])
    .map((node) => ({ node, depth: 0, parent: undefined as number | undefined }))
    .toReversed();
  // A stack of our own: chains of requirements can be longer than the engine's.
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    const line = branches.length;
    branches.push({ ...next, requiredBy: list(requiredBy, node.path), requires: list(requires, node.path) });
    for (const child of (children.get(node.path) ?? []).toReversed())
      stack.push({ node: child, depth: depth + 1, parent: line });
  }
  return branches;
}

function childrenOf(
  graph: ModuleGraph,
  nodes: ReadonlyMap<string, ModuleNode>,
  requires: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, ModuleNode[]> {
  const placed = new Set(graph.main);
  const children = new Map<string, ModuleNode[]>();
  const grow = (
    parents: readonly string[],
    isAdmitted: (node: ModuleNode, parent: string) => boolean,
  ): void => {
    const queue = [...parents];
    for (const parent of queue) {
      for (const path of [...(requires.get(parent) ?? [])].toSorted()) {
        const node = nodes.get(path);
        if (!node || placed.has(path) || !isAdmitted(node, parent)) continue;
        placed.add(path);
        const known = children.get(parent);
        if (known) known.push(node);
        else children.set(parent, [node]);
        queue.push(path);
      }
    }
  };
  const mains = new Set(graph.main);
  grow(graph.main, (node, parent) => !mains.has(parent) || node.direct);
  grow([...placed], () => true);
  // What nothing in the graph leads to by selected modules hangs from the first main module.
  const [main = ''] = graph.main;
  const rest = graph.buildList.filter((node) => !placed.has(node.path) && nameOf(node) !== main);
  children.set(main, [...(children.get(main) ?? []), ...rest]);
  return children;
}

function pathOf(name: string): string {
  const at = name.indexOf('@');
  return at < 0 ? name : name.slice(0, at);
}
