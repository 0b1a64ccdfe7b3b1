/**
 * Which results, and which of their values, a filter lets through.
 *
 * @module
 */

import type { BenchmarkValue } from '../../formats/benchfmt.ts';
import { valueOf, type Labelled } from './projection.ts';
import { QueryError, type FilterTree, type ProjectionPart } from './query.ts';

/** A word for the whole result, or one for each of its values. */
type Answer = boolean | readonly boolean[];

/** The values that pass; none if the result does not. */
export function passing(result: Labelled, tree: FilterTree): readonly BenchmarkValue[] {
  const answer = ask(result, tree);
  if (typeof answer === 'boolean') return answer ? result.values : [];
  return result.values.filter((_, index) => answer[index]);
}

function ask(result: Labelled, tree: FilterTree): Answer {
  switch (tree.op) {
    case 'match':
      if (tree.key !== '.unit') return matches(tree.value, valueOf(result, tree.key));
      return result.values.map(
        ({ unit, written }) =>
          matches(tree.value, unit) || (written !== undefined && matches(tree.value, written.unit)),
      );
    case 'not': {
      const answer = ask(result, tree.term);
      return typeof answer === 'boolean' ? !answer : answer.map((one) => !one);
    }
    case 'and':
    case 'or': {
      const settled = tree.op === 'or';
      let together: Answer = !settled;
      for (const term of tree.terms) {
        const answer = ask(result, term);
        if (typeof answer === 'boolean') {
          if (answer === settled) return settled;
        } else {
          const before: Answer = together;
          together =
            typeof before === 'boolean'
              ? answer
              : answer.map((one, index) =>
                  settled ? one || before[index] === true : one && before[index] === true,
                );
        }
      }
      return together;
    }
  }
}

function matches(wanted: string | RegExp, value: string): boolean {
  return typeof wanted === 'string' ? wanted === value : wanted.test(value);
}

/** Throws QueryError for keys that filters do not know. */
export function checkFilter(tree: FilterTree, query: string): void {
  if (tree.op === 'match') {
    if (tree.key === '.config') throw new QueryError('.config is for projections only', query, tree.at);
    if (tree.key === '') throw new QueryError('a key is expected', query, tree.at);
  } else if (tree.op === 'not') checkFilter(tree.term, query);
  else for (const term of tree.terms) checkFilter(term, query);
}

/** A projection with a list of values lets only those through. */
export function isListed(result: Labelled, parts: readonly ProjectionPart[]): boolean {
  return parts.every(({ key, order }) => typeof order !== 'object' || order.includes(valueOf(result, key)));
}
