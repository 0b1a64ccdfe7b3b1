/**
 * What functions do with variables at fixed addresses: which branches test one for zero, and what
 * they store to them. Registers are followed along straight code only: what is known of them is
 * forgotten at calls and where branches join.
 *
 * Everything known begins with the address of a page, so words up to the next adr or adrp are passed
 * over, which are most. What is found goes into arrays that grow: as an object and three maps for
 * each of 50 000 functions it took four times as long.
 *
 * @module
 */

import type { CodePart, Decision } from './code-flow.ts';
import { NumberColumn } from './number-column.ts';
import { offsetOf, RELATIVE, targetOf } from './relative-words.ts';

/** What a store stores when that is zero; a variable's address if it is that one's value, NaN if not known. */
export const ZERO = Number.NEGATIVE_INFINITY;

/** Rows in order, those of part n from `starts[n]` up to `starts[n + 1]`. */
export interface StaticUses {
  /** Conditional branches, by index of the word, and the variable each tests. */
  readonly tests: {
    readonly starts: NumberColumn;
    readonly indexes: NumberColumn;
    readonly variables: NumberColumn;
  };
  readonly stores: {
    readonly starts: NumberColumn;
    readonly indexes: NumberColumn;
    readonly variables: NumberColumn;
    readonly values: NumberColumn;
  };
}

const none = Number.NaN;

/** Words by their top byte, as far as it tells them. */
const [OTHER, LEAVE, TEST, CONDITION, PAGE, ADD, ACCESS] = [0, 1, 2, 3, 4, 5, 6] as const;

const KINDS = Uint8Array.from({ length: 256 }, (_, top) => {
  const way = RELATIVE[top] ?? 0;
  if ((top & 0x7c) === 0x14 || (top & 0xfe) === 0xd6) return LEAVE;
  if ((top & 0x7c) === 0x34) return TEST;
  if (top === 0x54) return CONDITION;
  if (way === 4 || way === 5) return PAGE;
  if (top === 0x91) return ADD;
  return (top & 0x3f) === 0x39 ? ACCESS : OTHER;
});

/** Where the values of the registers begin in what is known; before them, the addresses that they hold. */
const VALUES = 32;
/** The variable that the zero flag speaks of. */
const FLAG = 64;

/** Which way a branch that tests a variable goes when that is zero: cbz, tbz and b.eq do, cbnz, tbnz and b.ne do not. */
export function atZero(word: number): Decision {
  const isCondition = KINDS[word >>> 24] === CONDITION;
  return (word & (isCondition ? 1 : 0x01000000)) === 0 ? 'taken' : 'not taken';
}

export type OnLoad = (index: number, variable: number) => void;

/** What each of the parts does. `onLoad` is told of loads from variables. */
export function staticUses(parts: readonly CodePart[], onLoad?: OnLoad): StaticUses {
  const longest = parts.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const joins = new Uint8Array(longest);
  const known = new Float64Array(FLAG + 1).fill(none);
  const tests = { starts: new NumberColumn(), indexes: new NumberColumn(), variables: new NumberColumn() };
  const stores = {
    starts: new NumberColumn(),
    indexes: new NumberColumn(),
    variables: new NumberColumn(),
    values: new NumberColumn(),
  };
  const uses = { tests, stores };
  for (const part of parts) {
    tests.starts.push(tests.indexes.length);
    stores.starts.push(stores.indexes.length);
    const first = nextPage(part, part.from);
    if (first < part.to) follow(part, first, { joins, known, uses, onLoad });
  }
  tests.starts.push(tests.indexes.length);
  stores.starts.push(stores.indexes.length);
  return uses;
}

function nextPage({ words, to }: CodePart, from: number): number {
  let at = from;
  while (at < to && KINDS[(words[at] ?? 0) >>> 24] !== PAGE) at += 1;
  return at;
}

interface Following {
  /** 1 where a branch leads to, by place in the part. */
  readonly joins: Uint8Array;
  readonly known: Float64Array;
  readonly uses: StaticUses;
  readonly onLoad: OnLoad | undefined;
}

/** `first` is where the part first takes an address. */
function follow(part: CodePart, first: number, { joins, known, uses, onLoad }: Following): void {
  const { words, address, from, to } = part;
  const { tests, stores } = uses;
  markJoins(part, joins);
  let knows = false;
  for (let at = first; at < to; at += 1) {
    if (knows && joins[at - from] === 1 && joins[at - from - 1] !== 1) {
      known.fill(none);
      knows = false;
    }
    if (!knows) {
      at = nextPage(part, at);
      if (at >= to) return;
    }
    const word = words[at] ?? 0;
    const d = word & 31;
    const n = (word >>> 5) & 31;
    switch (KINDS[word >>> 24] ?? OTHER) {
      case LEAVE:
        known.fill(none);
        knows = false;
        continue;
      case TEST: {
        const variable = known[VALUES + d] ?? none;
        if (!Number.isNaN(variable)) {
          tests.indexes.push(at);
          tests.variables.push(variable);
        }
        continue;
      }
      case CONDITION: {
        if ((word & 0x1e) !== 0) break;
        const variable = known[FLAG] ?? none;
        if (!Number.isNaN(variable)) {
          tests.indexes.push(at);
          tests.variables.push(variable);
        }
        continue;
      }
      case PAGE:
        known[d] = targetOf(word, RELATIVE[word >>> 24] ?? 0, address + at * 4);
        known[VALUES + d] = none;
        knows = true;
        continue;
      case ADD: {
        if ((word & 0x00800000) !== 0) break;
        const shift = (word & 0x00400000) === 0 ? 1 : 4096;
        known[d] = (known[n] ?? none) + ((word >>> 10) & 0xfff) * shift;
        known[VALUES + d] = none;
        continue;
      }
      case ACCESS: {
        const place = (known[n] ?? none) + ((word >>> 10) & 0xfff) * (1 << (word >>> 30));
        if ((word & 0x00c00000) !== 0) {
          known[VALUES + d] = place;
          known[d] = none;
          if (onLoad && !Number.isNaN(place)) onLoad(at, place);
        } else if (!Number.isNaN(place)) {
          stores.indexes.push(at);
          stores.variables.push(place);
          stores.values.push(d === 31 ? ZERO : (known[VALUES + d] ?? none));
        }
        continue;
      }
      default:
        break;
    }
    other(word, known);
  }
  if (knows) known.fill(none);
}

function markJoins(part: CodePart, joins: Uint8Array): void {
  const { words, from, to } = part;
  joins.fill(0, 0, to - from);
  for (let at = from; at < to; at += 1) {
    const word = words[at] ?? 0;
    const way = RELATIVE[word >>> 24] ?? 0;
    if (way === 0 || way > 3 || (word & 0xfc000000) >>> 0 === 0x94000000) continue;
    const target = at + offsetOf(word, way);
    if (target >= from && target < to) joins[target - from] = 1;
  }
}

/** A copy keeps the value, as do widening it and taking some of its bits; all else ends it. */
function other(word: number, known: Float64Array): void {
  const d = word & 31;
  const n = (word >>> 5) & 31;
  if (isTest(word)) {
    known[FLAG] = known[VALUES + n] ?? none;
    return;
  }
  const source = isCopy(word) ? (word >>> 16) & 31 : isNarrowing(word) ? n : -1;
  const kept = source >= 0 ? (known[VALUES + source] ?? none) : none;
  if (!isPlainStore(word)) {
    known[VALUES + d] = kept;
    known[d] = none;
  }
  if ((word & 0x0a000000) === 0x08000000) forgetBase(word, known);
  if ((word & 0x1f000000) === 0x0b000000 || (word & 0x1f000000) === 0x1a000000) known[FLAG] = none;
}

/** Pairs load a second register, and written-back bases move. */
function forgetBase(word: number, known: Float64Array): void {
  const base = (word >>> 5) & 31;
  const keepsBase = (word & 0x3b200400) !== 0x38000400 && (word & 0x3a800000) !== 0x28800000;
  if (!keepsBase) forget(base, known);
  const second = (word >>> 10) & 31;
  if (second !== base || !keepsBase) forget(second, known);
  const third = (word >>> 16) & 31;
  if (third !== base || !keepsBase) forget(third, known);
}

function forget(register: number, known: Float64Array): void {
  known[register] = none;
  known[VALUES + register] = none;
}

/** tst with an immediate, and cmp with #0: the zero flag says whether the register, or a bit of it, is zero. */
const isTest = (word: number): boolean =>
  (word & 0x7f80001f) === 0x7200001f || (word & 0x7ffffc1f) === 0x7100001f;

const isCopy = (word: number): boolean => (word & 0x7fe0ffe0) === 0x2a0003e0;

/** and, ubfm and sbfm with immediates: zero stays zero. */
const isNarrowing = (word: number): boolean =>
  (word & 0x7f800000) === 0x12000000 ||
  (word & 0x5f800000) === 0x13000000 ||
  (word & 0x7f800000) === 0x53000000;

const isPlainStore = (word: number): boolean =>
  (word & 0x3a400000) === 0x28000000 ||
  (word & 0x3bc00000) === 0x38000000 ||
  (word & 0x3bc00000) === 0x39000000;
