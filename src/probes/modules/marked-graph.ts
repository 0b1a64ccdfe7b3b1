/**
 * A module graph with the modules marked whose copy below vendor/ is not what go.sum and go.mod
 * make of it.
 *
 * @module
 */

import type { Host } from '../../host/host.ts';
import { readProject } from '../../integrity/build-list.ts';
import type { Finding } from '../../integrity/finding.ts';
import { verifyVendor } from '../../integrity/vendor.ts';
import type { ModuleGraph } from '../../model/module-graph.ts';
import type { Text } from '../../model/text.ts';

/** Empty where there is no vendor/ or nothing is wrong with it. */
export async function vendorFindings(host: Host, go: string, directory: string): Promise<readonly Finding[]> {
  const verified = await verifyVendor(host, await readProject(host, go, directory), undefined, 'all');
  return verified?.findings ?? [];
}

/** A finding that belongs to no module is one of the main module. */
export function markVendored(graph: ModuleGraph, findings: readonly Finding[]): ModuleGraph {
  const marks = new Map<string, Text[]>();
  const paths = graph.buildList.map(({ path }) => path).toSorted((one, other) => other.length - one.length);
  const strays: Text[] = [];
  for (const { subject, file, what } of findings) {
    const name = subject.replace(/@.*$/, '');
    const path = paths.find((one) => one === name) ?? paths.find((one) => file.includes(`/vendor/${one}/`));
    if (path === undefined) strays.push(what);
    else marks.set(path, [...(marks.get(path) ?? []), what]);
  }
  const [main = ''] = graph.main;
  // A package that modules.txt does not list is found twice: in the list, and as files of its module.
  if (strays.length > 0 && marks.size === 0) marks.set(main, strays);
  return {
    ...graph,
    buildList: graph.buildList.map((node) => {
      const inconsistencies = marks.get(node.path);
      return inconsistencies ? { ...node, inconsistencies } : node;
    }),
  };
}
