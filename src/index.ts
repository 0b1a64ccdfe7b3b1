/**
 * The public API: judge saved evidence, and tell the report, from a program of one's own.
 *
 * @module
 */

import { report } from './assay/report.ts';
import { claimsFor } from './assay/catalogue.ts';
import { LEDGER } from './claims/ledger/index.ts';
import { KINDS } from './evidence/index.ts';
import { caseFileSchema, type CaseFile } from './model/dossier.ts';
import type { Report } from './model/report.ts';

export { FORMATS, type Format, type FormatId } from './reports/index.ts';
export type { CaseFile, Dossier, Inquiry } from './model/dossier.ts';
export type { Fact, Source } from './model/fact.ts';
export type { Figure } from './model/figure.ts';
export type { Chapter, Finding, Report, Row, Standing } from './model/report.ts';
export type { Language, Text } from './model/text.ts';
export type { Outcome } from './model/outcome.ts';
export type { Verdict } from './model/verdict.ts';

/**
 * Judges a case file, the content of dossier.json, with this version's claims. Throws ZodError if
 * `json` is none, and UnknownNameError if it asks for claims that this version does not have.
 */
export function judgeCase(json: unknown): Report {
  const file: CaseFile = caseFileSchema.parse(json);
  return report(file, { claims: claimsFor(file), ledger: LEDGER, kinds: KINDS });
}
