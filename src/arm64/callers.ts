/**
 * Who calls whom within code, by direct calls and by jumps out of a function.
 *
 * The words are gone through twice, first to count the calls of each function and then to note where
 * they are: so a call takes four bytes. Touching fresh memory was what took the time before.
 *
 * @module
 */

import { isJump, targetIndex, type CodePart } from './code-flow.ts';

export interface Call {
  readonly place: number;
  readonly index: number;
}

/** How many words share an entry of the index of parts; functions of Go have ninety in the mean. */
const BUCKET_SHIFT = 6;

export class Callers {
  readonly #parts: readonly CodePart[];
  /** By bucket of words: the part that its first word belongs to. */
  readonly #buckets: Int32Array;
  /** Calls of part n are those from `#first[n]` up to `#first[n + 1]`, ascending. */
  readonly #first: Int32Array;
  readonly #calls: Int32Array;

  /** The parts are all of one code, in order, without gaps. */
  constructor(parts: readonly CodePart[]) {
    this.#parts = parts;
    const size = parts.at(-1)?.to ?? 0;
    this.#buckets = new Int32Array((size >>> BUCKET_SHIFT) + 1);
    for (let bucket = 0, place = 0; bucket < this.#buckets.length; bucket += 1) {
      while ((parts[place]?.to ?? Infinity) <= bucket << BUCKET_SHIFT) place += 1;
      this.#buckets[bucket] = place;
    }
    this.#first = new Int32Array(parts.length + 1);
    this.#forEachCall((callee) => {
      this.#first[callee + 1] = (this.#first[callee + 1] ?? 0) + 1;
    });
    for (let place = 0; place < parts.length; place += 1)
      this.#first[place + 1] = (this.#first[place + 1] ?? 0) + (this.#first[place] ?? 0);
    this.#calls = new Int32Array(this.#first[parts.length] ?? 0);
    const next = this.#first.slice();
    this.#forEachCall((callee, index) => {
      const row = next[callee] ?? 0;
      this.#calls[row] = index;
      next[callee] = row + 1;
    });
  }

  /** Where a part is called from: other parts, in order of address. */
  of(place: number): readonly Call[] {
    const calls = this.#calls.subarray(this.#first[place], this.#first[place + 1]);
    return Array.from(calls, (index) => ({ place: this.#partOf(index), index }));
  }

  #forEachCall(tell: (callee: number, index: number) => void): void {
    for (const [place, part] of this.#parts.entries()) {
      const { words, from, to } = part;
      for (let at = from; at < to; at += 1) {
        const word = words[at] ?? 0;
        if ((word & 0x7c000000) !== 0x14000000) continue;
        const target = targetIndex(part, at);
        if (isJump(word) && target >= from && target < to) continue;
        const callee = this.#partOf(target);
        if (callee !== place && this.#parts[callee]?.from === target) tell(callee, at);
      }
    }
  }

  /** -1 outside of the code. */
  #partOf(index: number): number {
    let place = index < 0 ? -1 : (this.#buckets[index >>> BUCKET_SHIFT] ?? -1);
    while (place >= 0 && place < this.#parts.length && (this.#parts[place]?.to ?? 0) <= index) place += 1;
    return place < this.#parts.length ? place : -1;
  }
}
