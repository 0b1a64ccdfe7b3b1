/**
 * Code as a listing, in bytes that are ready to be written: headers of functions, and a line per
 * word with its address, the word itself and its text.
 *
 * @module
 */

import { LineWriter, type ListingOptions } from './line-writer.ts';

export type { CodeSymbols } from './code-symbols.ts';
export type { ListingOptions } from './line-writer.ts';

/**
 * Text of consecutive words, the first of which stands at `address`, in pieces of whole lines. A
 * piece is valid until the next but one is asked for: one is written while the other is made.
 */
export type Lister = (words: Uint32Array, address: number) => Generator<Uint8Array, void>;

const PIECE = 1 << 18;
/** Room beyond a piece for the line that fills it, with the longest name. */
const LONGEST_LINE = 1 << 13;
const ROOM = PIECE + LONGEST_LINE;

const PAGE = 4096;

/** The last three digits of an address and a colon, as the 32-bit number to be stored for them. */
const LOW_DIGITS = lowDigits('0');
const LOW_DIGITS_ALONE = lowDigits(' ');

function lowDigits(padding: string): Int32Array {
  const digits = Array.from({ length: PAGE }, (_, low) => `${low.toString(16).padStart(3, padding)}:`);
  return Int32Array.from(digits, (text) =>
    text.split('').reduceRight((number, digit) => (number << 8) | digit.charCodeAt(0), 0),
  );
}

/** A lister keeps the texts it made, so one should serve all code of a program. */
export function lister(options: ListingOptions = {}): Lister {
  const writer = new LineWriter(options, 2 * ROOM);
  const { symbols, bytes, view } = writer;
  const highDigits = new Uint8Array(16);
  const highFloats = new Float64Array(highDigits.buffer);
  let start = 0;
  let end = 0;

  return function* list(words, address) {
    // Signed words are small integers to V8; unsigned ones from 2^31 on would each be allocated.
    const code = new Int32Array(words.buffer, words.byteOffset, words.length);
    let at = 0;
    let symbol = symbols.firstFrom(address);
    end = start;
    while (at < code.length) {
      const here = address + at * 4;
      const nextStart = symbol < symbols.count ? symbols.start(symbol) : Infinity;
      if (nextStart <= here) {
        end = writer.writeText(`\n${nextStart.toString(16).padStart(16, '0')} `, end);
        end = writer.writeName(symbol, end);
        symbol += 1;
      } else {
        const until = Math.min(here - (here % PAGE) + PAGE, nextStart);
        at = lines(code, at, Math.min(code.length, at + Math.ceil((until - here) / 4)), here);
      }
      if (end >= start + PIECE || at === code.length) {
        const piece = bytes.subarray(start, end);
        start = end = start === 0 ? ROOM : 0;
        yield piece;
      }
    }
  };

  /** Writes lines of one page until `stop` or until the piece is full; returns the word it came to. */
  function lines(code: Int32Array, from: number, stop: number, address: number): number {
    const low = address < PAGE ? LOW_DIGITS_ALONE : LOW_DIGITS;
    const page = address - (address % PAGE);
    const digits = page === 0 ? '' : (page / PAGE).toString(16);
    const high = encodeHigh(digits.padStart(5), highDigits);
    // Digits are copied as floats: none of them makes a NaN.
    const [first = 0, second = 0] = highFloats;
    let inPage = address - page;
    const full = start + PIECE;
    let to = end;
    let at = from;
    for (; at < stop && to < full; at += 1, inPage += 4) {
      view.setFloat64(to, first, true);
      if (high > 8) view.setFloat64(to + 8, second, true);
      view.setInt32(to + high, low[inPage] ?? 0, true);
      to = writer.write(code[at] ?? 0, page + inPage, to + high + 4);
    }
    end = to;
    return at;
  }
}

function encodeHigh(digits: string, bytes: Uint8Array): number {
  for (let at = 0; at < digits.length; at += 1) bytes[at] = digits.charCodeAt(at);
  return digits.length;
}
