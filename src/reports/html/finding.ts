/**
 * One finding in the page: the paper's words, ours, the verdict with its deciding figures, and
 * folded under it everything that a reader needs to do it again.
 *
 * @module
 */

import type { Evidence, Finding } from '../../model/report.ts';
import type { Source } from '../../model/fact.ts';
import { toldSource } from '../source.ts';
import { COLON, SIGNS } from '../words.ts';
import { figure } from './figure.ts';
import type { Quoted } from './layout.ts';
import type { Limits } from './limits.ts';
import { anchor, both, bothWithCode, escape, sign, type Html } from './markup.ts';

/** `quotes` are the statements that it answers, in document order; none for a check of our own. */
export function finding(told: Finding, quotes: readonly Quoted[], limits: Limits): Html {
  const { id, statement, verdict } = told;
  const { outcome, because, warnings, remedy, mend, figures } = verdict;
  const own = anchor(id);
  const links = [...quotes.map(({ row }) => row.id), id];
  const isMine = mend !== undefined || remedy !== undefined;
  const stamp = `<p class="stamp ${outcome}">${sign(outcome)} ${both(SIGNS[outcome].word)} <small>${links.map((link) => `<a href="#${anchor(link)}">${escape(link, 80)}</a>`).join(' ')}</small></p>`;
  const parts = [
    ...quotes.map(quote),
    `<h3>${bothWithCode(statement)}</h3>`,
    `<p class="why">${bothWithCode(because)}</p>`,
    ...warnings.map(
      (warning) => `<p class="doubt">${both({ en: 'Note: ', zh: '注：' })}${bothWithCode(warning)}</p>`,
    ),
    mend &&
      `<p class="why"><strong>${both({ en: 'To mend it: ', zh: '应对办法：' })}</strong>${bothWithCode(mend.text)}</p>${command(mend.command)}`,
    remedy &&
      outcome !== 'confirmed' &&
      `<p class="why"><strong>${both({ en: 'To make it decidable: ', zh: '如何使其可判定：' })}</strong>${bothWithCode(remedy)}</p>`,
    ...figures.map((shown, index) => figure(shown, `${own}-${index}`, limits)),
    evidence(told, limits),
  ];
  return `<article class="finding is-${outcome}${isMine ? ' is-mine' : ''}" id="${own}">${stamp}<div>${parts.filter((part) => part !== undefined && part !== false).join('')}</div></article>`;
}

/** The paper's words; where several claims answer them, what they come to together. */
function quote({ row, isAnchor }: Quoted): Html {
  const words = `<blockquote lang="zh-CN"${isAnchor ? ` id="${anchor(row.id)}"` : ''}>${escape(row.quote)}</blockquote>`;
  if (!isAnchor || row.answeredBy.length < 2) return words;
  const links = row.answeredBy.map((id) => `<a href="#${anchor(id)}">${escape(id, 80)}</a>`).join(' ');
  const together = {
    en: `${row.id} is judged by ${row.answeredBy.length} claims, together`,
    zh: `${row.id} 由 ${row.answeredBy.length} 项主张判定，合计`,
  };
  return `${words}<p class="doubt">${both(together)}${both(COLON)}<span class="${row.standing}">${sign(row.standing)} ${both(SIGNS[row.standing].word)}</span> ${links}</p>`;
}

export function command(words: string | undefined): Html {
  return words === undefined ? '' : `<pre>${escape(words)}</pre>`;
}

function evidence({ method, wouldChange, evidence: list }: Finding, limits: Limits): Html {
  const items = [
    `<dt>${both({ en: 'How it is decided', zh: '判定方法' })}</dt><dd>${bothWithCode(method)}</dd>`,
    `<dt>${both({ en: 'What would change it', zh: '何以改判' })}</dt><dd>${bothWithCode(wouldChange)}</dd>`,
    ...list.map((one) => evidenceItem(one, limits)),
  ];
  return `<details><summary>${both({ en: 'Evidence, and how to repeat it', zh: '证据与复现方法' })}</summary><dl>${items.join('')}</dl></details>`;
}

const STATES = {
  known: { en: 'known', zh: '已知' },
  absent: { en: 'nothing to know here', zh: '此处无可采集' },
  blocked: { en: 'could not look', zh: '未能采集' },
  'not-gathered': { en: 'not gathered', zh: '未采集' },
} as const;

function evidenceItem({ title, subject, state, reason, sources }: Evidence, limits: Limits): Html {
  const at = subject.indexOf(':') + 1;
  const name = at > 0 ? ` (${escape(subject.slice(at), 80)})` : '';
  const said = reason ? `<p>${both(reason)}</p>` : '';
  const shown = sources.slice(0, limits.sources);
  const left = sources.length - shown.length;
  const more =
    left > 0
      ? `<p>${both({ en: `${left} more are in dossier.json`, zh: `另有 ${left} 项见 dossier.json` })}</p>`
      : '';
  const list = shown.length > 0 ? `<ul class="sources">${shown.map(sourceItem).join('')}</ul>` : '';
  return `<dt>${bothWithCode(title)}${name}${both(COLON)}${both(STATES[state])}</dt><dd>${said}${list}${more}</dd>`;
}

/** What was run or read, and apart from it how it ended, so that only the command is copied. */
function sourceItem(source: Source): Html {
  const { shown, isCommand, note } = toldSource(source);
  const words = isCommand ? `<pre>${escape(shown)}</pre>` : `<code>${escape(shown)}</code>`;
  return `<li>${words}${note.en === '' ? '' : ` <small>${both(note)}</small>`}</li>`;
}
