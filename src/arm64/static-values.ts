/**
 * What a function does with variables at fixed addresses: which branches test one for zero, what it
 * stores to them, and whom it calls. Registers are followed along straight code only: what is known
 * of them is forgotten at calls and where branches join.
 *
 * @module
 */

import { isCall, isJump, targetIndex, type CodePart, type Decision } from './code-flow.ts';
import { RELATIVE, targetOf } from './relative-words.ts';

export interface StaticUse {
  /** Conditional branches by index: the variable they test, and which way they go when it is zero. */
  readonly tests: ReadonlyMap<number, { readonly variable: number; readonly atZero: Decision }>;
  readonly stores: readonly StaticStore[];
  /** Loads by index: the variable. */
  readonly loads: ReadonlyMap<number, number>;
  /** Calls, and jumps out of the part, by index: the index that they lead to. */
  readonly calls: readonly (readonly [index: number, target: number])[];
}

export interface StaticStore {
  readonly index: number;
  readonly variable: number;
  /** What is stored: zero, the value of another variable (its address), or undefined if not known. */
  readonly value: 'zero' | number | undefined;
}

const none = Number.NaN;

interface Scratch {
  readonly joins: Uint8Array;
  /** By register: the address it holds; the variable whose value it holds. The zero flag's variable is last. */
  readonly pointers: Float64Array;
  readonly values: Float64Array;
}

/** What each of the parts does. Their memory is shared: it took longer to get than to use. */
export function staticUses(parts: readonly CodePart[]): readonly StaticUse[] {
  const longest = parts.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const scratch = {
    joins: new Uint8Array(longest),
    pointers: new Float64Array(32),
    values: new Float64Array(33),
  };
  return parts.map((part) => staticUse(part, scratch));
}

function staticUse(part: CodePart, { joins, pointers, values }: Scratch): StaticUse {
  const { words, address, from, to } = part;
  joins.fill(0, 0, to - from);
  for (let at = from; at < to; at += 1) {
    const way = RELATIVE[(words[at] ?? 0) >>> 24] ?? 0;
    if (way === 0 || way > 3 || isCall(words[at] ?? 0)) continue;
    const target = targetIndex(part, at);
    if (target >= from && target < to) joins[target - from] = 1;
  }
  const tests = new Map<number, { variable: number; atZero: Decision }>();
  const stores: StaticStore[] = [];
  const loads = new Map<number, number>();
  const calls: (readonly [number, number])[] = [];
  pointers.fill(none);
  values.fill(none);
  let knows = false;
  const forget = (): void => {
    if (!knows) return;
    pointers.fill(none);
    values.fill(none);
    knows = false;
  };
  let fresh = true;
  for (let at = from; at < to; at += 1) {
    const word = words[at] ?? 0;
    if (joins[at - from] === 1 && !fresh) forget();
    fresh = joins[at - from] === 1;
    const d = word & 31;
    const n = (word >>> 5) & 31;
    const way = RELATIVE[word >>> 24] ?? 0;
    if (isCall(word)) {
      calls.push([at, targetIndex(part, at)]);
      forget();
    } else if (isJump(word)) {
      const target = targetIndex(part, at);
      if (target < from || target >= to) calls.push([at, target]);
      forget();
    } else if ((word & 0xfe000000) >>> 0 === 0xd6000000) {
      forget();
    } else if ((word & 0x7e000000) === 0x34000000 || (word & 0x7e000000) === 0x36000000) {
      // cbz, tbz branch at zero; cbnz, tbnz do not.
      const variable = values[d] ?? none;
      const atZero = (word & 0x01000000) === 0 ? 'taken' : 'not taken';
      if (!Number.isNaN(variable)) tests.set(at, { variable, atZero });
    } else if ((word & 0xff00001e) >>> 0 === 0x54000000) {
      const variable = values[32] ?? none;
      if (!Number.isNaN(variable))
        tests.set(at, { variable, atZero: (word & 1) === 0 ? 'taken' : 'not taken' });
    } else if (way === 4 || way === 5) {
      pointers[d] = targetOf(word, way, address + at * 4);
      knows = true;
      values[d] = none;
    } else if (knows && (word & 0xff800000) >>> 0 === 0x91000000) {
      const shift = (word & 0x00400000) === 0 ? 1 : 4096;
      pointers[d] = (pointers[n] ?? none) + ((word >>> 10) & 0xfff) * shift;
      values[d] = none;
    } else if (knows && (word & 0x3f000000) === 0x39000000) {
      const place = (pointers[n] ?? none) + ((word >>> 10) & 0xfff) * (1 << (word >>> 30));
      if ((word & 0x00c00000) === 0) {
        const held = values[d] ?? none;
        const value = d === 31 ? 'zero' : Number.isNaN(held) ? undefined : held;
        if (!Number.isNaN(place)) stores.push({ index: at, variable: place, value });
      } else {
        values[d] = place;
        pointers[d] = none;
        if (!Number.isNaN(place)) loads.set(at, place);
      }
    } else if (!knows) {
      // Nothing to be kept or ended: everything known begins with the address of a page.
    } else if (isTest(word)) {
      values[32] = values[n] ?? none;
    } else {
      // A copy keeps the value, as do widening it and taking some of its bits; all else ends it.
      const source = isCopy(word) ? (word >>> 16) & 31 : isNarrowing(word) ? n : -1;
      const kept = source >= 0 ? (values[source] ?? none) : none;
      if (!isPlainStore(word)) {
        values[d] = kept;
        pointers[d] = none;
      }
      if ((word & 0x0a000000) === 0x08000000) forgetBase(word);
      if ((word & 0x1f000000) === 0x0b000000 || (word & 0x1f000000) === 0x1a000000) values[32] = none;
    }
  }
  return { tests, stores, loads, calls };

  /** Pairs load a second register, and written-back bases move. */
  function forgetBase(word: number): void {
    for (const register of [(word >>> 5) & 31, (word >>> 10) & 31, (word >>> 16) & 31]) {
      const isBase = register === ((word >>> 5) & 31);
      if (isBase && (word & 0x3b200400) !== 0x38000400 && (word & 0x3a800000) !== 0x28800000) continue;
      pointers[register] = none;
      values[register] = none;
    }
  }
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
