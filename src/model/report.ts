/**
 * The report: findings by chapter, with the dossiers' digests. Every format is rendered from it
 * and from nothing else.
 *
 * @module
 */

import * as z from 'zod';
import { inquirySchema, runSchema, SCHEMA_VERSION, subjectSchema } from './dossier.ts';
import { sourceSchema } from './fact.ts';
import { textSchema } from './text-schema.ts';
import { OUTCOMES } from './outcome.ts';
import { mendSchema, verdictSchema } from './verdict.ts';

/** A fact that a verdict rests on, without its value (that is in the dossier). */
const evidenceSchema = z.object({
  subject: z.string(),
  kind: z.string(),
  title: textSchema,
  state: z.enum(['known', 'absent', 'blocked', 'not-gathered']),
  reason: textSchema.optional(),
  sources: z.array(sourceSchema),
});

/** A claim with its verdict. */
const findingSchema = z.object({
  id: z.string(),
  /** "1" to "5" by the first statement it answers; "0" for checks of our own. */
  chapter: z.string(),
  answers: z.array(z.string()),
  statement: textSchema,
  method: textSchema,
  wouldChange: textSchema,
  verdict: verdictSchema,
  evidence: z.array(evidenceSchema),
});

/** One of the paper's statements. `unanswered`: no claim of this version answers it. `not-asked`: left out by --only. */
export const rowSchema = z.object({
  id: z.string(),
  section: z.string(),
  quote: z.string(),
  kind: z.enum(['capability', 'fact', 'figure', 'procedure']),
  statement: textSchema,
  standing: z.enum([...OUTCOMES, 'unanswered', 'not-asked']),
  /** Claim ids, in the order of the catalogue. */
  answeredBy: z.array(z.string()),
});

const chapterSchema = z.object({
  /** "0" to "5". */
  id: z.string(),
  title: textSchema,
  /** One or two sentences: what this chapter of the paper is about. */
  about: textSchema,
  /** In document order; none in chapter "0". */
  rows: z.array(rowSchema),
});

const countsSchema = z.object({
  confirmed: z.number(),
  refuted: z.number(),
  inconclusive: z.number(),
  'not-applicable': z.number(),
});

export const reportSchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.object({ name: z.literal('goassay'), version: z.string() }),
  inquiry: inquirySchema,
  run: runSchema,
  subjects: z.array(
    subjectSchema.extend({
      /** SHA-256 of the canonical JSON of its dossier. */
      digest: z.string(),
      /** Such as "linux/amd64", "2 cores": what the page header says. */
      headlines: z.array(textSchema),
    }),
  ),
  chapters: z.array(chapterSchema),
  findings: z.array(findingSchema),
  /** What to do on this machine, most urgent first, with the finding it comes from. */
  mends: z.array(mendSchema.extend({ finding: z.string() })),
  totals: z.object({
    /** Over the paper's statements; they add up to `total`. */
    statements: countsSchema.extend({ unanswered: z.number(), 'not-asked': z.number(), total: z.number() }),
    /** Over our findings. */
    findings: countsSchema.extend({ total: z.number() }),
  }),
});

export type Evidence = z.infer<typeof evidenceSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type Row = z.infer<typeof rowSchema>;
export type Standing = Row['standing'];
export type Chapter = z.infer<typeof chapterSchema>;
export type Report = z.infer<typeof reportSchema>;
