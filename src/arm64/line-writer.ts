/**
 * The end of a listing's line, from the address on: the word in digits, its text, and for a target
 * the name of what lies there.
 *
 * What decides the speed, measured on the 2 M words of a 23 MB program with Node 24: making a text
 * takes 85 ns, and 2 M texts twice the time of everything else. But only 98 000 of its words are
 * different, and 1000 of them are 63 % of its code; so texts are kept, digits and line end included.
 * Of words whose text depends on where they stand, a quarter of all, the text before the target is.
 *
 * @module
 */

import { SymbolIndex, type CodeSymbols } from './code-symbols.ts';
import { writeEightDigits, writeHexadecimal } from './hexadecimal-text.ts';
import { disassemble } from './lookup.ts';
import { ABSOLUTE, OFFSET_BITS, OTHERWISE_RELATIVE, RELATIVE, targetOf } from './relative-words.ts';
import { TextPatterns } from './text-patterns.ts';
import { TextSlots } from './text-slots.ts';

export interface ListingOptions {
  /** Functions that get a header, and names that are written behind targets. */
  readonly symbols?: CodeSymbols;
  /** Whether the word stands in digits before its text: `a9bf7bfd`. On by default. */
  readonly digits?: boolean;
  /** Another way to write instructions; it names targets itself. */
  readonly syntax?: (word: number, address: number) => string | undefined;
}

const [SPACE, LINE_END, OPENING, CLOSING, PLUS] = [0x20, 0x0a, 0x3c, 0x3e, 0x2b] as const;

export class LineWriter {
  readonly symbols: SymbolIndex;
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly #slots = new TextSlots();
  readonly #encoder = new TextEncoder();
  readonly #digits: boolean;
  readonly #text: (word: number, address: number) => string | undefined;
  readonly #patterns: TextPatterns | undefined;
  readonly #namesTargets: boolean;
  readonly #ways: Uint8Array;
  /** The function of the last target: the next one's is the same more often than not. */
  #near = -1;
  /** Where it starts and ends: floats from the start on, or the first large address changes this object's shape. */
  readonly #nearRange = new Float64Array(2);

  constructor({ symbols, digits = true, syntax }: ListingOptions, size: number) {
    this.symbols = new SymbolIndex(symbols ?? { starts: [], names: [], end: 0 });
    this.bytes = new Uint8Array(size);
    this.view = new DataView(this.bytes.buffer);
    this.#digits = digits;
    this.#text = syntax ?? disassemble;
    this.#patterns = syntax ? undefined : new TextPatterns(disassemble);
    this.#namesTargets = syntax === undefined;
    this.#ways = syntax ? RELATIVE.map((way) => (way === ABSOLUTE ? way : OTHERWISE_RELATIVE)) : RELATIVE;
  }

  /** Writes the word's line at `start`, and returns where it ended. */
  write(word: number, address: number, start: number): number {
    const way = this.#ways[word >>> 24] ?? ABSOLUTE;
    if (way !== ABSOLUTE) return this.#relative(word, way, address, start);
    const end = this.#slots.copy(word, this.view, start);
    return end >= 0 ? end : this.#absolute(word, start);
  }

  /** `<name>:` and a line end. */
  writeName(symbol: number, start: number): number {
    const named = this.#name(symbol, this.writeText('<', start));
    return this.writeText('>:\n', named);
  }

  writeText(text: string, start: number): number {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) {
        const encoded = this.#encoder.encode(text);
        this.bytes.set(encoded, start);
        return start + encoded.length;
      }
      this.bytes[start + at] = code;
    }
    return start + text.length;
  }

  #absolute(word: number, start: number): number {
    let end = this.#writeDigits(word, start);
    const pattern = this.#patterns?.find(word);
    if (pattern) {
      end = this.writeText(pattern.before, end);
      end = this.writeText(String(this.#patterns?.number), end);
      end = this.writeText(pattern.after, end);
    } else {
      end = this.writeText(`  ${this.#text(word >>> 0, 0) ?? '<unknown>'}\n`, end);
    }
    this.#slots.keep(word, this.view, start, end);
    return end;
  }

  #relative(word: number, way: number, address: number, start: number): number {
    const afterDigits = this.#writeDigits(word, start);
    if (way === OTHERWISE_RELATIVE) return this.#whole(word, address, afterDigits);
    // Without its offset the word is one of few, and its target is the 0x0 at the text's end.
    const key = word & ~(OFFSET_BITS[way] ?? 0);
    let end = this.#slots.copy(key, this.view, afterDigits);
    if (end < 0) {
      const text = this.#text(key >>> 0, 0);
      if (text === undefined) return this.#whole(word, address, afterDigits);
      end = this.writeText(`  ${text.slice(0, text.lastIndexOf('0x'))}`, afterDigits);
      this.#slots.keep(key, this.view, afterDigits, end);
    }
    const target = targetOf(word, way, address);
    end = this.#place(target, writeHexadecimal(this.view, end, target));
    this.bytes[end] = LINE_END;
    return end + 1;
  }

  #whole(word: number, address: number, start: number): number {
    const text = this.#text(word >>> 0, address) ?? '<unknown>';
    let end = this.writeText(`  ${text}`, start);
    const target = this.#namesTargets ? / (0x[0-9a-f]+)$/.exec(text)?.[1] : undefined;
    if (target !== undefined) end = this.#place(Number(target), end);
    this.bytes[end] = LINE_END;
    return end + 1;
  }

  #writeDigits(word: number, start: number): number {
    if (!this.#digits) return start;
    this.bytes[start] = SPACE;
    writeEightDigits(this.view, start + 1, word);
    return start + 9;
  }

  /** ` <name+0x10>`, or nothing where no symbol lies. */
  #place(address: number, start: number): number {
    const range = this.#nearRange;
    if (address < (range[0] ?? 0) || address >= (range[1] ?? 0)) {
      const found = this.symbols.at(address);
      if (found < 0) return start;
      this.#near = found;
      range[0] = this.symbols.start(this.#near);
      range[1] = this.symbols.start(this.#near + 1);
    }
    const offset = address - (range[0] ?? 0);
    this.bytes[start] = SPACE;
    this.bytes[start + 1] = OPENING;
    let end = this.#name(this.#near, start + 2);
    if (offset !== 0) {
      this.bytes[end] = PLUS;
      end = writeHexadecimal(this.view, end + 1, offset);
    }
    this.bytes[end] = CLOSING;
    return end + 1;
  }

  #name(symbol: number, start: number): number {
    const { nameBytes, nameStarts, nameEnds } = this.symbols;
    const from = nameStarts[symbol] ?? 0;
    const length = (nameEnds[symbol] ?? 0) - from;
    for (let at = 0; at < length; at += 1) this.bytes[start + at] = nameBytes[from + at] ?? 0;
    return start + length;
  }
}
