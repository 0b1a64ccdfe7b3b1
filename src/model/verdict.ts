/**
 * Verdicts: what a claim comes to on the evidence.
 *
 * @module
 */

import * as z from 'zod';
import { figureSchema, type Figure } from './figure.ts';
import { OUTCOMES, type Outcome } from './outcome.ts';
import { textSchema } from './text-schema.ts';
import type { Text } from './text.ts';

/** What the reader should do on this machine, and the exact command that does it. */
export interface Mend {
  readonly text: Text;
  readonly command?: string | undefined;
}

export interface Verdict {
  readonly outcome: Outcome;
  /** One sentence with the deciding figures in it, for a reader who saw nothing else. */
  readonly because: Text;
  readonly figures: readonly Figure[];
  /** Doubts that do not change the outcome but that a careful reader wants to know. */
  readonly warnings: readonly Text[];
  /** How to mend this machine when the claim is refuted. */
  readonly mend?: Mend | undefined;
  /** How to make it decidable when it is inconclusive or does not apply. */
  readonly remedy?: Text | undefined;
}

export const mendSchema = z.object({ text: textSchema, command: z.string().optional() });

export const verdictSchema = z.object({
  outcome: z.enum(OUTCOMES),
  because: textSchema,
  figures: z.array(figureSchema),
  warnings: z.array(textSchema),
  mend: mendSchema.optional(),
  remedy: textSchema.optional(),
});

export interface Particulars {
  readonly figures?: readonly Figure[];
  readonly warnings?: readonly Text[];
  readonly mend?: Mend | undefined;
  readonly remedy?: Text | undefined;
}

export function confirmed(because: Text, particulars: Particulars = {}): Verdict {
  return verdict('confirmed', because, particulars);
}

export function refuted(because: Text, particulars: Particulars = {}): Verdict {
  return verdict('refuted', because, particulars);
}

export function inconclusive(because: Text, particulars: Particulars = {}): Verdict {
  return verdict('inconclusive', because, particulars);
}

export function notApplicable(because: Text, particulars: Particulars = {}): Verdict {
  return verdict('not-applicable', because, particulars);
}

function verdict(outcome: Outcome, because: Text, particulars: Particulars): Verdict {
  const { figures = [], warnings = [], mend, remedy } = particulars;
  return { outcome, because, figures, warnings, ...(mend && { mend }), ...(remedy && { remedy }) };
}
