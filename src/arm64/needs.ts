/**
 * Which features code needs of the processor, with the places, and which of these needs are guarded:
 * reached only where a variable that says that the processor has something is not zero. A need that
 * its own function does not guard is guarded by its callers if no call that leads there is reached.
 *
 * What this cannot see: calls through pointers of functions that are called directly too, and guards
 * by variables that it cannot tell from others, such as the bit sets of C libraries, unless the caller
 * names them. Hints (BTI, most of pointer authentication) and moves from and to system registers,
 * which every processor decodes, are no needs.
 *
 * @module
 */

import { type CodePart } from './code-flow.ts';
import { type CodeSymbols } from './code-symbols.ts';
import { Guards, type Functions } from './guards.ts';
import { featureOf, mayNeedFeature } from './lookup.ts';

export interface Code {
  readonly words: Uint32Array;
  /** Where the first word stands. */
  readonly address: number;
  /** Functions within the code. Without any, the code is taken for one. */
  readonly functions?: CodeSymbols;
  /** Whether the variable at an address is known to say that the processor has a feature. */
  readonly isFlag?: (address: number) => boolean;
}

export interface Need {
  readonly feature: string;
  readonly count: number;
  /** Guarded in their function or by its callers. */
  readonly guarded: number;
  /** The first places of those that are not guarded. */
  readonly places: readonly NeedPlace[];
}

export interface NeedPlace {
  readonly address: number;
  /** Empty if no function is known there. */
  readonly function: string;
}

const MOST_PLACES = 8;

export function needsOf(code: Code): readonly Need[] {
  const functions = functionsOf(code);
  const found = featuresIn(functions.parts);
  if (found.length === 0) return [];
  const guards = new Guards(functions, code.isFlag ?? ((): boolean => false));
  const needs = new Map<string, { count: number; guarded: number; places: NeedPlace[] }>();
  for (const { feature, place, index } of found) {
    const need = needs.get(feature) ?? { count: 0, guarded: 0, places: [] };
    needs.set(feature, need);
    need.count += 1;
    if (!guards.isReached({ place, index }) || !guards.isLive(place)) need.guarded += 1;
    else if (need.places.length < MOST_PLACES) {
      need.places.push({ address: code.address + index * 4, function: functions.names[place] ?? '' });
    }
  }
  return Array.from(needs, ([feature, need]) => ({ feature, ...need }));
}

interface Found {
  /** Of the part. */
  readonly place: number;
  /** Of the word. */
  readonly index: number;
  readonly feature: string;
}

function featuresIn(parts: readonly CodePart[]): readonly Found[] {
  const found: Found[] = [];
  for (const [place, { words, from, to }] of parts.entries()) {
    for (let index = from; index < to; index += 1) {
      const word = words[index] ?? 0;
      if (!mayNeedFeature(word)) continue;
      const feature = featureOf(word);
      if (feature !== undefined && !isHint(word) && !isMove(word)) found.push({ place, index, feature });
    }
  }
  return found;
}

const isHint = (word: number): boolean => (word & 0xfffff01f) >>> 0 === 0xd503201f;

const isMove = (word: number): boolean => (word & 0xffd00000) >>> 0 === 0xd5100000;

function functionsOf({ words, address, functions }: Code): Functions {
  const parts: CodePart[] = [];
  const names: string[] = [];
  const add = (from: number, to: number, name: string): void => {
    if (to <= from) return;
    parts.push({ words, address, from, to });
    names.push(name);
  };
  const indexOf = (place: number): number =>
    Math.min(Math.max(Math.ceil((place - address) / 4), 0), words.length);
  const { starts, end } = functions ?? { starts: [], end: 0 };
  let done = 0;
  for (let symbol = 0; symbol < starts.length; symbol += 1) {
    const from = Math.max(indexOf(starts[symbol] ?? 0), done);
    add(done, from, '');
    done = Math.max(from, indexOf(starts[symbol + 1] ?? end));
    add(from, done, functions?.names[symbol] ?? '');
  }
  add(done, words.length, '');
  return { parts, names };
}
