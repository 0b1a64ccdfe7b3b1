/**
 * Which architecture the executable bytes are, by themselves: how many words decode as A64, what
 * functions begin with, and whether there are returns.
 *
 * Measured on .text read as A64: arm64 0.2 to 0.4 % of words do not decode and one in 70 is `ret`;
 * amd64 59 to 62 % do not decode, and of 1.5 million words none is `ret`.
 *
 * @module
 */

import type { SliceCode } from '../evidence/binary/machine-code.ts';

/** Of the non-zero words; tables of constants between functions stay below it. */
const MOST_UNDECODED = 0.05;

/** From here on it is no A64, unless data is mixed in and the returns say otherwise. */
const LEAST_FOREIGN = 0.25;

/** Fewer words than these prove nothing by their share. */
const FEWEST_WORDS = 64;

/** Four bytes that mean something in amd64 turn up once by chance, not twice where no A64 is. */
const FEWEST_FRAMES = 2;

/** Compiled code returns more often than once in this many words. */
const WORDS_PER_RETURN = 2_000;

export type CodeArchitecture =
  | 'arm64'
  | 'amd64'
  /** Neither arm64 nor recognised as amd64. */
  | 'other'
  /** arm64 with whole pieces that are something else. */
  | 'arm64-and-other'
  | 'unclear';

export function codeArchitecture(code: SliceCode): CodeArchitecture {
  const { words, undecoded, shapes, entry } = code;
  if (words === 0) return 'unclear';
  const share = undecoded / words;
  const arm64Shapes = shapes.goArm64 + shapes.frameArm64;
  const amd64Shapes = shapes.goAmd64 + shapes.frameAmd64;
  if (words < FEWEST_WORDS) {
    if (undecoded > 0) return amd64Shapes > 0 ? 'amd64' : 'unclear';
    return shapes.returns > 0 || (entry !== undefined && entry.undecoded === 0) ? 'arm64' : 'unclear';
  }
  const returns = shapes.returns * WORDS_PER_RETURN >= words;
  if (share < MOST_UNDECODED && (shapes.returns > 0 || arm64Shapes > 0)) {
    return code.foreignPieces > 0 && amd64Shapes >= FEWEST_FRAMES ? 'arm64-and-other' : 'arm64';
  }
  if (share >= LEAST_FOREIGN && shapes.returns * 20 * WORDS_PER_RETURN < words)
    return amd64Shapes * 2_000 > words ? 'amd64' : 'other';
  if (amd64Shapes >= FEWEST_FRAMES && code.foreignPieces > 0) return 'arm64-and-other';
  if (returns && arm64Shapes > 0) {
    // Data among the code of an executable segment is usual; in a section of code it is not.
    return code.isBySections && code.foreignPieces * 2 > code.pieces ? 'arm64-and-other' : 'arm64';
  }
  return 'unclear';
}

export function undecodedShare({ words, undecoded }: SliceCode): number {
  return words === 0 ? 0 : undecoded / words;
}
