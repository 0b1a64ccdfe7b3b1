/**
 * The doctor's page: chapter 0 only, and one line that says how it is.
 *
 * @module
 */

import type { Finding, Report } from '../model/report.ts';
import type { Rendering } from './rendering.ts';
import { plural } from './summary.ts';
import { writeChecks } from './terminal/checks.ts';
import { ink } from './terminal/ink.ts';
import { writeInterruption } from './terminal/parts.ts';
import { Page } from './terminal/page.ts';

export function doctor(report: Report, { language, columns, colour }: Rendering): string {
  const page = new Page(columns, ink(colour), language);
  const told = report.findings.filter(({ chapter }) => chapter === '0');
  const title = page.say('goassay doctor: this machine and its Go', 'goassay doctor：本机与本机的 Go');
  writeChecks(page, report, title, told);
  page.blank();
  page.heading(conclusion(page, told));
  writeInterruption(page, report);
  return page.toString();
}

function conclusion(page: Page, told: readonly Finding[]): string {
  const count = (wanted: string): number =>
    told.filter(({ verdict: { outcome } }) => outcome === wanted).length;
  const [refuted, open] = [count('refuted'), count('inconclusive')];
  if (refuted === 0 && open === 0)
    return page.say(
      `Nothing to mend: ${plural(told.length, 'check')}.`,
      `无需处理：共 ${told.length} 项检查。`,
    );
  return page.say(
    `${refuted} of ${plural(told.length, 'check')} failed, ${open} could not be decided.`,
    `${told.length} 项检查中有 ${refuted} 项未通过，${open} 项未能判定。`,
  );
}
