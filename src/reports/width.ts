/**
 * How many columns text takes on a terminal, and breaking it into lines that fit.
 *
 * Chinese characters take two columns and may break anywhere, except that closing punctuation
 * does not begin a line and opening punctuation does not end one; Latin words break at spaces
 * only, unless one is longer than a line: that one breaks behind a "/" or the like, if it can.
 *
 * Source: Unicode 16 EastAsianWidth.txt (W and F) and emoji-data.txt, UAX #14 for the forbidden line starts and ends.
 *
 * @module
 */

/** Made when the first text needs it: that takes 20 ms, and ASCII and Chinese do not. */
let madeSegmenter: Intl.Segmenter | undefined;

function segmenter(): Intl.Segmenter {
  return (madeSegmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' }));
}

/**
 * Wide and full-width characters. Blocks that are wide but for a few unassigned places stand whole;
 * emoji are left to their own property, which is never narrower than the terminal draws them.
 */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2630, 0x2637],
  [0x268a, 0x268f],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x1b2ff],
  [0x1d300, 0x1d376],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

/** Marks that combine, joiners and other format characters that no terminal gives a column. */
const NO_COLUMN = /^[\p{M}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

/** Drawn as a picture by default, by a selector, or as a flag. */
const EMOJI = /^[\p{Emoji_Presentation}\p{Regional_Indicator}]|\ufe0f/u;

const NO_LINE_START = /^[，。、；：？！）》」』】〕”’…,.;:?!)\]]/u;
const NO_LINE_END = /^[（《「『【〔“‘([{]/u;

/** A long path or assignment breaks behind one of these rather than anywhere. */
const JOINTS = /[^/_.:=,&?-]*[/_.:=,&?-]?/gu;

/** ASCII, Chinese characters and their punctuation, none of which joins its neighbours. */
const PLAIN = /^[\u0020-\u007e\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;

export function columnsOf(text: string): number {
  let columns = 0;
  if (PLAIN.test(text)) {
    // Without the segmenter: 300 findings of long Chinese strings took 10 s with it, and 0.4 s so.
    for (let at = 0; at < text.length; at += 1) columns += text.charCodeAt(at) > 0x7e ? 2 : 1;
    return columns;
  }
  for (const { segment } of segmenter().segment(text)) columns += graphemeColumns(segment);
  return columns;
}

function graphemeColumns(grapheme: string): number {
  const point = grapheme.codePointAt(0) ?? 0;
  if (NO_COLUMN.test(grapheme)) return 0;
  if (WIDE.some(([first, last]) => point >= first && point <= last)) return 2;
  return EMOJI.test(grapheme) ? 2 : 1;
}

/** Pads to a width in columns, on the right or, for figures, on the left. */
export function pad(text: string, columns: number, side: 'left' | 'right' = 'right'): string {
  const filler = ' '.repeat(Math.max(0, columns - columnsOf(text)));
  return side === 'right' ? text + filler : filler + text;
}

/**
 * Lines of at most `columns`, all but the first behind `indent`. The width of the line so far is
 * carried along: measuring it anew for every character made 2,000 Chinese characters take 100 ms.
 */
export function wrap(text: string, columns: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const room = (): number => columns - (lines.length === 0 ? 0 : columnsOf(indent));
  const flush = (): void => {
    lines.push((lines.length === 0 ? '' : indent) + line.trimEnd());
    line = '';
    used = 0;
  };
  const add = (part: string, width: number): void => {
    line += part;
    used += width;
  };
  const put = (piece: string): void => {
    const width = columnsOf(piece.trimEnd());
    if (line !== '' && used + width > room()) flush();
    const shown = line === '' ? piece.trimStart() : piece;
    if (width <= room()) add(shown, columnsOf(shown));
    else {
      for (const { segment } of segmenter().segment(shown)) {
        const wide = graphemeColumns(segment);
        if (used + wide > room()) flush();
        add(segment, wide);
      }
    }
  };
  for (const piece of pieces(text)) {
    if (columnsOf(piece.trimEnd()) <= room()) put(piece);
    else for (const [part] of piece.matchAll(JOINTS)) put(part);
  }
  if (line.trim() !== '' || lines.length === 0) flush();
  return lines;
}

/** What must stay together: a word with the space after it, or one wide character with its punctuation. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let word = '';
  /** The word is opening punctuation so far, and waits for what it opens. */
  let isOpening = false;
  const end = (): void => {
    if (word !== '') found.push(word);
    word = '';
    isOpening = false;
  };
  for (const { segment } of segmenter().segment(text)) {
    const isWide = graphemeColumns(segment) === 2;
    if (NO_LINE_START.test(segment) && (word !== '' || found.length > 0)) {
      if (word === '') word = found.pop() ?? '';
      word += segment;
      if (isWide) end();
    } else if (NO_LINE_END.test(segment)) {
      if (isWide && !isOpening) end();
      isOpening ||= word === '';
      word += segment;
    } else if (isWide) {
      if (!isOpening) end();
      word += segment;
      end();
    } else if (segment === ' ') {
      word += segment;
      end();
    } else {
      word += segment;
      isOpening = false;
    }
  }
  end();
  return found;
}
