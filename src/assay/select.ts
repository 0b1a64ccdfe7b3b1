/**
 * Which claims a user means by "2.2", "W2.17", "S5", a claim's id or "chapter 2".
 *
 * @module
 */

import type { AnyClaim } from '../model/claim.ts';
import type { LedgerRow } from '../model/ledger.ts';

/** The user named something that does not exist; the door exits 2. */
export class UnknownNameError extends Error {
  override readonly name = 'UnknownNameError';
  readonly nearest: string | undefined;

  constructor(what: string, named: string, names: readonly string[]) {
    const nearest = nearestName(named, names);
    super(`Unknown ${what} "${named}"${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`);
    this.nearest = nearest;
  }
}

export interface Catalogue {
  readonly claims: readonly AnyClaim[];
  readonly ledger: readonly LedgerRow[];
}

export interface Selection {
  readonly claims: readonly AnyClaim[];
  /** Ids of the statements that were asked about, answered or not. */
  readonly rows: ReadonlySet<string>;
}

/** The chapter a claim is told in: that of the first statement it answers, "0" for our own checks. */
export function chapterOf({ answers }: AnyClaim): string {
  return answers[0]?.charAt(1) ?? '0';
}

/** Selects by chapter, section, claim or ledger id; everything if `names` is empty. Throws UnknownNameError. */
export function select(names: readonly string[], { claims, ledger }: Catalogue): Selection {
  if (names.length === 0) return { claims, rows: new Set(ledger.map(({ id }) => id)) };
  const chosen = new Set<AnyClaim>();
  const rows = new Set<string>();
  for (const name of names) {
    const wanted = name.trim();
    const ids = new Set(ledger.filter((row) => isNamed(row, wanted)).map(({ id }) => id));
    const found = claims.filter(
      (claim) =>
        claim.id === wanted || chapterOf(claim) === wanted || claim.answers.some((id) => ids.has(id)),
    );
    if (ids.size === 0 && found.length === 0 && wanted !== '0') {
      throw new UnknownNameError('chapter, claim or statement', name, selectableNames({ claims, ledger }));
    }
    for (const claim of found) {
      chosen.add(claim);
      for (const id of claim.answers) rows.add(id);
    }
    for (const id of ids) rows.add(id);
  }
  return { claims: claims.filter((claim) => chosen.has(claim)), rows };
}

export function selectableNames({ claims, ledger }: Catalogue): readonly string[] {
  const sections = ledger.map(({ section }) => section.split(' ')[0] ?? section);
  return [
    ...new Set([
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
      ...sections,
      ...claims.map(({ id }) => id),
      ...ledger.map(({ id }) => id),
    ]),
  ];
}

/** Chapter "2", section "2.2" or the id "W2.17", whatever its case. */
function isNamed({ id, section }: LedgerRow, wanted: string): boolean {
  return (
    id.toLowerCase() === wanted.toLowerCase() || id.charAt(1) === wanted || section.split(' ')[0] === wanted
  );
}

/** The name at the least edit distance, if that is at most a third of the word (and 1 at least). */
export function nearestName(named: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: editDistance(named.toLowerCase(), name.toLowerCase()) }))
    .toSorted((one, other) => one.distance - other.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(1, Math.ceil(best.name.length / 3)) ? best.name : undefined;
}

/** Optimal string alignment distance: insertions, deletions, substitutions, adjacent swaps. */
function editDistance(one: string, other: string): number {
  const short = one.slice(0, 80); // a pasted novel is nobody's typing error
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= short.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = short[i - 1] === other[j - 1] ? 0 : 1;
      let best = Math.min((next[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && short[i - 1] === other[j - 2] && short[i - 2] === other[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      next.push(best);
    }
    before = last;
    last = next;
  }
  return last[other.length] ?? 0;
}
