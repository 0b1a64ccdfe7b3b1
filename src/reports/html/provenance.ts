/**
 * Where the page comes from: the dossiers that it was judged on, by their digests, and the run
 * that gathered them. The first digest is in sight, the others are folded.
 *
 * @module
 */

import type { Report } from '../../model/report.ts';
import type { Text } from '../../model/text.ts';
import { plural } from '../summary.ts';
import { COLON } from '../words.ts';
import { both, escape, type Html } from './markup.ts';

/** Enough of a digest to compare two pages by eye. */
const DIGITS = 12;

export function provenance({ subjects, run, inquiry, tool }: Report): Html {
  const [first] = subjects;
  const begin = first
    ? `${both(first.title)} <code>sha256:${escape(first.digest.slice(0, DIGITS))}…</code>${subjects.length > 1 ? ' …' : ''}`
    : '';
  const count: Text = {
    en: `Judged on ${plural(subjects.length, 'dossier')}: `,
    zh: `依据 ${subjects.length} 份案卷判定：`,
  };
  const rows = subjects.map(
    ({ title, headlines, digest }) =>
      `<dt>${both(title)}${headlines.length > 0 ? both(COLON) + headlines.map((one) => both(one)).join(' · ') : ''}</dt><dd><code>sha256:${escape(digest, 80)}</code></dd>`,
  );
  const facts: readonly (readonly [Text, Text])[] = [
    [
      { en: 'Run', zh: '运行' },
      {
        en: `${run.startedAt}, ${Math.round(run.durationMs)} ms, ${inquiry.profile} profile, network ${inquiry.online ? 'allowed' : 'off'}`,
        zh: `${run.startedAt}，${Math.round(run.durationMs)} 毫秒，${inquiry.profile === 'quick' ? '快速模式' : '完整模式'}，网络${inquiry.online ? '已允许' : '未开启'}`,
      },
    ],
    [
      { en: 'Asked', zh: '所问' },
      inquiry.only.length === 0
        ? { en: 'the whole paper', zh: '白皮书全文' }
        : { en: inquiry.only.join(', '), zh: inquiry.only.join('、') },
    ],
    [
      { en: 'Judged by', zh: '判定程序' },
      { en: `${tool.name} ${tool.version}`, zh: `${tool.name} ${tool.version}` },
    ],
  ];
  const said = facts.map(([name, value]) => `<dt>${both(name)}</dt><dd>${both(value)}</dd>`);
  return `<details class="provenance"><summary>${both(count)}${begin}</summary><dl>${[...rows, ...said].join('')}</dl></details>`;
}
