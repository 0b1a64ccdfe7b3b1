/**
 * A module graph in DOT, for Graphviz and what reads its language.
 *
 * @module
 */

import { nameOf, type ModuleGraph } from '../../model/module-graph.ts';
import { harmlessLine } from '../untrusted.ts';

export function dot(graph: ModuleGraph): string {
  const nodes = graph.buildList.map((node) => {
    const marks = [
      ...(node.version === '' ? ['shape=box'] : []),
      ...(node.retracted || node.deprecated || node.inconsistencies ? ['color=red'] : []),
      ...(node.replacedBy ? ['style=dashed'] : []),
    ];
    return `  ${quoted(nameOf(node))}${marks.length > 0 ? ` [${marks.join(' ')}]` : ''};\n`;
  });
  const superseded = graph.superseded.map((name) => `  ${quoted(name)} [color=gray fontcolor=gray];\n`);
  const edges = graph.requirements.map(([from, to]) => `  ${quoted(from)} -> ${quoted(to)};\n`);
  return `digraph modules {\n  rankdir=LR;\n${nodes.join('')}${superseded.join('')}${edges.join('')}}\n`;
}

function quoted(name: string): string {
  return `"${harmlessLine(name).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
