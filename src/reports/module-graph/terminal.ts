/**
 * A module graph on a terminal: the build list, one module a line as `go list -m all` prints it,
 * with what is remarkable beside it, and below it what does not fit together.
 *
 * @module
 */

import type { ModuleGraph } from '../../model/module-graph.ts';
import type { Language, Text } from '../../model/text.ts';
import { harmlessLine } from '../untrusted.ts';
import { remarksOf } from './words.ts';

export function buildListText(graph: ModuleGraph, language: Language): string {
  return graph.buildList
    .map((node) => {
      const remarks = remarksOf(node).map(({ text }) => text[language]);
      const name = node.version === '' ? node.path : `${node.path} ${node.version}`;
      return `${[name, ...remarks].map((part) => harmlessLine(part)).join('  · ')}\n`;
    })
    .join('');
}

/** As `go mod graph` prints it. */
export function requirementsText({ requirements }: ModuleGraph): string {
  return requirements.map(([from, to]) => `${harmlessLine(from)} ${harmlessLine(to)}\n`).join('');
}

/** Sentences about what the graph lacks or what is out of date, for standard error. */
export function troublesOf(graph: ModuleGraph): Text[] {
  return [
    ...graph.unread.map(({ module, reason }) => ({
      en: `${harmlessLine(module)}: ${harmlessLine(reason)}`,
      zh: `${harmlessLine(module)}：${harmlessLine(reason)}`,
    })),
    ...graph.outdatedRoots.map(({ path, required, selected }) => ({
      en: `go.mod requires ${harmlessLine(path)} ${harmlessLine(required)}, but ${harmlessLine(selected)} is selected; to mend it: go mod tidy`,
      zh: `go.mod 需要 ${harmlessLine(path)} ${harmlessLine(required)}，但选定 ${harmlessLine(selected)}；修复：go mod tidy`,
    })),
  ];
}
