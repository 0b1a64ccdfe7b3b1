/**
 * One check of a proxy: what it asks, and what it says about what came.
 *
 * @module
 */

import type { ProxyCheck } from '../../../model/proxy-conformance.ts';
import type { Text } from '../../../model/text.ts';
import type { Asker, Came } from './asked.ts';

/** A module version that the proxy ought to have. */
export interface Subject {
  readonly path: string;
  readonly version: string;
  /** "/escaped/path/@v/escaped-version", and the part before the version. */
  readonly base: string;
  readonly directory: string;
}

export interface Judged {
  readonly outcome: ProxyCheck['outcome'];
  readonly goMakes?: Text | undefined;
  /** More telling than status and beginning. */
  readonly came?: string;
}

export interface Check {
  readonly id: string;
  readonly expects: Text;
  readonly ask: (asker: Asker) => Promise<Came>;
  /** Called with an answer only: what never came is unknown. */
  readonly judge: (came: Came & { readonly answer: NonNullable<Came['answer']> }) => Judged | Promise<Judged>;
}

export async function checked({ id, expects, ask, judge }: Check, asker: Asker): Promise<ProxyCheck> {
  const came = await ask(asker);
  const { request, answer } = came;
  if (!answer) return { id, expects, outcome: 'unknown', request, came: came.refusal };
  const { outcome, goMakes, came: what } = await judge({ ...came, answer });
  const shown = what ?? `${answer.status} ${JSON.stringify(came.text.slice(0, 60))}`;
  return { id, expects, outcome, request, came: shown, ...(goMakes && outcome !== 'met' && { goMakes }) };
}

/** met or broken. */
export function verdict(isMet: boolean, goMakes?: Text, came?: string): Judged {
  return { outcome: isMet ? 'met' : 'broken', goMakes, ...(came !== undefined && { came }) };
}

export function oddUnless(isMet: boolean, goMakes?: Text): Judged {
  return { outcome: isMet ? 'met' : 'odd', goMakes };
}

export function text(en: string, zh: string): Text {
  return { en, zh };
}
