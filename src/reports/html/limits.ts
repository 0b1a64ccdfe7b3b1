/**
 * How a page is kept below 2 MB: if it is larger, it is written again with shorter strings, fewer
 * sources and shorter tables, and says so. An ordinary report never is; one made of very long
 * strings may be.
 *
 * @module
 */

import type { Report } from '../../model/report.ts';
import { harmless } from '../untrusted.ts';

export const LARGEST_PAGE = 2_000_000;

export interface Limits {
  /** Of any string, in UTF-16 units. */
  readonly longest: number;
  /** Per piece of evidence; the others are in the dossier. */
  readonly sources: number;
  /** Per table; the others are in report.json. */
  readonly tableRows: number;
  /** Whether figures are drawn beside their tables. */
  readonly drawings: boolean;
}

/** From what an ordinary report gets to what fits 600 findings of the longest strings. */
export const LIMITS: readonly Limits[] = [
  { longest: 2_000, sources: 24, tableRows: 200, drawings: true },
  { longest: 600, sources: 8, tableRows: 40, drawings: true },
  { longest: 200, sources: 3, tableRows: 20, drawings: true },
  { longest: 80, sources: 1, tableRows: 5, drawings: false },
  { longest: 30, sources: 0, tableRows: 1, drawings: false },
];

/**
 * Bytes that the page has at least: of the texts that it never leaves out. Pages that cannot fit
 * are not written, because writing one of 70 MB only to throw it away took seconds.
 */
export function leastSize({ findings }: Report, { longest }: Limits): number {
  const encoder = new TextEncoder();
  const texts = findings.flatMap(({ statement, method, wouldChange, verdict: { because } }) =>
    [statement, because, method, wouldChange].flatMap(({ en, zh }) => (en === zh ? [en] : [en, zh])),
  );
  return texts.reduce((sum, text) => sum + encoder.encode(text.slice(0, longest)).length, 0);
}

/** The same report, no string of which is longer. */
export function shortened(report: Report, longest: number): Report {
  return cut(report, longest) as Report; // strings become strings, and nothing else changes
}

function cut(value: unknown, longest: number): unknown {
  if (typeof value === 'string') return value.length > longest ? harmless(value, longest) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => cut(item, longest));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cut(item, longest)]));
}
