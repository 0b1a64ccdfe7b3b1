/**
 * What stands where in the page. Every finding is told once, at the first statement that it
 * answers; its other statements stand with it where they follow directly, and are links in their
 * own place where they do not. Every statement has its anchor exactly once, in document order.
 *
 * @module
 */

import type { Chapter, Finding, Report, Row } from '../../model/report.ts';

export interface Quoted {
  readonly row: Row;
  /** The statement's anchor is here, not elsewhere. */
  readonly isAnchor: boolean;
}

export type Item =
  | { readonly is: 'finding'; readonly finding: Finding; readonly quotes: readonly Quoted[] }
  /** A statement that a finding answers which stands elsewhere. */
  | { readonly is: 'link'; readonly row: Row; readonly findings: readonly Finding[] }
  /** Statements in a row that no finding answers. */
  | { readonly is: 'open'; readonly rows: readonly Row[] };

/** The items of each chapter, by its id. */
export function layout({ chapters, findings }: Report): ReadonlyMap<string, readonly Item[]> {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const rows = new Map(chapters.flatMap((chapter) => chapter.rows).map((row) => [row.id, row]));
  const told = new Set<string>();
  const anchored = new Set<string>();

  const tell = (finding: Finding, place: readonly Row[]): Item => {
    told.add(finding.id);
    const near = new Set(runFrom(place, finding));
    const quotes = [...rows.values()]
      .filter((row) => finding.answers.includes(row.id))
      .map((row) => {
        const isAnchor = near.has(row) && !anchored.has(row.id);
        if (isAnchor) anchored.add(row.id);
        return { row, isAnchor };
      });
    return { is: 'finding', finding, quotes };
  };

  const itemsOf = (chapter: Chapter): Item[] => {
    const items: Item[] = [];
    const own = findings.filter(
      ({ chapter: at, answers }) => at === chapter.id && !answers.some((id) => rows.has(id)),
    );
    for (const finding of own) items.push(tell(finding, []));
    chapter.rows.forEach((row, index) => {
      const answers = row.answeredBy.flatMap((id) => byId.get(id) ?? []);
      const last = items.at(-1);
      if (answers.length === 0) {
        if (last?.is === 'open') items[items.length - 1] = { is: 'open', rows: [...last.rows, row] };
        else items.push({ is: 'open', rows: [row] });
        return;
      }
      for (const finding of answers) {
        if (!told.has(finding.id)) items.push(tell(finding, chapter.rows.slice(index)));
      }
      if (anchored.has(row.id)) return;
      anchored.add(row.id);
      items.push({ is: 'link', row, findings: answers });
    });
    return items;
  };
  return new Map(chapters.map((chapter) => [chapter.id, itemsOf(chapter)]));
}

/** The statements from here on that the finding answers without a gap. */
function runFrom(rows: readonly Row[], { id }: Finding): Row[] {
  const end = rows.findIndex(({ answeredBy }) => !answeredBy.includes(id));
  return rows.slice(0, end === -1 ? rows.length : end);
}
