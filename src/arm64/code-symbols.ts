/**
 * Names of places in code: which symbol an address belongs to, and its name as bytes that are safe
 * to print. Sorted starts are searched through buckets of equal width, so that most addresses need
 * one or two comparisons.
 *
 * @module
 */

/** Starts in ascending order, a name for each, and the address where the last one ends. */
export interface CodeSymbols {
  readonly starts: ArrayLike<number>;
  readonly names: readonly string[];
  readonly end: number;
}

/** Longer names are cut: each branch prints its target's name, so one of 1 MB could cost terabytes. */
const LONGEST_NAME = 2048;

/** They would move a terminal's cursor, or end the line. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

// oxlint-disable-next-line no-control-regex -- as above
const LINE_BREAKER = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

export class SymbolIndex {
  readonly count: number;
  /** All names in UTF-8: name n is the bytes from nameStarts[n] to nameEnds[n]. */
  readonly nameBytes: Uint8Array;
  readonly nameStarts: Uint32Array;
  readonly nameEnds: Uint32Array;
  readonly #starts: Float64Array;
  readonly #end: number;
  readonly #bucketWidth: number;
  /** By bucket: the last symbol that starts at or before the bucket's first address. */
  readonly #buckets: Int32Array;

  constructor({ starts, names, end }: CodeSymbols) {
    this.#starts = Float64Array.from(starts);
    this.#end = end;
    const count = this.#starts.length;
    this.count = count;
    [this.nameBytes, this.nameStarts, this.nameEnds] = joined(names, count);
    const first = this.#starts[0] ?? 0;
    const span = Math.max((this.#starts[count - 1] ?? 0) - first, 1);
    this.#bucketWidth = span / (2 * count + 1);
    this.#buckets = new Int32Array(2 * count + 2);
    let symbol = 0;
    for (let bucket = 0; bucket < this.#buckets.length; bucket += 1) {
      while (symbol + 1 < count && this.start(symbol + 1) <= first + bucket * this.#bucketWidth) symbol += 1;
      this.#buckets[bucket] = symbol;
    }
  }

  /** Where symbol n starts; the end of all beyond the last. */
  start(n: number): number {
    return this.#starts[n] ?? this.#end;
  }

  /** The last symbol that starts at or before the address; -1 outside of all symbols. */
  at(address: number): number {
    const first = this.start(0);
    if (address < first || address >= this.#end) return -1;
    const bucket = Math.floor((address - first) / this.#bucketWidth);
    // Rounding can name a neighbour's bucket, so one more on either side is looked through.
    let low = this.#buckets[Math.max(bucket - 1, 0)] ?? this.count - 1;
    let high = (this.#buckets[bucket + 2] ?? this.count - 1) + 1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.start(middle) <= address) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The first symbol that starts at or after the address; their count if there is none. */
  firstFrom(address: number): number {
    let symbol = Math.max(this.at(address), 0);
    if (address >= this.#end) return this.count;
    // Several may start at one address.
    while (symbol > 0 && this.start(symbol - 1) >= address) symbol -= 1;
    while (symbol < this.count && this.start(symbol) < address) symbol += 1;
    return symbol;
  }
}

/** The name of what starts at an address, safe to print. */
export function nameAt({ starts, names }: CodeSymbols): (address: number) => string | undefined {
  const byStart = new Map(
    names.map((name, index) => [
      starts[index] ?? 0,
      name.slice(0, LONGEST_NAME).replaceAll(LINE_BREAKER, '?'),
    ]),
  );
  return (address) => byStart.get(address);
}

/** All names as bytes with where each starts and ends; encoding them one by one took ten times as long. */
function joined(names: readonly string[], count: number): [Uint8Array, Uint32Array, Uint32Array] {
  const own = Array.from({ length: count }, (_, index) => names[index] ?? '');
  let text = own.join('\n');
  if (text.split('\n').length > count) text = own.map((name) => name.replaceAll('\n', '?')).join('\n');
  const encoded = new TextEncoder().encode(text.replaceAll(CONTROL, '?'));
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  let start = 0;
  for (let index = 0; index < count; index += 1) {
    const found = encoded.indexOf(10, start);
    const end = found < 0 ? encoded.length : found;
    starts[index] = start;
    ends[index] = Math.min(end, start + LONGEST_NAME);
    start = end + 1;
  }
  // Whole words are copied, up to three bytes beyond a name's end.
  const bytes = new Uint8Array(encoded.length + 4);
  bytes.set(encoded);
  return [bytes, starts, ends];
}
