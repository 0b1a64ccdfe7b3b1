/**
 * What the pages on a terminal have in common: the top, and what to do.
 *
 * @module
 */

import type { Report } from '../../model/report.ts';
import { headline, INTERRUPTED } from '../summary.ts';
import type { Page } from './page.ts';

export function writeTop(page: Page, report: Report, title: string): void {
  page.heading(title);
  page.text(headline(report, page.language), '  ');
  writeInterruption(page, report);
  for (const warning of report.run.warnings) page.text(warning[page.language], '  ', '! ');
}

export function writeInterruption(page: Page, { run }: Report): void {
  if (!run.complete) page.text(INTERRUPTED[page.language], '  ', '! ');
}

export function writeMends(page: Page, { mends }: Report): void {
  if (mends.length === 0) return;
  page.blank();
  page.heading(page.say('What to do on this machine', '本机该做什么'));
  mends.forEach(({ text, command }, index) => {
    page.text(text[page.language], '  ', `${index + 1}. `);
    if (command !== undefined) page.command(command, '     ');
  });
}
