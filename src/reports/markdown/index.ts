/**
 * Markdown that fits a CI step summary: status first, headings from the third level, details
 * folded, and never more than 900 KiB, because a step summary of more than 1 MiB is dropped whole.
 * All chapters come before all evidence, so that what is trimmed first is missed least.
 *
 * @module
 */

import type { Chapter, Finding, Report } from '../../model/report.ts';
import type { Language, Text } from '../../model/text.ts';
import type { Rendering } from '../rendering.ts';
import { toldSource } from '../source.ts';
import {
  chapterCounts,
  chaptersOf,
  chapterTitle,
  countWords,
  gaps,
  headline,
  INTERRUPTED,
  lede,
  reference,
  refutedTitle,
  statementCounts,
  titleOf,
} from '../summary.ts';
import { COLON, inBrackets, SIGNS } from '../words.ts';
import { codeBlock, codeSpan, inline, inlineWithCode } from './inline.ts';
import { trimmed, type Section } from './trim.ts';

const MOST_SOURCES = 12;
const MOST_WARNINGS = 20;

export function markdown(report: Report, { language }: Rendering): string {
  const refuted = report.findings.filter(({ verdict }) => verdict.outcome === 'refuted');
  const chapters = chaptersOf(report);
  const sections: (Section | undefined)[] = [
    { name: '', text: top(report, language) },
    mends(report, language),
    refuted.length === 0
      ? undefined
      : {
          name: SIGNS.refuted.word[language],
          text: `#### ${inline(refutedTitle(report)[language])}\n\n${findingTable(refuted, language)}`,
        },
    undecided(report, language),
    ...chapters.map((chapter) => chapterSection(chapter, report.findings, language)),
    ...chapters.map((chapter) => evidenceSection(chapter, report.findings, language)),
  ];
  return trimmed(
    sections.filter((section) => section !== undefined),
    language,
  );
}

function top(report: Report, language: Language): string {
  return [
    `### ${{ en: 'goassay: ', zh: 'goassay：' }[language]}${titleOf(report)[language]}`,
    ...(report.run.complete ? [] : [`**${inline(INTERRUPTED[language])}**`]),
    ...report.run.warnings.slice(0, MOST_WARNINGS).map((warning) => `**${inline(warning[language])}**`),
    `**${countWords(statementCounts(report))[language]}**`,
    inline(headline(report, language)),
    inline(lede(report)[language]),
  ].join('\n\n');
}

function mends({ mends: list }: Report, language: Language): Section | undefined {
  if (list.length === 0) return undefined;
  const name = { en: 'What to do on this machine', zh: '本机该做什么' }[language];
  const items = list.map(({ text, command }, index) => {
    const lead = `${index + 1}. `;
    const code = command === undefined ? '' : `\n\n${codeBlock(command, ' '.repeat(lead.length))}`;
    return `${lead}${inlineWithCode(text[language])}${code}`;
  });
  return { name, text: `#### ${name}\n\n${items.join('\n')}` };
}

function undecided(report: Report, language: Language): Section | undefined {
  const found = gaps(report);
  if (found.length === 0) return undefined;
  const name = {
    en: 'What could not be decided here, and how to enable it',
    zh: '本机未能判定之处，以及如何使其可判定',
  }[language];
  const items = found.map(({ outcome, remedy, reasons }) => {
    const { symbol, word } = SIGNS[outcome];
    const told = reasons.map(
      ({ reason, ids }) => `${inlineWithCode(reason[language])} (${inline(ids.join(' '))})`,
    );
    const how = remedy ? ` → **${inline(remedy[language])}**` : '';
    return `- ${symbol} ${word[language]}${COLON[language]}${told.join('; ')}${how}`;
  });
  return { name, text: `<details><summary>${inline(name)}</summary>\n\n${items.join('\n')}\n\n</details>` };
}

function findingTable(findings: readonly Finding[], language: Language): string {
  const head = { en: ['verdict', 'statement', 'because'], zh: ['判定', '陈述', '依据'] }[language];
  const rows = findings.map((finding) => {
    const { statement, verdict } = finding;
    const { symbol, word } = SIGNS[verdict.outcome];
    return [
      `${symbol} ${word[language]}`,
      `${inlineWithCode(statement[language])} (${inline(reference(finding).join(' '))})`,
      inlineWithCode(verdict.because[language]),
    ];
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function chapterSection(chapter: Chapter, findings: readonly Finding[], language: Language): Section {
  const name = chapterTitle(chapter)[language];
  const own = findings.filter((finding) => finding.chapter === chapter.id);
  const open = chapter.rows.filter(({ answeredBy }) => answeredBy.length === 0);
  const parts = [
    `#### ${inline(name)}`,
    countWords(chapterCounts(chapter, findings))[language],
    ...(own.length > 0 ? [findingTable(own, language)] : []),
  ];
  if (open.length > 0) {
    const lines = open.map(
      (row) => `- ${row.id} ${inline(row.quote)} ${inBrackets(SIGNS[row.standing].word)[language]}`,
    );
    const summary = {
      en: `${open.length} statements without a finding`,
      zh: `没有结论的 ${open.length} 条陈述`,
    }[language];
    parts.push(`<details><summary>${summary}</summary>\n\n${lines.join('\n')}\n\n</details>`);
  }
  return { name, text: parts.join('\n\n') };
}

function evidenceSection(
  chapter: Chapter,
  findings: readonly Finding[],
  language: Language,
): Section | undefined {
  const own = findings.filter((finding) => finding.chapter === chapter.id);
  if (own.length === 0) return undefined;
  const title = chapterTitle(chapter);
  const name = { en: `Evidence for ${title.en}`, zh: `${title.zh}：证据` }[language];
  return {
    name,
    text: [`#### ${inline(name)}`, ...own.map((finding) => details(finding, language))].join('\n\n'),
  };
}

const WORDS = {
  method: { en: 'How it is decided', zh: '判定方法' },
  wouldChange: { en: 'What would change it', zh: '何以改判' },
  warning: { en: 'Note', zh: '注' },
  remedy: { en: 'To make it decidable', zh: '如何使其可判定' },
} as const;

function details({ id, method, wouldChange, verdict, evidence }: Finding, language: Language): string {
  const line = (what: Text, text: Text): string =>
    `${what[language]}${COLON[language]}${inlineWithCode(text[language])}`;
  const lines = [
    line(WORDS.method, method),
    line(WORDS.wouldChange, wouldChange),
    ...verdict.warnings.map((warning) => line(WORDS.warning, warning)),
    ...(verdict.remedy ? [line(WORDS.remedy, verdict.remedy)] : []),
    ...evidence.flatMap(({ sources }) =>
      sources.slice(0, MOST_SOURCES).map((source) => {
        const { shown, note } = toldSource(source);
        return `${codeSpan(shown)}${note[language] === '' ? '' : ` → ${inline(note[language])}`}`;
      }),
    ),
  ];
  return `<details><summary>${inline(id)}</summary>\n\n${lines.map((one) => `- ${one}`).join('\n')}\n\n</details>`;
}
