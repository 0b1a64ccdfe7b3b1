/**
 * A module graph as a page: the picture, and a table of every selected module with what requires
 * it and what it requires. No script; the browser's own search finds a module.
 *
 * @module
 */

import { nameOf, type ModuleGraph } from '../../model/module-graph.ts';
import type { Language } from '../../model/text.ts';
import { escape, type Html } from '../html/markup.ts';
import { svg } from './svg.ts';
import { branchesOf, type Branch } from './tree.ts';
import { remarksOf } from './words.ts';

const STYLE =
  'body{font:14px/1.5 system-ui,sans-serif;margin:1rem;color:#1f2328;background:#fff}' +
  'table{border-collapse:collapse}th,td{border:1px solid #d1d9e0;padding:.2rem .5rem;text-align:left;vertical-align:top}' +
  '.picture{overflow-x:auto}td{overflow-wrap:anywhere}';

export function html(graph: ModuleGraph, language: Language): string {
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const title = say(`Module graph of ${graph.main.join(', ')}`, `${graph.main.join('、')} 的模块图`);
  const counts = say(
    `${graph.buildList.length} modules are built, by ${graph.requirements.length} requirements; ${graph.superseded.length} versions are superseded; the graph is ${graph.pruning}.`,
    `构建 ${graph.buildList.length} 个模块，共 ${graph.requirements.length} 条需求；${graph.superseded.length} 个版本被取代；图的剪枝方式：${graph.pruning}。`,
  );
  const heads = [
    say('module', '模块'),
    say('required by', '被需要于'),
    say('requires', '需要'),
    say('remarks', '备注'),
  ];
  const rows = branchesOf(graph).map((branch) => row(branch, language));
  return `<!doctype html>\n<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><style>${STYLE}</style></head>\n<body><main><h1>${escape(title)}</h1>\n<p>${escape(counts)}</p>\n<div class="picture" tabindex="0">${svg(graph, language)}</div>\n<table><thead><tr>${heads.map((head) => `<th scope="col">${escape(head)}</th>`).join('')}</tr></thead>\n<tbody>${rows.join('\n')}</tbody></table></main></body></html>\n`;
}

function row({ node, requiredBy, requires }: Branch, language: Language): Html {
  const remarks = remarksOf(node).map(({ text }) => escape(text[language]));
  const cells = [requiredBy, requires].map((list) => escape(list.join(', '), 20_000));
  return `<tr><th scope="row">${escape(nameOf(node))}</th><td>${cells.join('</td><td>')}</td><td>${remarks.join('<br>')}</td></tr>`;
}
