/**
 * The words with which benchstat is asked: filters and projections, by the grammar that
 * pkg.go.dev/golang.org/x/perf/benchproc/syntax publishes.
 *
 * @module
 */

/** The user's query is none; `message` shows the place. */
export class QueryError extends Error {
  override readonly name = 'QueryError';

  constructor(what: string, query: string, at: number) {
    super(`Cannot read "${query}": ${what} at character ${Array.from(query.slice(0, at)).length + 1}`);
  }
}

export type FilterTree =
  | { readonly op: 'and' | 'or'; readonly terms: readonly FilterTree[] }
  | { readonly op: 'not'; readonly term: FilterTree }
  | { readonly op: 'match'; readonly key: string; readonly value: string | RegExp; readonly at: number };

export interface ProjectionPart {
  readonly key: string;
  readonly at: number;
  /** "first" is the order in which values are seen. */
  readonly order: 'first' | 'alpha' | 'num' | readonly string[];
}

type Sort = 'word' | 'quoted' | 'regexp' | 'AND' | 'OR' | 'end' | '(' | ')' | ':' | '@' | ',' | '-' | '*';

interface Token {
  readonly sort: Sort;
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

const OPERATORS = '():@,';

export function parseFilter(query: string): FilterTree {
  const [tree, end] = anyOf(query, 0);
  expectEnd(query, end);
  return tree;
}

export function parseProjection(query: string): ProjectionPart[] {
  const parts: ProjectionPart[] = [];
  for (let at = 0; ;) {
    const token = read(query, at);
    if (token.sort === 'end') return parts;
    if (token.sort === ',' && parts.length > 0) at = token.end;
    const [part, end] = projectionPart(query, at);
    parts.push(part);
    at = end;
  }
}

function projectionPart(query: string, from: number): [ProjectionPart, number] {
  const key = read(query, from);
  if (!isWord(key)) throw new QueryError('a key is expected', query, key.at);
  const sign = read(query, key.end);
  if (sign.sort !== '@') return [{ key: key.text, at: key.at, order: 'first' }, key.end];
  const order = read(query, sign.end);
  if (isWord(order)) {
    if (order.text !== 'alpha' && order.text !== 'num' && order.text !== 'first')
      throw new QueryError(`there is no order "${order.text}", but alpha and num`, query, order.at);
    return [{ key: key.text, at: key.at, order: order.text }, order.end];
  }
  if (order.sort !== '(')
    throw new QueryError('an order or a list in parentheses is expected', query, order.at);
  const fixed: string[] = [];
  for (let at = order.end; ;) {
    const token = read(query, at);
    if (isWord(token)) fixed.push(token.text);
    else if (token.sort !== ')') throw new QueryError('")" is missing', query, token.at);
    else if (fixed.length === 0) throw new QueryError('the list is empty', query, token.at);
    else return [{ key: key.text, at: key.at, order: fixed }, token.end];
    at = token.end;
  }
}

function anyOf(query: string, from: number): [FilterTree, number] {
  const terms: FilterTree[] = [];
  for (let at = from; ;) {
    const [term, end] = allOf(query, at);
    terms.push(term);
    const token = read(query, end);
    if (token.sort !== 'OR') return [terms.length === 1 ? term : { op: 'or', terms }, end];
    at = token.end;
  }
}

function allOf(query: string, from: number): [FilterTree, number] {
  const [first, end] = match(query, from);
  const terms = [first];
  for (let at = end; ;) {
    const token = read(query, at);
    if (token.sort === 'AND') at = token.end;
    else if (token.sort === '(' || token.sort === '-' || token.sort === '*' || isWord(token)) {
      const [term, next] = match(query, at);
      terms.push(term);
      at = next;
    } else if (token.sort === ')' || token.sort === 'OR' || token.sort === 'end') {
      return [terms.length === 1 ? first : { op: 'and', terms }, at];
    } else throw new QueryError(`"${token.text}" is not expected`, query, token.at);
  }
}

function match(query: string, from: number): [FilterTree, number] {
  const token = read(query, from);
  if (token.sort === '(') {
    const [tree, end] = anyOf(query, token.end);
    const close = read(query, end);
    if (close.sort !== ')') throw new QueryError('")" is missing', query, close.at);
    return [tree, close.end];
  }
  if (token.sort === '-') {
    const [term, end] = match(query, token.end);
    return [{ op: 'not', term }, end];
  }
  if (token.sort === '*') return [{ op: 'and', terms: [] }, token.end];
  if (!isWord(token)) throw new QueryError('key:value or a subexpression is expected', query, token.at);
  const colon = read(query, token.end);
  if (colon.sort !== ':') throw new QueryError('key:value is expected', query, token.at);
  const value = read(query, colon.end, true);
  if (value.sort !== '(') return [one(query, token, value), value.end];
  const terms: FilterTree[] = [];
  for (let at = value.end; ;) {
    const item = read(query, at, true);
    terms.push(one(query, token, item));
    const next = read(query, item.end, true);
    if (next.sort === ')') return [{ op: 'or', terms }, next.end];
    if (next.sort !== 'OR') throw new QueryError('values are to be parted by OR', query, next.at);
    at = next.end;
  }
}

function one(query: string, key: Token, value: Token): FilterTree {
  if (isWord(value)) return { op: 'match', key: key.text, value: value.text, at: key.at };
  if (value.sort !== 'regexp') throw new QueryError('a value is expected', query, value.at);
  try {
    // Go writes named groups and flags for the whole otherwise.
    const [, flags = '', rest = ''] =
      /^(?:\(\?([ims]+)\))?(.*)$/s.exec(value.text.replaceAll('(?P<', '(?<')) ?? [];
    return { op: 'match', key: key.text, value: new RegExp(rest, `u${flags}`), at: key.at };
  } catch (error) {
    throw new QueryError(error instanceof Error ? error.message : 'no regular expression', query, value.at);
  }
}

function expectEnd(query: string, at: number): void {
  const token = read(query, at);
  if (token.sort !== 'end') throw new QueryError(`"${token.text}" is not expected`, query, token.at);
}

function isWord({ sort }: Token): boolean {
  return sort === 'word' || sort === 'quoted';
}

/** The token at or after `from`; a value may be a /regular expression/. */
function read(query: string, from: number, isValue = false): Token {
  let at = from;
  while (at < query.length && /\s/.test(query[at] ?? '')) at += 1;
  const first = query[at];
  if (first === undefined) return { sort: 'end', text: '', at, end: at };
  if (OPERATORS.includes(first) || first === '-' || first === '*')
    return { sort: first as Sort, text: first, at, end: at + 1 }; // the operators are sorts of their own name
  if (isValue && first === '/') return regexp(query, at);
  if (first === '"') return quoted(query, at);
  let end = at;
  while (end < query.length && !/[\s():@,]/.test(query[end] ?? '')) end += 1;
  const text = query.slice(at, end);
  return { sort: text === 'AND' || text === 'OR' ? text : 'word', text, at, end };
}

function quoted(query: string, at: number): Token {
  const found = /^"(?:[^"\\]|\\.)*"/s.exec(query.slice(at));
  if (!found) throw new QueryError('the closing quote is missing', query, at);
  try {
    const text: unknown = JSON.parse(found[0]);
    return { sort: 'quoted', text: String(text), at, end: at + found[0].length };
  } catch {
    throw new QueryError('the quoted word has an unknown escape', query, at);
  }
}

/** Up to a "/" outside of brackets and parentheses, as Go's testing package parts its patterns. */
function regexp(query: string, at: number): Token {
  let [brackets, parentheses] = [0, 0];
  for (let end = at + 1; end < query.length; end += 1) {
    const letter = query[end];
    if (letter === '/' && brackets === 0 && parentheses === 0) {
      const after = query[end + 1];
      if (after !== undefined && !/[\s():@,*-]/.test(after))
        throw new QueryError('a blank or an operator must follow the closing "/"', query, end + 1);
      return { sort: 'regexp', text: query.slice(at + 1, end), at, end: end + 1 };
    }
    if (letter === '[') brackets += 1;
    else if (letter === ']') brackets = Math.max(0, brackets - 1);
    else if (letter === '(' && brackets === 0) parentheses += 1;
    else if (letter === ')' && brackets === 0) parentheses -= 1;
    else if (letter === '\\') end += 1;
  }
  throw new QueryError('the closing "/" is missing', query, at);
}
