/**
 * How control moves inside a function, and which words are reached when some conditional branches
 * are known to go one way.
 *
 * Only direct branches are followed. What no direct branch leads to, behind an end of control, is
 * taken for the target of a jump table or of an unwinder, and counted as reached, unless a word in it
 * is no instruction or is loaded as a literal: then it is data.
 *
 * @module
 */

import { isAllocated } from './census.ts';
import { offsetOf, RELATIVE } from './relative-words.ts';

/** A part of the code: words from index `from` up to `to`; word 0 stands at `address`. */
export interface CodePart {
  readonly words: Uint32Array;
  readonly address: number;
  readonly from: number;
  readonly to: number;
}

/** What a branch does when a tested value is zero; undefined if that decides nothing. */
export type Decision = 'taken' | 'not taken' | undefined;

const isConditional = (word: number): boolean =>
  (word & 0xff000000) >>> 0 === 0x54000000 || (word & 0x7c000000) === 0x34000000;

export const isCall = (word: number): boolean => (word & 0xfc000000) >>> 0 === 0x94000000;

export const isJump = (word: number): boolean => (word & 0xfc000000) >>> 0 === 0x14000000;

/** Branches to registers but calls (Arm ARM C4.1.66), brk and udf: nothing after them is reached from them. */
function endsControl(word: number): boolean {
  if ((word & 0xfe000000) >>> 0 === 0xd6000000) return ((word >>> 21) & 7) !== 1;
  return (word & 0xffe0001f) >>> 0 === 0xd4200000 || word >>> 16 === 0;
}

/** The index of the word that a direct branch or call means, which may lie outside of the code. */
export function targetIndex({ words }: CodePart, index: number): number {
  const word = words[index] ?? 0;
  const way = RELATIVE[word >>> 24] ?? 0;
  return way === 0 || way > 3 ? -1 : index + offsetOf(word, way);
}

/** Where control may enter a part: at its first word, and where nothing leads to that looks like code. */
export function entriesOf(part: CodePart, returns: (call: number) => boolean): readonly number[] {
  const entries = [part.from];
  const seen = new Uint8Array(part.to - part.from);
  const walking = { part, decide: (): Decision => undefined, returns, seen };
  walk(walking, part.from, undefined);
  let literals: ReadonlySet<number> | undefined;
  for (let at = part.from; at < part.to; at += 1) {
    if (seen[at - part.from] === 1) continue;
    literals ??= literalsOf(part);
    if (literals.has(at)) continue;
    const found: number[] = [];
    walk(walking, at, found);
    if (found.every((index) => isAllocated(part.words[index] ?? 0))) entries.push(at);
  }
  return entries;
}

/** 1 for each word of the part that is reached from its entries. */
export function reached(
  part: CodePart,
  entries: readonly number[],
  decide: (index: number) => Decision,
  returns: (call: number) => boolean,
): Uint8Array {
  const seen = new Uint8Array(part.to - part.from);
  for (const entry of entries) walk({ part, decide, returns, seen }, entry, undefined);
  return seen;
}

/** Words that loads of a literal mean: constants among the code. */
function literalsOf({ words, from, to }: CodePart): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = from; at < to; at += 1) {
    const word = words[at] ?? 0;
    if ((word & 0x3b000000) !== 0x18000000 || word >>> 24 === 0xd8) continue;
    const literal = at + offsetOf(word, 2);
    const size = (word & 0xc0000000) >>> 0 === 0x40000000 ? 2 : 1;
    for (let index = literal; index < literal + size; index += 1) found.add(index);
  }
  return found;
}

interface Walk {
  readonly part: CodePart;
  readonly decide: (index: number) => Decision;
  readonly returns: (call: number) => boolean;
  /** 1 for each word that was reached before; words that are reached now become 1. */
  readonly seen: Uint8Array;
}

/** Words that were not seen before are added to `found`. */
function walk({ part, decide, returns, seen }: Walk, entry: number, found: number[] | undefined): void {
  const { words, from, to } = part;
  const open = [entry];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    while (at >= from && at < to && seen[at - from] === 0) {
      seen[at - from] = 1;
      found?.push(at);
      const word = words[at] ?? 0;
      if (endsControl(word)) break;
      if (isJump(word)) {
        at = targetIndex(part, at);
        continue;
      }
      if (isCall(word)) {
        open.push(targetIndex(part, at));
        if (!returns(at)) break;
      } else if (isConditional(word)) {
        const decision = decide(at);
        if (decision !== 'not taken') open.push(targetIndex(part, at));
        if (decision === 'taken') break;
      }
      at += 1;
    }
  }
}
