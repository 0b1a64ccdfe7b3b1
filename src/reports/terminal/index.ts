/**
 * The report on a terminal: chapters with their counts and one entry per finding, then the
 * summary, refuted ones first, then what to do, then what could not be checked. Statements that
 * no claim answers are counted, not listed: the other formats list them. A run without statements
 * of the paper is told as a list of checks.
 *
 * @module
 */

import type { Report } from '../../model/report.ts';
import type { Rendering } from '../rendering.ts';
import {
  chapterCounts,
  chapterTitle,
  countWords,
  gaps,
  isOfPaper,
  lede,
  reference,
  refutedTitle,
  statementCounts,
  titleOf,
} from '../summary.ts';
import { SIGNS } from '../words.ts';
import { harmlessLine } from '../untrusted.ts';
import { writeChecks } from './checks.ts';
import { ink } from './ink.ts';
import { Page } from './page.ts';
import { writeInterruption, writeMends, writeTop } from './parts.ts';

/** Who asked for a few claims wants their doubts as well; a whole paper with all of them is not read. */
const FEW_FINDINGS = 12;

export function terminal(report: Report, { language, columns, colour }: Rendering): string {
  const page = new Page(columns, ink(colour), language);
  const title = page.say('goassay: ', 'goassay：') + titleOf(report)[language];
  if (!isOfPaper(report)) {
    writeChecks(page, report, title, report.findings);
    return page.toString();
  }
  writeTop(page, report, title);

  for (const chapter of report.chapters) {
    const findings = report.findings.filter((finding) => finding.chapter === chapter.id);
    if (findings.length === 0 && chapter.rows.every(({ standing }) => standing === 'not-asked')) continue;
    page.blank();
    page.heading(chapterTitle(chapter)[language]);
    page.faint(countWords(chapterCounts(chapter, report.findings))[language], '  ');
    for (const finding of findings) {
      page.finding(finding);
      if (report.findings.length > FEW_FINDINGS) continue;
      for (const warning of finding.verdict.warnings)
        page.text(harmlessLine(warning[language], 600), '      ', '! ');
    }
  }

  page.blank();
  page.heading(page.say('Summary', '总结'));
  page.text(lede(report)[language], '  ');
  page.text(countWords(statementCounts(report))[language], '  ');
  writeRefuted(page, report);
  writeMends(page, report);
  writeGaps(page, report);
  if (!report.run.complete) page.blank();
  writeInterruption(page, report);
  return page.toString();
}

function writeRefuted(page: Page, report: Report): void {
  const refuted = report.findings.filter(({ verdict }) => verdict.outcome === 'refuted');
  if (refuted.length === 0) return;
  page.blank();
  page.heading(refutedTitle(report)[page.language]);
  for (const finding of refuted) {
    page.item('✗', 'refuted', page.cited(finding.verdict.because[page.language], reference(finding)));
  }
}

/** More reasons than these under one remedy are counted: the remedy is what the reader needs. */
const MOST_REASONS = 3;

function writeGaps(page: Page, report: Report): void {
  const found = gaps(report);
  if (found.length === 0) return;
  page.blank();
  page.heading(
    page.say('What could not be decided here, and how to enable it', '本机未能判定之处，以及如何使其可判定'),
  );
  for (const { outcome, remedy, reasons } of found) {
    const { symbol } = SIGNS[outcome];
    for (const { reason, ids } of reasons.slice(0, MOST_REASONS)) {
      page.item(symbol, outcome, page.cited(reason[page.language], ids));
    }
    const more = reasons.slice(MOST_REASONS).flatMap(({ ids }) => ids);
    if (more.length > 0) {
      page.item(
        symbol,
        outcome,
        page.cited(
          page.say(`${more.length} more, for like reasons`, `另有 ${more.length} 项，原因类似`),
          more,
        ),
      );
    }
    if (remedy) page.text(remedy[page.language], '     ', '→ ');
  }
}
