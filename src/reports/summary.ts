/**
 * What several formats tell in the same words: the header, the counts, and what could not be
 * checked, grouped by how to enable it.
 *
 * @module
 */

import type { Chapter, Finding, Report, Standing } from '../model/report.ts';
import type { Language, Text } from '../model/text.ts';
import { OUTCOMES, type Outcome } from '../model/outcome.ts';
import { SIGNS, STANDINGS } from './words.ts';

/** "linux/amd64 · 2 cores · go1.26.8 linux/amd64 · quick profile · 12 s". */
export function headline(report: Report, language: Language): string {
  const { inquiry, run, subjects } = report;
  const profile: Text = {
    en: `${inquiry.profile} profile`,
    zh: inquiry.profile === 'quick' ? '快速模式' : '完整模式',
  };
  const seconds = Math.round(run.durationMs / 100) / 10;
  const parts = [
    ...subjects.flatMap(({ headlines }) => headlines.map((text) => text[language])),
    profile[language],
    language === 'zh' ? `用时 ${seconds} 秒` : `${seconds} s`,
    run.startedAt.slice(0, 10),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Whether the run takes up statements of the paper, or makes checks of our own only. */
export function isOfPaper({ totals: { statements } }: Report): boolean {
  return statements['not-asked'] < statements.total;
}

export function titleOf(report: Report): Text {
  return isOfPaper(report)
    ? { en: 'Go on ARM64, judged on this machine', zh: 'Go 与 ARM64，在本机上逐句判定' }
    : { en: 'Checked on this machine', zh: '在本机上检查' };
}

/** How many of the paper's statements stand how, or else of our checks; all that are not zero, and they add up. */
export function statementCounts(report: Report): readonly (readonly [Standing, number])[] {
  const counts: Partial<Record<Standing, number>> = isOfPaper(report)
    ? report.totals.statements
    : report.totals.findings;
  return STANDINGS.map((standing) => [standing, counts[standing] ?? 0] as const).filter(
    ([, count]) => count > 0,
  );
}

/** "19 refuted · 23 confirmed". */
export function countWords(counts: readonly (readonly [Standing, number])[]): Text {
  return {
    en: counts.map(([standing, count]) => `${count} ${SIGNS[standing].word.en}`).join(' · '),
    zh: counts.map(([standing, count]) => `${SIGNS[standing].word.zh} ${count} 条`).join(' · '),
  };
}

/** "2  Runtime, machine code and linking"; the Chinese titles carry their number themselves. */
export function chapterTitle({ id, title }: Chapter): Text {
  return id === '0' ? title : { en: `${id}  ${title.en}`, zh: title.zh };
}

/** All of the paper; without a statement of it there is nothing to list it for. */
export function chaptersOf(report: Report): readonly Chapter[] {
  if (isOfPaper(report)) return report.chapters;
  const title: Text = { en: 'Checks', zh: '检查' };
  const about: Text = { en: 'What was checked, and what was found.', zh: '检查内容与结果。' };
  return report.chapters
    .filter(({ rows }) => rows.length === 0)
    .map((chapter) => ({ ...chapter, title, about }));
}

/** Of a chapter's statements, or in the chapter without statements of its checks. */
export function chapterCounts(
  { id, rows }: Chapter,
  findings: readonly Finding[],
): readonly (readonly [Standing, number])[] {
  const standings: readonly Standing[] =
    rows.length > 0
      ? rows.map(({ standing }) => standing)
      : findings.filter(({ chapter }) => chapter === id).map(({ verdict }) => verdict.outcome);
  return STANDINGS.map(
    (standing) => [standing, standings.filter((one) => one === standing).length] as const,
  ).filter(([, count]) => count > 0);
}

/** Refuted statements and refuted checks are counted apart, so that no two numbers seem to disagree. */
export function refutedTitle({ totals: { statements }, findings }: Report): Text {
  const own = findings.filter(
    ({ answers, verdict }) => answers.length === 0 && verdict.outcome === 'refuted',
  ).length;
  return {
    en: `Refuted: ${plural(statements.refuted, 'statement')} of the paper, ${plural(own, 'check')} of our own`,
    zh: `已证伪：白皮书陈述 ${statements.refuted} 条，自有检查 ${own} 项`,
  };
}

export const INTERRUPTED: Text = {
  en: 'This run was interrupted: what was not gathered counts as inconclusive.',
  zh: '本次运行被中断：尚未采集的部分按证据不足计。',
};

/** Findings that could not be decided or do not apply, by what would change that. */
export interface Gap {
  readonly outcome: Outcome;
  readonly remedy: Text | undefined;
  /** Each reason with the ids of the findings that gave it. */
  readonly reasons: readonly { readonly reason: Text; readonly ids: readonly string[] }[];
}

/** Findings of the same remedy stand together; what could not be looked at first, then the largest. */
export function gaps({ findings }: Report): Gap[] {
  const groups = new Map<string, { outcome: Outcome; remedy: Text | undefined; findings: Finding[] }>();
  for (const finding of findings) {
    const { outcome, because, remedy } = finding.verdict;
    if (outcome !== 'inconclusive' && outcome !== 'not-applicable') continue;
    const key = JSON.stringify([outcome, remedy?.en ?? null, remedy ? null : because.en]);
    const group = groups.get(key) ?? { outcome, remedy, findings: [] };
    group.findings.push(finding);
    groups.set(key, group);
  }
  return [...groups.values()]
    .toSorted(
      (one, other) =>
        OUTCOMES.indexOf(one.outcome) - OUTCOMES.indexOf(other.outcome) ||
        other.findings.length - one.findings.length,
    )
    .map(({ outcome, remedy, findings: together }) => ({ outcome, remedy, reasons: byReason(together) }));
}

function byReason(findings: readonly Finding[]): Gap['reasons'] {
  const reasons = new Map<string, { reason: Text; ids: string[] }>();
  for (const finding of findings) {
    const { because } = finding.verdict;
    const told = reasons.get(because.en) ?? { reason: because, ids: [] };
    told.ids.push(...reference(finding));
    reasons.set(because.en, told);
  }
  return [...reasons.values()];
}

/** What a finding is cited by: the statements it answers, or its own id. */
export function reference({ answers, id }: Finding): readonly string[] {
  return answers.length > 0 ? answers : [id];
}

/** The sentences that say what the counts mean. */
export function lede(report: Report): Text {
  const {
    totals: { statements },
    findings,
  } = report;
  if (!isOfPaper(report))
    return {
      en: `This run makes ${plural(findings.length, 'check')} of our own and takes up no statement of the whitepaper.`,
      zh: `本次运行仅作自有检查 ${findings.length} 项，不涉及白皮书的陈述。`,
    };
  const decided = statements.confirmed + statements.refuted;
  const answered = statements.total - statements.unanswered - statements['not-asked'];
  const own = findings.filter(({ answers }) => answers.length === 0);
  const failed = own.filter(({ verdict }) => verdict.outcome === 'refuted').length;
  return {
    en: `This run takes up ${answered} of the whitepaper’s ${statements.total} statements and could decide ${decided} of them on this machine: ${statements.confirmed} confirmed, ${statements.refuted} refuted. Beside them stand ${plural(own.length, 'check')} of our own on this machine and its Go, of which ${failed === 0 ? 'none' : failed} failed.`,
    zh: `白皮书共 ${statements.total} 条陈述，本次处理其中 ${answered} 条，在本机可判定 ${decided} 条：证实 ${statements.confirmed} 条，证伪 ${statements.refuted} 条。另有针对本机及其 Go 的自有检查 ${own.length} 项，其中 ${failed} 项未通过。`,
  };
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
