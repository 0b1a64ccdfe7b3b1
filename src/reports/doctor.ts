/**
 * The doctor's page: chapter 0 only, with its tables, the command that mends each finding, and
 * one line that says how it is.
 *
 * @module
 */

import type { Finding, Report } from '../model/report.ts';
import type { Rendering } from './rendering.ts';
import { headline, plural } from './summary.ts';
import { ink } from './terminal/ink.ts';
import { writeInterruption, writeMends } from './terminal/index.ts';
import { Page } from './terminal/page.ts';
import { textTable } from './terminal/table.ts';
import { harmlessLine } from './untrusted.ts';
import { inBrackets, SIGNS } from './words.ts';

const MARKS: Readonly<Record<Finding['verdict']['outcome'], string>> = {
  confirmed: '[✓]',
  refuted: '[✗]',
  inconclusive: '[?]',
  'not-applicable': '[–]',
};

export function doctor(report: Report, { language, columns, colour }: Rendering): string {
  const page = new Page(columns, ink(colour), language);
  page.heading(page.say('goassay doctor: this machine and its Go', 'goassay doctor：本机与本机的 Go'));
  page.text(headline(report, language), '  ');
  writeInterruption(page, report);
  for (const warning of report.run.warnings) page.text(warning[language], '  ', '! ');
  page.blank();

  const told = report.findings.filter(({ chapter }) => chapter === '0');
  for (const finding of told) writeCheck(page, finding);
  writeMends(page, report);
  page.blank();
  page.heading(conclusion(page, told));
  writeInterruption(page, report);
  return page.toString();
}

function writeCheck(page: Page, { statement, verdict }: Finding): void {
  const { language } = page;
  const { outcome, because, figures, warnings, remedy } = verdict;
  const word = inBrackets(SIGNS[outcome].word)[language];
  const said = harmlessLine(statement[language], 600).replace(/[.。]$/u, '');
  page.text(`${said}${page.say(' ', '')}${word}`, '', `${page.ink.standing(outcome, MARKS[outcome])} `);
  page.text(harmlessLine(because[language], 600), '    ', '• ');
  for (const warning of warnings) page.text(harmlessLine(warning[language], 600), '    ', '! ');
  if (outcome !== 'confirmed' && remedy) page.text(remedy[language], '    ', '→ ');
  const tables = figures.filter(({ type }) => type === 'table');
  for (const table of tables) {
    if (tables.length > 1) page.text(`${table.title[language]}${page.say(':', '：')}`, '      ');
    page.lines(textTable(table, language, page.columns - 6), '      ');
  }
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
