/**
 * A chapter of the page: its counts, and every statement of the paper in document order. What no
 * claim answers is folded where it stands, so that nothing is left out and nothing is in the way.
 *
 * @module
 */

import type { Chapter, Finding, Row } from '../../model/report.ts';
import { chapterCounts, chapterTitle, countWords } from '../summary.ts';
import { COLON, inBrackets, SIGNS } from '../words.ts';
import { finding } from './finding.ts';
import type { Item } from './layout.ts';
import type { Limits } from './limits.ts';
import { anchor, both, bothWithCode, escape, sign, type Html } from './markup.ts';

/** Where the reader finds a chapter. */
export function chapterAnchor(id: string): Html {
  return `chapter-${anchor(id)}`;
}

export function chapter(
  told: Chapter,
  findings: readonly Finding[],
  items: readonly Item[],
  limits: Limits,
): Html {
  const id = chapterAnchor(told.id);
  const counts = countWords(chapterCounts(told, findings));
  return `<section aria-labelledby="${id}"><h2 id="${id}">${both(chapterTitle(told))}</h2><p class="about">${both(told.about)}</p><p class="about">${both(counts)}</p>${items.map((item) => itemOf(item, limits)).join('')}</section>`;
}

function itemOf(item: Item, limits: Limits): Html {
  switch (item.is) {
    case 'finding':
      return finding(item.finding, item.quotes, limits);
    case 'link':
      return link(item.row, item.findings);
    case 'open':
      return openRows(item.rows);
  }
}

/** A statement in its own place whose finding stands elsewhere. */
function link(row: Row, findings: readonly Finding[]): Html {
  const links = findings.map(({ id }) => `<a href="#${anchor(id)}">${escape(id, 80)}</a>`).join(' ');
  return `<div class="is-${row.standing}"><ul class="open"><li id="${anchor(row.id)}">${quoted(row)} <span class="${row.standing}">${sign(row.standing)} ${both(SIGNS[row.standing].word)}</span>${both(COLON)}${links}</li></ul></div>`;
}

function quoted({ id, quote, statement }: Row): Html {
  return `<a class="id" href="#${anchor(id)}">${escape(id, 20)}</a> <q lang="zh-CN">${escape(quote)}</q> — ${bothWithCode(statement)}`;
}

/** Few are shown, many are folded. */
const FEW = 2;

function openRows(rows: readonly Row[]): Html {
  const items = rows.map(
    (row) =>
      `<li id="${anchor(row.id)}">${quoted(row)} <span class="${row.standing}">${both(inBrackets(SIGNS[row.standing].word))}</span></li>`,
  );
  const list = `<ul class="open">${items.join('')}</ul>`;
  if (rows.length <= FEW) return `<div class="is-open">${list}</div>`;
  const [first, last] = [rows[0]?.id ?? '', rows.at(-1)?.id ?? ''];
  const asked = rows.some(({ standing }) => standing === 'unanswered');
  const summary = asked
    ? {
        en: `${rows.length} statements not answered by this version, ${first} to ${last}`,
        zh: `本版本未回答的 ${rows.length} 条陈述：${first} 至 ${last}`,
      }
    : {
        en: `${rows.length} statements not asked, ${first} to ${last}`,
        zh: `未询问的 ${rows.length} 条陈述：${first} 至 ${last}`,
      };
  return `<details class="is-open"><summary>${both(summary)}</summary>${list}</details>`;
}
