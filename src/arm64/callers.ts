/**
 * Who calls whom within code, by direct calls and by jumps out of a function. Kept in arrays: the
 * half million calls of a large program as objects took longer to make than to find.
 *
 * @module
 */

import { isCall, isJump, targetIndex, type CodePart } from './code-flow.ts';
import { NumberColumn } from './number-column.ts';

export interface Callers {
  /** Where a function is called from: other functions' places and the calls' indexes, in order of address. */
  readonly of: (place: number) => readonly Call[];
}

export interface Call {
  readonly place: number;
  readonly index: number;
}

/** `startingAt` says which function starts at a word's index. */
export function callersIn(parts: readonly CodePart[], startingAt: ReadonlyMap<number, number>): Callers {
  const [places, indexes, callees] = [new NumberColumn(), new NumberColumn(), new NumberColumn()];
  for (const [place, part] of parts.entries()) {
    const { words, from, to } = part;
    for (let at = from; at < to; at += 1) {
      const word = words[at] ?? 0;
      if ((word & 0x7c000000) !== 0x14000000) continue;
      const target = targetIndex(part, at);
      if (isJump(word) && target >= from && target < to) continue;
      const callee = startingAt.get(target);
      if (callee === undefined || callee === place) continue;
      places.push(place);
      indexes.push(at);
      callees.push(callee);
    }
  }
  // A chain of rows for each callee, made from the last row on, so that it ascends.
  const first = new Int32Array(parts.length).fill(-1);
  const next = new Int32Array(callees.length);
  for (let row = callees.length - 1; row >= 0; row -= 1) {
    next[row] = first[callees.at(row)] ?? -1;
    first[callees.at(row)] = row;
  }
  return {
    of(place) {
      const calls: Call[] = [];
      for (let row = first[place] ?? -1; row >= 0; row = next[row] ?? -1)
        calls.push({ place: places.at(row), index: indexes.at(row) });
      return calls;
    },
  };
}
