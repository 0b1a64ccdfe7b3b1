/**
 * From a case file to a report: every chosen claim judged, every statement of the paper given
 * its standing, everything counted once, here.
 *
 * Deterministic: the same case file gives the same report, byte for byte.
 *
 * @module
 */

import { createHash } from 'node:crypto';
import { CHAPTERS } from '../claims/ledger/chapters.ts';
import type { AnyClaim } from '../model/claim.ts';
import { factIn, SCHEMA_VERSION, type CaseFile, type Dossier } from '../model/dossier.ts';
import { needOf, type Kind, type Need, type Needs } from '../model/kind.ts';
import type { LedgerRow } from '../model/ledger.ts';
import type { Evidence, Finding, Report, Row, Standing } from '../model/report.ts';
import type { Text } from '../model/text.ts';
import { OUTCOMES, type Outcome } from '../model/outcome.ts';
import { judge } from './judge.ts';
import { chapterOf, select, type Catalogue } from './select.ts';

export interface Judging extends Catalogue {
  readonly kinds: readonly Kind<unknown>[];
}

/** Throws UnknownNameError if the case file asks for claims that this version does not have. */
export function report(file: CaseFile, { claims, ledger, kinds }: Judging): Report {
  const selection = select(file.inquiry.only, { claims, ledger });
  const findings = inOrder(selection.claims, ledger).map((claim) => finding(claim, file.dossiers));
  const rows = ledger.map((row) => rowOf(row, findings, selection.rows));
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: file.tool,
    inquiry: file.inquiry,
    run: file.run,
    subjects: file.dossiers.map((dossier) => ({
      ...dossier.subject,
      digest: digestOf(dossier),
      headlines: headlinesOf(dossier, kinds),
    })),
    chapters: CHAPTERS.map(({ id, title, about }) => ({
      id,
      title,
      about,
      rows: rows.filter((row) => row.id.startsWith(`W${id}.`)),
    })),
    findings,
    mends: mendsOf(findings),
    totals: {
      statements: {
        ...count(rows.map(({ standing }) => standing)),
        unanswered: rows.filter(({ standing }) => standing === 'unanswered').length,
        'not-asked': rows.filter(({ standing }) => standing === 'not-asked').length,
        total: rows.length,
      },
      findings: { ...count(findings.map(({ verdict }) => verdict.outcome)), total: findings.length },
    },
  };
}

/** Our own checks in the order of the catalogue, then the others as their statements stand in the paper. */
function inOrder(claims: readonly AnyClaim[], ledger: readonly LedgerRow[]): AnyClaim[] {
  const places = new Map(ledger.map(({ id }, place) => [id, place]));
  const place = ({ answers }: AnyClaim): number => places.get(answers[0] ?? '') ?? -1;
  return claims.toSorted((one, other) => place(one) - place(other));
}

function finding(claim: AnyClaim, dossiers: readonly Dossier[]): Finding {
  const { id, answers, statement, method, wouldChange } = claim;
  const needs: Needs = claim.needs;
  const { figures, warnings, ...verdict } = judge(claim, dossiers);
  return {
    id,
    chapter: chapterOf(claim),
    answers: [...answers],
    statement,
    method,
    wouldChange,
    // Figures and warnings are readonly where claims make them and plain arrays where reports are read.
    verdict: {
      ...verdict,
      figures: structuredClone(figures) as Finding['verdict']['figures'],
      warnings: [...warnings],
    },
    evidence: Object.values(needs).map((asked) => evidenceOf(needOf(asked), dossiers)),
  };
}

function evidenceOf(need: Need<unknown>, dossiers: readonly Dossier[]): Evidence {
  const fact = factIn(dossiers, need);
  return {
    subject: need.subject,
    kind: need.kind.id,
    title: need.kind.title,
    state: fact?.state ?? 'not-gathered',
    ...(fact && fact.state !== 'known' && { reason: fact.reason }),
    sources: [...(fact?.sources ?? [])],
  };
}

function rowOf(row: LedgerRow, findings: readonly Finding[], asked: ReadonlySet<string>): Row {
  const answers = findings.filter((found) => found.answers.includes(row.id));
  const { id, section, quote, kind, statement } = row;
  return {
    id,
    section,
    quote,
    kind,
    statement,
    standing: answers.length > 0 ? standing(answers) : asked.has(id) ? 'unanswered' : 'not-asked',
    answeredBy: answers.map((found) => found.id),
  };
}

/**
 * A statement that several claims answer is refuted if one refutes it, undecided if one could
 * not look, and confirmed only if some claim confirms it and none of the others objects.
 */
function standing(answers: readonly Finding[]): Standing {
  return (
    OUTCOMES.find((outcome) => answers.some(({ verdict }) => verdict.outcome === outcome)) ?? 'unanswered'
  );
}

function count(standings: readonly Standing[]): Record<Outcome, number> {
  const of = (outcome: Outcome): number => standings.filter((one) => one === outcome).length;
  return {
    confirmed: of('confirmed'),
    refuted: of('refuted'),
    inconclusive: of('inconclusive'),
    'not-applicable': of('not-applicable'),
  };
}

function headlinesOf(dossier: Dossier, kinds: readonly Kind<unknown>[]): Text[] {
  return kinds.flatMap((kind) => {
    const fact = factIn([dossier], { kind, subject: dossier.subject.name });
    if (fact?.state !== 'known' || !kind.headline) return [];
    const checked = kind.schema.safeParse(fact.value);
    const headline = checked.success ? kind.headline(checked.data) : undefined;
    return headline ? [headline] : [];
  });
}

/** SHA-256 over JSON with sorted keys, so that the digest does not hang on the order of writing. */
function digestOf(dossier: Dossier): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(dossier)))
    .digest('hex');
}

/** What two findings both ask for is said once, with the first of them. */
function mendsOf(findings: Report['findings']): Report['mends'] {
  const mends = new Map<string, Report['mends'][number]>();
  for (const { id, verdict } of findings) {
    const { outcome, mend } = verdict;
    if (!mend || outcome === 'confirmed') continue;
    const key = JSON.stringify([mend.text.en, mend.command]);
    if (!mends.has(key)) mends.set(key, { ...mend, finding: id });
  }
  return [...mends.values()];
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  // Null for a prototype: a key "__proto__" is a key like any other.
  const ordered: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const fields = value as Readonly<Record<string, unknown>>; // what is no array and no null has fields
  for (const key of Object.keys(fields).toSorted()) ordered[key] = sorted(fields[key]);
  return ordered;
}
