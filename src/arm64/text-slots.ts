/**
 * Texts of instruction words that were made before, packed in the order in which they were first
 * met: code repeats what is near, and texts that lie where their hash says cost a page fault each.
 * Memory is bounded: a word has two places, and a third with the same hash displaces one, and when the texts
 * are full all start anew.
 *
 * Texts are copied as 64-bit floats, which changes no text: the one value that a copy may alter is
 * a NaN, whose last bytes are at least 0xf0 and then 0x7f or 0xff, and UTF-8 never has that.
 *
 * @module
 */

const INDEX_BITS = 17;
/** Eight-byte units for texts: 4 MB. */
const ROOM = 1 << 19;
const LONGEST_TEXT = 120;

export class TextSlots {
  /** Pairs: the word; the unit where its text starts times 128, plus the text's length (0: free). */
  readonly #index = new Int32Array(2 << INDEX_BITS);
  readonly #units = new Float64Array(ROOM);
  #used = 0;

  /** Copies the word's text and returns where it ends, or -1 if there is none. May write 24 bytes more. */
  copy(word: number, target: DataView, position: number): number {
    let pair = (Math.imul(word, 0x9e3779b1) >>> (32 - INDEX_BITS)) << 1;
    if (this.#index[pair] !== (word | 0)) {
      pair ^= 2;
      if (this.#index[pair] !== (word | 0)) return -1;
    }
    const found = this.#index[pair + 1] ?? 0;
    if (found === 0) return -1;
    const length = found & 127;
    const from = found >>> 7;
    // Most texts are this long: three copies cost less than a loop whose end cannot be predicted.
    target.setFloat64(position, this.#units[from] ?? 0, true);
    target.setFloat64(position + 8, this.#units[from + 1] ?? 0, true);
    target.setFloat64(position + 16, this.#units[from + 2] ?? 0, true);
    for (let done = 24; done < length; done += 8) {
      target.setFloat64(position + done, this.#units[from + (done >>> 3)] ?? 0, true);
    }
    return position + length;
  }

  /** Keeps the bytes from start to end as the word's text, if they are few enough. Reads seven bytes more. */
  keep(word: number, source: DataView, start: number, end: number): void {
    const length = end - start;
    if (length > LONGEST_TEXT) return;
    if (this.#used + LONGEST_TEXT / 8 > ROOM) {
      this.#index.fill(0);
      this.#used = 0;
    }
    for (let done = 0; done < length; done += 8) {
      this.#units[this.#used + (done >>> 3)] = source.getFloat64(start + done, true);
    }
    // The newcomer's neighbour is the word it would have replaced.
    const pair = (Math.imul(word, 0x9e3779b1) >>> (32 - INDEX_BITS)) << 1;
    this.#index[pair ^ 2] = this.#index[pair] ?? 0;
    this.#index[(pair ^ 2) + 1] = this.#index[pair + 1] ?? 0;
    this.#index[pair] = word;
    this.#index[pair + 1] = (this.#used << 7) | length;
    this.#used += (length + 7) >>> 3;
  }
}
