/**
 * A figure in the page: a drawing for the eyes, and the same data in a table for everyone.
 *
 * @module
 */

import type { Figure, TableFigure } from '../../model/figure.ts';
import type { Language, Text } from '../../model/text.ts';
import { figureTable } from '../figure-table.ts';
import { bars } from './bars.ts';
import { ecdf } from './ecdf.ts';
import { forest } from './forest.ts';
import type { Limits } from './limits.ts';
import { both, escape, type Html } from './markup.ts';
import { runOrder } from './run-order.ts';
import { timeline } from './timeline.ts';

const LANGUAGES = [
  ['en', 'en', 'English'],
  ['zh', 'zh-CN', '中文'],
] as const;

/** `id` is unique in the page. */
export function figure(shown: Figure, id: string, limits: Limits): Html {
  const caption = `<figcaption>${both(shown.title)}</figcaption>`;
  if (shown.type === 'table' || !limits.drawings)
    return `<figure>${caption}${table(shown, shown.title, limits)}</figure>`;
  const drawings = LANGUAGES.map(
    ([language, lang, name]) =>
      `<div class="${language}" lang="${lang}"><p class="parting">${name}</p>${drawn(shown, language, `${id}-${language}`, limits)}</div>`,
  ).join('');
  const data = `<details><summary>${both({ en: 'The same in a table', zh: '以表格列出' })}</summary>${table(shown, shown.title, limits)}</details>`;
  return `<figure>${caption}${drawings}${data}</figure>`;
}

/** A drawing has as many bars, events, series or rows as its table may have rows. */
function drawn(
  shown: Exclude<Figure, TableFigure>,
  language: Language,
  id: string,
  { tableRows }: Limits,
): Html {
  switch (shown.type) {
    case 'bars':
      return bars({ ...shown, bars: shown.bars.slice(0, tableRows) }, language, id);
    case 'timeline':
      return timeline({ ...shown, events: shown.events.slice(0, tableRows) }, language, id);
    case 'ecdf':
      return ecdf({ ...shown, series: shown.series.slice(0, tableRows) }, language, id);
    case 'forest':
      return forest({ ...shown, rows: shown.rows.slice(0, tableRows) }, language, id);
    case 'run-order':
      return runOrder({ ...shown, series: shown.series.slice(0, tableRows) }, language, id);
  }
}

/** Scrolls by itself where it is too wide, so that the page never does; the keyboard reaches it. */
function table(shown: Figure, title: Text, { tableRows }: Limits): Html {
  const { header, rows } = figureTable(shown);
  const head = header.map((cell) => `<th scope="col">${both(cell)}</th>`).join('');
  const left = rows.length - tableRows;
  const more =
    left > 0
      ? `<p>${both({ en: `${left} more rows are in report.json`, zh: `另有 ${left} 行见 report.json` })}</p>`
      : '';
  const body = rows
    .slice(0, tableRows)
    .map(
      (row) =>
        `<tr>${row.map((cell, column) => (column === 0 ? `<th scope="row">${both(cell, 600)}</th>` : `<td>${both(cell, 600)}</td>`)).join('')}</tr>`,
    )
    .join('');
  const label = escape(`${title.en} / ${title.zh}`, 200);
  return `<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>${more}`;
}
