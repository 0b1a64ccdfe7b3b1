/**
 * What could not be decided here, by what would make it decidable: one entry per remedy, with the
 * statements that wait for it.
 *
 * @module
 */

import type { Report } from '../../model/report.ts';
import { gaps, type Gap } from '../summary.ts';
import { SIGNS } from '../words.ts';
import { anchor, both, bothWithCode, escape, sign, type Html } from './markup.ts';

export function gapList(report: Report): Html {
  const found = gaps(report);
  if (found.length === 0) return '';
  const count = found.reduce((sum, { reasons }) => sum + reasons.flatMap(({ ids }) => ids).length, 0);
  const title = both({
    en: `What could not be decided here, and how to enable it (${count})`,
    zh: `本机未能判定之处，以及如何使其可判定（${count} 项）`,
  });
  return `<details class="gaps"><summary>${title}</summary><ul>${found.map(gap).join('')}</ul></details>`;
}

function gap({ outcome, remedy, reasons }: Gap): Html {
  const words = `<span class="${outcome}">${sign(outcome)} ${both(SIGNS[outcome].word)}</span>`;
  const list = reasons.map(
    ({ reason, ids }) =>
      `<p>${bothWithCode(reason)} ${ids.map((id) => `<a href="#${anchor(id)}">${escape(id, 80)}</a>`).join(' ')}</p>`,
  );
  const how = remedy
    ? `<p><strong>${both({ en: 'To make it decidable: ', zh: '如何使其可判定：' })}</strong>${bothWithCode(remedy)}</p>`
    : '';
  return `<li>${words}${list.join('')}${how}</li>`;
}
