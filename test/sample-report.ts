/**
 * Reports made up for the formats' tests: of any size, with every outcome, every sort of figure,
 * mends, remedies and doubts, and with whatever words a test wants in every place.
 *
 * @module
 */

import * as fc from 'fast-check';
import { CHAPTERS } from '../src/claims/ledger/chapters.ts';
import { LEDGER } from '../src/claims/ledger/index.ts';
import type { Finding, Report, Row } from '../src/model/report.ts';
import type { Figure } from '../src/model/figure.ts';
import type { Text } from '../src/model/text.ts';
import { OUTCOMES, type Outcome } from '../src/model/outcome.ts';

export interface Wish {
  /** One per finding; the first ones are checks of our own. */
  readonly outcomes: readonly Outcome[];
  /** How many findings are checks of our own. */
  readonly own?: number;
  /** Stands in every place where text can come from the machine. */
  readonly words?: string;
  readonly complete?: boolean;
  /** The statements each finding answers, instead of the usual ones; none for a check of our own. */
  readonly answers?: readonly (readonly string[])[];
  /** Statements left out by --only; those that a finding answers are asked all the same. */
  readonly notAsked?: readonly string[];
}

export function sampleReport(wish: Wish): Report {
  const { outcomes, own = 3, words = 'go1.26.8', complete = true, answers, notAsked = [] } = wish;
  const findings = inOrder(
    outcomes.map((outcome, index) =>
      sampleFinding(
        outcome,
        index,
        answers ? [...(answers[index] ?? [])] : index < own ? [] : rowsOf(index - own),
        words,
      ),
    ),
  );
  const rows = LEDGER.map(({ id, section, quote, kind, statement }): Row => {
    const told = findings.filter((finding) => finding.answers.includes(id));
    const standing =
      OUTCOMES.find((outcome) => told.some(({ verdict }) => verdict.outcome === outcome)) ??
      (notAsked.includes(id) ? 'not-asked' : 'unanswered');
    return { id, section, quote, kind, statement, standing, answeredBy: told.map((one) => one.id) };
  });
  const count = (standings: readonly string[], standing: string): number =>
    standings.filter((one) => one === standing).length;
  const counts = (standings: readonly string[]) => ({
    confirmed: count(standings, 'confirmed'),
    refuted: count(standings, 'refuted'),
    inconclusive: count(standings, 'inconclusive'),
    'not-applicable': count(standings, 'not-applicable'),
  });
  const standings = rows.map(({ standing }) => standing);
  return {
    schemaVersion: 1,
    tool: { name: 'goassay', version: '0.0.0' },
    inquiry: { only: [], profile: 'quick', online: false },
    run: { startedAt: '2026-11-24T10:00:00.000Z', durationMs: 12_300, complete, warnings: [] },
    subjects: [
      {
        name: 'machine',
        kind: 'machine',
        title: { en: 'This machine', zh: '本机' },
        digest: 'a'.repeat(64),
        headlines: [both(words)],
      },
    ],
    chapters: CHAPTERS.map(({ id, title, about }) => ({
      id,
      title,
      about,
      rows: rows.filter((row) => row.id.startsWith(`W${id}.`)),
    })),
    findings,
    mends: findings.flatMap(({ id, verdict: { mend } }) => (mend ? [{ ...mend, finding: id }] : [])),
    totals: {
      statements: {
        ...counts(standings),
        unanswered: count(standings, 'unanswered'),
        'not-asked': count(standings, 'not-asked'),
        total: rows.length,
      },
      findings: { ...counts(findings.map(({ verdict }) => verdict.outcome)), total: findings.length },
    },
  };
}

/** As assay/report has them: our own checks first, then by the first statement. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const place = ({ answers }: Finding): number => LEDGER.findIndex(({ id }) => id === answers[0]);
  return findings.toSorted((one, other) => place(one) - place(other));
}

/** Every fourth finding answers two statements. */
function rowsOf(index: number): string[] {
  const [one, two] = [LEDGER[index % LEDGER.length], LEDGER[(index + 1) % LEDGER.length]];
  return index % 4 === 0 && one && two && one.id[1] === two.id[1] ? [one.id, two.id] : one ? [one.id] : [];
}

function sampleFinding(outcome: Outcome, index: number, answers: string[], words: string): Finding {
  return {
    id: `claim-${index}`,
    chapter: answers[0]?.[1] ?? '0',
    answers,
    statement: { en: `Statement ${index} about \`${words}\`.`, zh: `关于 ${words} 的第 ${index} 条陈述。` },
    method: both(`runs ${words}`),
    wouldChange: both(`another ${words}`),
    verdict: {
      outcome,
      because: { en: `It is ${words}, 42 of 43`, zh: `结果为 ${words}，43 个中有 42 个` },
      // Readonly where they are made.
      figures: (index % 30 === 1
        ? figures(words).slice(3)
        : figures(words).slice(0, index % 4)) as Finding['verdict']['figures'],
      warnings: index % 3 === 0 ? [both(`doubt about ${words}`)] : [],
      ...(outcome === 'refuted' && {
        mend: { text: both(`mend ${words}`), command: `go env -w X=${words}` },
      }),
      ...(outcome !== 'confirmed' &&
        outcome !== 'refuted' && {
          remedy: { en: `Use a Mac with ${words}`, zh: `使用装有 ${words} 的 Mac` },
        }),
    },
    evidence: [
      {
        subject: 'binary:hello',
        kind: 'binary-identity',
        title: both(words),
        state: 'known',
        sources: [
          { via: 'file', path: `/x/${words}`, sha256: '0'.repeat(64), sizeBytes: 1 },
          {
            via: 'command',
            argv: ['go', 'build', words],
            directory: '/x y',
            environment: { GOOS: words },
            exit: 1,
          },
        ],
      },
    ],
  };
}

/** Enough columns that the table must scroll on a phone. */
const WIDE = ['architecture', 'go command', 'standing', 'supported until'];

function figures(words: string): Figure[] {
  return [
    {
      type: 'table',
      title: both(`table of ${words}`),
      columns: [both('a'), both(words), ...WIDE.map(both)],
      rows: [[both(words), both('1'), ...WIDE.map(both)]],
    },
    {
      type: 'bars',
      title: both(`bars of ${words}`),
      unit: { en: 'bytes', zh: '字节' },
      bars: [
        { label: both(words), value: 1_234_567 },
        { label: both('b'), value: 12.5, interval: [10, 15] },
      ],
    },
    {
      type: 'timeline',
      title: both(`timeline of ${words}`),
      events: [
        { date: '2021-02-16', label: both('go1.16') },
        { date: '2024-07-02', label: both(words), mark: true },
      ],
    },
    {
      type: 'ecdf',
      title: both(`distribution of ${words}`),
      unit: { en: 'ms', zh: '毫秒' },
      series: [
        { label: both(words), values: [12.5, 11, 14, 11] },
        { label: both('b'), values: [20] },
      ],
    },
    {
      type: 'forest',
      title: both(`ratios of ${words}`),
      unit: { en: 'times as long', zh: '倍时间' },
      reference: 1,
      margin: [0.99, 1.01],
      rows: [
        { label: both(words), value: 1.234, interval: [1.1, 1.4] },
        { label: both('b'), value: 0.9 },
      ],
    },
    {
      type: 'run-order',
      title: both(`runs of ${words}`),
      unit: { en: 'ms', zh: '毫秒' },
      series: [
        {
          label: both(words),
          points: [
            [1, 12.5],
            [4, 11],
          ],
        },
        { label: both('b'), points: [[2, 20]] },
      ],
      threshold: { label: both(words), value: 15 },
    },
  ];
}

function both(words: string): Text {
  return { en: words, zh: words };
}

/**
 * Wishes for reports of any shape: findings that answer none, one or several statements anywhere in the
 * paper, statements that several findings answer, statements left out, runs cut short. Wishes and
 * not reports, so that a counterexample can be read.
 */
export function anyWish(words: fc.Arbitrary<string> = fc.constant('go1.26.8')): fc.Arbitrary<Wish> {
  const statement = fc.constantFrom(...LEDGER.map(({ id }) => id));
  const answered = fc.oneof(
    fc.constant([]),
    fc.uniqueArray(statement, { minLength: 1, maxLength: 4 }),
    // A narrow choice, so that several findings meet at one statement.
    fc.uniqueArray(fc.constantFrom('W1.03', 'W1.04', 'W1.05', 'W2.01', 'W3.40'), { minLength: 1 }),
  );
  return fc
    .record({
      told: fc.array(fc.tuple(fc.constantFrom(...OUTCOMES), answered), { maxLength: 60 }),
      complete: fc.boolean(),
      notAsked: fc.uniqueArray(statement, { maxLength: 200 }),
      words,
    })
    .map(({ told, ...rest }) => ({
      outcomes: told.map(([outcome]) => outcome),
      answers: told.map(([, ids]) => ids),
      ...rest,
    }));
}

/** What one does not want to meet in a report: markup, escapes, reordering, length. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '\u001b]0;title\u0007\u001b[2J\u001b[31mred',
  '\u009b31m\u202Egnp.exe\u2066',
  '| a | b |\n# heading\n[link](javascript:alert(1)) @someone `code` ```fence```',
  '\u007fdelete\u0085next\u2028line\ufeff',
  '=cmd|calc!A0',
  '\ud800 lone surrogate \u0000',
  'x'.repeat(100_000),
  '字'.repeat(100_000),
  'javascript:alert(1)//{{7*7}}${7*7}',
] as const;
