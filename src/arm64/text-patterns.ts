/**
 * Texts with another immediate: `ldr x16, [x28, #16]` follows from `ldr x16, [x28, #8]`, the text of
 * the same word with 1 in its immediate field, for the immediate is written times a scale that this
 * text shows. Three of four different words in a Go program are of such groups, and decoding them
 * was a third of the time of listing it.
 *
 * @module
 */

interface Group {
  readonly mask: number;
  readonly value: number;
  readonly low: number;
  readonly width: number;
  readonly signed: boolean;
}

/** Immediates that texts show plainly (Arm ARM C4.1.92 and C4.1.94); texts leave out zeros. */
const GROUPS: readonly Group[] = [
  { mask: 0x3b000000, value: 0x39000000, low: 10, width: 12, signed: false },
  { mask: 0x1fc00000, value: 0x11000000, low: 10, width: 12, signed: false },
  { mask: 0x3a000000, value: 0x28000000, low: 15, width: 7, signed: true },
  { mask: 0x7fe00000, value: 0x52800000, low: 5, width: 16, signed: false },
  { mask: 0x7f800000, value: 0x72800000, low: 5, width: 16, signed: false },
];

/** Each group's number plus 1 by the word's top byte, as every mask begins in it; 0 for none. */
const GROUP_OF = Uint8Array.from(
  { length: 256 },
  (_, top) => 1 + GROUPS.findIndex(({ mask, value }) => ((top ^ (value >>> 24)) & (mask >>> 24)) === 0),
);

export interface Pattern {
  readonly before: string;
  readonly scale: number;
  readonly after: string;
}

/** Finds the pattern of a word's text and the number in it. Patterns are as many as registers combine. */
export class TextPatterns {
  readonly #text: (word: number) => string | undefined;
  readonly #patterns = new Map<number, Pattern>();
  /** Of the pattern that was found last: the immediate, times the scale. */
  number = 0;

  constructor(text: (word: number) => string | undefined) {
    this.#text = text;
  }

  /** `before`, `number` and `after` are the word's text; undefined if it has to be decoded. */
  find(word: number): Pattern | undefined {
    const group = GROUPS[(GROUP_OF[word >>> 24] ?? 0) - 1];
    if (group === undefined || (word & group.mask) !== group.value) return undefined;
    const { low, width, signed } = group;
    const ones = (1 << width) - 1;
    const bits = (word >>> low) & ones;
    if (bits === 0) return undefined;
    const first = (word & ~(ones << low)) | (1 << low);
    let pattern = this.#patterns.get(first);
    if (pattern === undefined) {
      pattern = patternOf(this.#text(first >>> 0));
      if (pattern === undefined) return undefined;
      this.#patterns.set(first, pattern);
    }
    this.number = (signed ? (bits << (32 - width)) >> (32 - width) : bits) * pattern.scale;
    return pattern;
  }
}

function patternOf(text: string | undefined): Pattern | undefined {
  const found = /^(.*?#)(\d+)(\]?!?(?:, lsl #\d+)?)$/.exec(text ?? '');
  if (!found) return undefined;
  const [, before = '', scale = '', after = ''] = found;
  return { before: `  ${before}`, scale: Number(scale), after: `${after}\n` };
}
