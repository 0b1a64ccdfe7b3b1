/**
 * The fewest roots that give the same build list: what Go writes into the go.mod of an unpruned
 * module whose roots are out of date.
 *
 * Kept are the roots that are selected and the modules that are required directly; the rest is
 * kept only where nothing kept leads to it. Source: cmd/go/internal/mvs Req,
 * cmd/go/internal/modload updateUnprunedRoots.
 *
 * @module
 */

import type { ModuleVersion, RequirementGraph } from './requirement-graph.ts';

export function minimalRoots(
  main: ModuleVersion,
  roots: readonly ModuleVersion[],
  direct: ReadonlySet<string>,
  { requirements, selected }: RequirementGraph,
): ModuleVersion[] {
  const needs = new Map<string, string[]>();
  for (const [from, to] of requirements()) needs.set(from, [...(needs.get(from) ?? []), to]);
  const list = [...selected]
    .filter(([path]) => path !== main.path)
    .map(([path, version]) => ({ path, version }))
    .toSorted(byPath);
  const isKept = (path: string): boolean =>
    direct.has(path) || roots.some((root) => root.path === path && selected.get(path) === root.version);

  const minimal: ModuleVersion[] = [];
  const reached = new Set<string>([main.path]);
  const keep = (module: ModuleVersion): void => {
    minimal.push(module);
    for (const name of postorderFrom([keyOf(module)], needs, reached)) reached.add(name);
  };
  for (const module of list) if (isKept(module.path)) keep(module);
  const order = postorderFrom(list.map(keyOf), needs, new Set([main.path]));
  for (const name of order.toReversed()) {
    const module = list.find((one) => keyOf(one) === name);
    if (module && !reached.has(name)) keep(module);
  }
  return minimal.toSorted(byPath);
}

/** Without recursion: requirement chains can be thousands long. */
function postorderFrom(
  starts: readonly string[],
  needs: ReadonlyMap<string, readonly string[]>,
  known: ReadonlySet<string>,
): string[] {
  const order: string[] = [];
  const seen = new Set(known);
  for (const start of starts) {
    if (seen.has(start)) continue;
    seen.add(start);
    const stack: [name: string, next: number][] = [[start, 0]];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const [name, next] = top;
      const need = needs.get(name)?.[next];
      top[1] += 1;
      if (need === undefined) {
        order.push(name);
        stack.pop();
      } else if (!seen.has(need)) {
        seen.add(need);
        stack.push([need, 0]);
      }
    }
  }
  return order;
}

function keyOf({ path, version }: ModuleVersion): string {
  return version === '' ? path : `${path}@${version}`;
}

function byPath(one: ModuleVersion, other: ModuleVersion): number {
  return one.path < other.path ? -1 : Number(one.path > other.path);
}
