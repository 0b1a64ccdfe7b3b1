/**
 * Reading the machine code of a binary, a few megabytes at a time, whatever its header says.
 *
 * @module
 */

import { censusByFunction } from '../../arm64/census.ts';
import { FAMILIES, type Family } from '../../arm64/families.ts';
import { shapesOf } from '../../arm64/shapes.ts';
import type { BinaryIdentity, BinarySlice } from '../../evidence/binary/binary-identity.ts';
import type { MachineCode, SliceCode } from '../../evidence/binary/machine-code.ts';
import type { Image } from './image.ts';
import { within, type Part } from './part.ts';
import { readNeeds } from './read-needs.ts';
import { wordsOf } from './words.ts';

/** Bytes in memory at once. */
const WINDOW = 2 ** 22;

/** Code is looked at in pieces, so that a foreign stretch within it is found. */
const PIECE_WORDS = 2 ** 10;

/** Code that the header says is another architecture's is sampled: this much of it tells what it is. */
const MOST_FOREIGN_CODE = 2 ** 23;

/** Of the words of a piece; data among code stays below it, amd64 code is at 0.6. */
const FOREIGN_SHARE = 0.4;

/** Executable bytes that are read at most: no program has more, and a sparse file may claim any number. */
const MOST_CODE = 2 ** 30;

/** Code that is read at once, by the largest part that can be. */
const MOST_HELD = 2 ** 26;

const ENTRY_BYTES = 64;

/** The images are those of the identity's slices, in the same order, while the file is open. */
export async function readCode({ slices }: BinaryIdentity, images: readonly Image[]): Promise<MachineCode> {
  const read: SliceCode[] = [];
  for (const [index, slice] of slices.entries()) {
    const image = images[index];
    if (image) read.push(await readSliceCode(image, slice));
  }
  return { slices: read };
}

async function readSliceCode(image: Image, slice: BinarySlice): Promise<SliceCode> {
  const { part } = image;
  const tally = newTally();
  const ranges = (slice.code ?? []).filter(({ offset }) => offset - part.start < part.size);
  const total = ranges.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const most = slice.architecture === 'arm64' ? MOST_CODE : MOST_FOREIGN_CODE;
  // Whoever looks for needs has to hold all of it, and need not read it again.
  const isHeld = slice.architecture === 'arm64' && total <= MOST_HELD;
  const stride = WINDOW * Math.max(1, Math.ceil(total / most));
  const held = new Map<number, Uint8Array>();
  for (const { offset, sizeBytes } of ranges) {
    const range = within(part, { offset: offset - part.start, sizeBytes });
    const { sizeBytes: size } = range;
    const whole = isHeld ? await part.read(range) : undefined;
    if (whole) held.set(offset, whole);
    for (let at = 0; at < size; at += stride) {
      const window = { offset: range.offset + at, sizeBytes: Math.min(WINDOW, size - at) };
      const bytes = whole?.subarray(at, at + window.sizeBytes) ?? (await part.read(window));
      tallyUp(tally, bytes, offset + at);
    }
  }
  const entry = await readEntry(part, slice);
  const packer = await packerOf(part);
  const { firstShape, families, ...counts } = tally;
  const { returns, goArm64, goAmd64, frameArm64, frameAmd64, ...told } = counts;
  return {
    offset: slice.offset,
    ...(ranges[0] && { codeOffset: ranges[0].offset }),
    isBySections: ranges.length > 0 && ranges.every(({ name }) => name !== undefined),
    ...told,
    ...(entry && { entry }),
    shapes: {
      functions: slice.functionTable?.functions ?? 0,
      goArm64,
      goAmd64,
      frameArm64,
      frameAmd64,
      returns,
      ...(firstShape !== undefined && { offset: firstShape }),
    },
    census: censusOf(families),
    ...(slice.architecture === 'arm64'
      ? await readNeeds(image, slice, held)
      : { needs: [], cgoFunctions: [] }),
    ...(packer !== undefined && { packer }),
  };
}

interface Tally {
  readonly families: Float64Array;
  sizeBytes: number;
  words: number;
  undecoded: number;
  pieces: number;
  foreignPieces: number;
  foreignOffset?: number;
  returns: number;
  goArm64: number;
  goAmd64: number;
  frameArm64: number;
  frameAmd64: number;
  firstShape: number | undefined;
}

function newTally(): Tally {
  return {
    families: new Float64Array(FAMILIES.length),
    sizeBytes: 0,
    words: 0,
    undecoded: 0,
    pieces: 0,
    foreignPieces: 0,
    returns: 0,
    goArm64: 0,
    goAmd64: 0,
    frameArm64: 0,
    frameAmd64: 0,
    firstShape: undefined,
  };
}

/** `at` is where the bytes lie in the file. */
function tallyUp(tally: Tally, bytes: Uint8Array, at: number): void {
  const words = wordsOf(bytes);
  tally.sizeBytes += bytes.length;
  let isForeign = false;
  const starts = Array.from(
    { length: Math.ceil(words.length / PIECE_WORDS) },
    (_, piece) => piece * PIECE_WORDS,
  );
  const counts = censusByFunction(words, starts);
  for (const [piece, first] of starts.entries()) {
    const families = counts.subarray(piece * FAMILIES.length, (piece + 1) * FAMILIES.length);
    families.forEach((count, family) => {
      tally.families[family] = (tally.families[family] ?? 0) + count;
    });
    const undecoded = (families[UNDEFINED] ?? 0) + (families[UDF] ?? 0);
    const known = Math.min(PIECE_WORDS, words.length - first) - (families[ZERO] ?? 0);
    tally.words += known;
    tally.undecoded += undecoded;
    tally.pieces += 1;
    if (known === 0 || undecoded < FOREIGN_SHARE * known) continue;
    isForeign = true;
    tally.foreignPieces += 1;
    tally.foreignOffset ??= at + first * 4;
  }
  const shapes = shapesOf(words);
  tally.returns += shapes.returns;
  tally.goArm64 += shapes.goStackChecks;
  tally.frameArm64 += shapes.frames;
  if (shapes.first >= 0) tally.firstShape ??= at + shapes.first * 4;
  if (!isForeign) return;
  // Only bytes that are no A64 are worth a second look.
  tally.goAmd64 += count(bytes, GO_STACK_CHECKS_AMD64);
  tally.frameAmd64 += count(bytes, FRAMES_AMD64);
}

const UNDEFINED = FAMILIES.indexOf('undefined');
const UDF = FAMILIES.indexOf('udf');
const ZERO = FAMILIES.indexOf('zero');

/** Families that occur, by name. */
function censusOf(counts: Float64Array): Partial<Record<Family, number>> {
  return Object.fromEntries(
    FAMILIES.flatMap((family, index) => {
      const count = counts[index] ?? 0;
      return count > 0 && index !== ZERO ? [[family, count]] : [];
    }),
  );
}

/** cmp rsp, [r14+16]; before Go 1.17 a comparison with a word behind FS or GS. */
const GO_STACK_CHECKS_AMD64 = ['493b6610', '64488b0c25f8ffffff', '65488b0c2530000000'];

/** The letters "UPX!". */
const UPX = '55505821';

/** push rbp; mov rbp, rsp, and endbr64. */
const FRAMES_AMD64 = ['554889e5', 'f30f1efa'];

function count(bytes: Uint8Array, patterns: readonly string[]): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let found = 0;
  for (const pattern of patterns) {
    const wanted = Buffer.from(pattern, 'hex');
    for (let at = buffer.indexOf(wanted); at >= 0; at = buffer.indexOf(wanted, at + wanted.length))
      found += 1;
  }
  return found;
}

async function readEntry(part: Part, slice: BinarySlice): Promise<SliceCode['entry']> {
  const address = slice.elf?.entry ?? slice.pe?.entry;
  const range = slice.code?.find(
    (one) => address !== undefined && address >= one.address && address < one.address + one.sizeBytes,
  );
  if (!range || address === undefined) return undefined;
  const offset = range.offset + (address - range.address);
  const window = within(part, {
    offset: offset - part.start,
    sizeBytes: Math.min(ENTRY_BYTES, range.address + range.sizeBytes - address),
  });
  const bytes = await part.read(window);
  const words = wordsOf(bytes);
  const families = censusByFunction(words, [0]);
  const undecoded = (families[UNDEFINED] ?? 0) + (families[UDF] ?? 0);
  return { offset, words: words.length - (families[ZERO] ?? 0), undecoded };
}

/** UPX leaves its mark within the first kilobyte, behind the headers it makes. */
async function packerOf(part: Part): Promise<string | undefined> {
  const head = await part.read(within(part, { offset: 0, sizeBytes: 1024 }));
  return count(head, [UPX]) > 0 ? 'UPX' : undefined;
}
