/**
 * Questions to a module graph: why is a module there, how does one lead to another, and what would
 * have to go for it to disappear.
 *
 * Since Go 1.17 a go.mod file names every module of a build, needed directly or not, so a chain by
 * way of an "// indirect" line explains nothing: such lines are followed only where no other leads.
 *
 * @module
 */

import type { ModuleGraph, ModuleName } from '../model/module-graph.ts';
import { nameOf } from '../model/module-graph.ts';
import { vertexCut } from './vertex-cut.ts';

/** A chain of requirements between module versions. */
export type Chain = readonly ModuleName[];

export interface Why {
  /** From a main module to any version of the module; undefined if the graph has none. */
  readonly shortest: Chain | undefined;
  /** From a main module to the version that is selected: who asked for it. */
  readonly decisive: Chain | undefined;
  /** Only an "// indirect" line of a main module leads there. */
  readonly onlyIndirect: boolean;
}

export function whyModule(graph: ModuleGraph, path: string): Why {
  const selected = graph.buildList.find((node) => node.path === path);
  const [direct, all] = [explainingEdges(graph), edgesOf(graph.requirements)];
  const isOfPath = (name: ModuleName): boolean => pathOf(name) === path;
  const isSelected = (name: ModuleName): boolean => selected !== undefined && name === nameOf(selected);
  const explained = shortestChain(direct, graph.main, isOfPath);
  const shortest = explained ?? shortestChain(all, graph.main, isOfPath);
  return {
    shortest,
    decisive: shortestChain(direct, graph.main, isSelected) ?? shortestChain(all, graph.main, isSelected),
    onlyIndirect: shortest !== undefined && explained === undefined,
  };
}

/** The shortest chain from any version of one module to any version of another. */
export function chainBetween(graph: ModuleGraph, from: string, to: string): Chain | undefined {
  const edges = edgesOf(graph.requirements);
  const starts = [...new Set(graph.requirements.flat())].filter((name) => pathOf(name) === from);
  return shortestChain(edges, starts, (name) => pathOf(name) === to);
}

/**
 * The fewest modules, the main ones and the module itself excepted, without which nothing leads to
 * it. Undefined if a main module requires it directly; empty if nothing leads to it anyway.
 */
export function cutOf(graph: ModuleGraph, path: string): readonly string[] | undefined {
  const edges = new Map<string, Set<string>>();
  for (const [from, tos] of explainingEdges(graph)) {
    const known = edges.get(pathOf(from)) ?? new Set();
    for (const to of tos) known.add(pathOf(to));
    edges.set(pathOf(from), known);
  }
  return vertexCut(edges, new Set(graph.main), path);
}

function pathOf(name: ModuleName): string {
  const at = name.indexOf('@');
  return at < 0 ? name : name.slice(0, at);
}

/** Without the "// indirect" lines of main modules. */
function explainingEdges(graph: ModuleGraph): Map<ModuleName, ModuleName[]> {
  const mains = new Set(graph.main);
  const indirect = new Set(
    graph.buildList.filter(({ root, direct }) => root && !direct).map(({ path }) => path),
  );
  return edgesOf(graph.requirements.filter(([from, to]) => !mains.has(from) || !indirect.has(pathOf(to))));
}

function edgesOf(requirements: ModuleGraph['requirements']): Map<ModuleName, ModuleName[]> {
  const edges = new Map<ModuleName, ModuleName[]>();
  for (const [from, to] of requirements) {
    const known = edges.get(from);
    if (known) known.push(to);
    else edges.set(from, [to]);
  }
  return edges;
}

/** Breadth first, in the order of the files, so that the same graph always gives the same chain. */
function shortestChain(
  edges: ReadonlyMap<ModuleName, readonly ModuleName[]>,
  starts: readonly ModuleName[],
  isEnd: (name: ModuleName) => boolean,
): Chain | undefined {
  const before = new Map<ModuleName, ModuleName | undefined>(starts.map((start) => [start, undefined]));
  const queue = [...starts];
  for (let at = 0; at < queue.length; at += 1) {
    const name = queue[at] ?? '';
    if (isEnd(name)) {
      const chain: ModuleName[] = [];
      for (let step: ModuleName | undefined = name; step !== undefined; step = before.get(step))
        chain.unshift(step);
      return chain;
    }
    for (const next of edges.get(name) ?? []) {
      if (before.has(next)) continue;
      before.set(next, name);
      queue.push(next);
    }
  }
  return undefined;
}
