/**
 * Checks one by one, each with its tables, its doubts and the command that mends it.
 *
 * @module
 */

import type { Figure } from '../../model/figure.ts';
import type { Finding, Report } from '../../model/report.ts';
import { harmlessLine } from '../untrusted.ts';
import { inBrackets, SIGNS } from '../words.ts';
import { distributionTable } from './distribution.ts';
import type { Page } from './page.ts';
import { writeMends, writeTop } from './parts.ts';
import { textTable } from './table.ts';

const MARKS: Readonly<Record<Finding['verdict']['outcome'], string>> = {
  confirmed: '[✓]',
  refuted: '[✗]',
  inconclusive: '[?]',
  'not-applicable': '[–]',
};

export function writeChecks(page: Page, report: Report, title: string, told: readonly Finding[]): void {
  writeTop(page, report, title);
  page.blank();
  for (const finding of told) writeCheck(page, finding);
  writeMends(page, report);
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
  const tables = figures.flatMap(tableOf);
  for (const table of tables) {
    if (tables.length > 1 || figures.some(({ type }) => type === 'ecdf'))
      page.text(`${table.title[language]}${page.say(':', '：')}`, '      ');
    page.lines(textTable(table, language, page.columns - 6), '      ');
  }
}

/** Distributions are told by a few of their values; other drawings say no more than the sentence. */
function tableOf(figure: Figure): Figure[] {
  if (figure.type === 'table') return [figure];
  return figure.type === 'ecdf' ? [distributionTable(figure)] : [];
}
