/**
 * A module graph as a picture: one line of text per selected module, indented below the module
 * that brings it in, with its version and how many others require it. Every line can be pointed
 * at for the rest, and nothing overlaps however many modules there are.
 *
 * @module
 */

import { nameOf, type ModuleGraph } from '../../model/module-graph.ts';
import type { Language } from '../../model/text.ts';
import { escape, type Html } from '../html/markup.ts';
import { harmlessLine } from '../untrusted.ts';
import { columnsOf } from '../width.ts';
import { branchesOf, type Branch } from './tree.ts';
import { remarksOf, type Remark } from './words.ts';

const LINE = 18;
const INDENT = 22;
const FONT_SIZE = 12;
/** Of one column of that size in any usual font. */
const COLUMN = 7.3;
const MARGIN = 12;
const LONGEST_NAME = 90;

const COLOURS: Readonly<Record<Remark['kind'], string>> = {
  replaced: '#1f6feb',
  retracted: '#cf222e',
  deprecated: '#bc4c00',
  inconsistent: '#cf222e',
  unread: '#8250df',
};

export function svg(graph: ModuleGraph, language: Language): string {
  const branches = branchesOf(graph);
  const lines = branches.map((branch, index) => lineOf(branch, index, language));
  const width = Math.ceil(Math.max(320, ...lines.map(({ end }) => end)) + MARGIN);
  const height = branches.length * LINE + 2 * MARGIN;
  const title =
    language === 'zh'
      ? `模块图：${graph.buildList.length} 个模块`
      : `Module graph: ${graph.buildList.length} modules`;
  const body = branches
    .map((branch, index) => `${connector(branch, index)}${lines[index]?.markup ?? ''}`)
    .join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="${FONT_SIZE}"><title>${escape(title)}</title><rect width="100%" height="100%" fill="#ffffff"/>\n${body}\n</svg>\n`;
}

function lineOf(
  branch: Branch,
  index: number,
  language: Language,
): { readonly markup: Html; readonly end: number } {
  const { node, depth, requires, requiredBy } = branch;
  const x = MARGIN + depth * INDENT;
  const name = shortened(nameOf(node));
  const remarks = remarksOf(node);
  const counts = countsOf(requires.length, Math.max(0, requiredBy.length - 1), language);
  const nameEnd = x + columnsOf(name) * COLUMN + 10;
  const marks = remarks.map(({ kind, text }) => ({ kind, words: shortened(text[language]) }));
  let end = nameEnd + columnsOf(counts) * COLUMN + 10;
  const drawn = marks.map(({ kind, words }) => {
    const at = end;
    end += columnsOf(words) * COLUMN + 10;
    return `<text x="${round(at)}" y="0" fill="${COLOURS[kind]}">${escape(words)}</text>`;
  });
  const details = [
    nameOf(node),
    `← ${requiredBy.join(', ')}`,
    `→ ${requires.join(', ')}`,
    ...remarks.map(({ text }) => text[language]),
  ];
  const markup = `<g transform="translate(0 ${baseLine(index)})"><title>${escape(details.join('\n'))}</title><text x="${x}" y="0" fill="#1f2328"${node.version === '' ? ' font-weight="bold"' : ''}>${escape(name)}</text><text x="${round(nameEnd)}" y="0" fill="#59636e">${escape(counts)}</text>${drawn.join('')}</g>`;
  return { markup, end };
}

/** Nothing about requirements that were pruned out of the graph: they are not known to be none. */
function countsOf(needs: number, others: number, language: Language): string {
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  return [
    ...(needs > 0 ? [say(`needs ${needs}`, `需要 ${needs} 个`)] : []),
    ...(others > 0 ? [say(`needed by ${others} more`, `另被 ${others} 个需要`)] : []),
  ].join(' · ');
}

function connector({ depth, parent }: Branch, index: number): Html {
  if (parent === undefined) return '';
  const x = MARGIN + (depth - 1) * INDENT + 6;
  const [from, to] = [baseLine(parent) + 4, baseLine(index) - 4];
  return `<path d="M${x} ${from}V${to}H${x + INDENT - 10}" fill="none" stroke="#d1d9e0"/>`;
}

function baseLine(index: number): number {
  return MARGIN + (index + 1) * LINE - 5;
}

function shortened(words: string): string {
  const line = harmlessLine(words, 1000);
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1)}…` : line;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
