/**
 * Advanced SIMD instructions that move elements without computing (Arm ARM C4.1: copy, permute,
 * extract, table lookup, modified immediate), vector and scalar.
 *
 * @module
 */

import { bit, field, rd, rm, rn, scalar, vector, w, x } from './operands.ts';
import { row, type Row } from './row.ts';
import { expandedImmediate } from './floating-point.ts';
import { registerList } from './simd-loads-stores.ts';
import { arrangement, shape, three } from './simd-three-same.ts';

export const SIMD_MOVES: readonly Row[] = [
  row('0 Q 0 01110000 iiiii 0 0000 1 nnnnn ddddd', 'simd', (word) => {
    const lane = laneOf(word);
    if (lane === undefined || (lane.size === 3 && bit(word, 30) === 0)) return undefined;
    return `dup ${vector(arrangement(lane.size, bit(word, 30)), rd(word))}, ${element(lane, rn(word))}`;
  }),
  row('0 Q 0 01110000 iiiii 0 0001 1 nnnnn ddddd', 'simd', (word) => {
    const lane = laneOf(word);
    if (lane === undefined || (lane.size === 3 && bit(word, 30) === 0)) return undefined;
    return `dup ${vector(arrangement(lane.size, bit(word, 30)), rd(word))}, ${source(lane, word)}`;
  }),
  row('0 1 0 01110000 iiiii 0 0011 1 nnnnn ddddd', 'simd', (word) => {
    const lane = laneOf(word);
    return lane && `mov ${element(lane, rd(word))}, ${source(lane, word)}`;
  }),
  row('0 Q 0 01110000 iiiii 0 0101 1 nnnnn ddddd', 'simd', (word) => {
    const lane = laneOf(word);
    const q = bit(word, 30);
    if (lane === undefined || lane.size > 1 + q) return undefined;
    return `smov ${q === 0 ? w(rd(word)) : x(rd(word))}, ${element(lane, rn(word))}`;
  }),
  row('0 Q 0 01110000 iiiii 0 0111 1 nnnnn ddddd', 'simd', (word) => {
    const lane = laneOf(word);
    const q = bit(word, 30);
    if (lane === undefined || (lane.size === 3) !== (q === 1)) return undefined;
    return `${lane.size > 1 ? 'mov' : 'umov'} ${q === 0 ? w(rd(word)) : x(rd(word))}, ${element(lane, rn(word))}`;
  }),
  row('0 1 1 01110000 iiiii 0 jjjj 1 nnnnn ddddd', 'simd', (word) => {
    const lane = laneOf(word);
    if (lane === undefined) return undefined;
    const from = { size: lane.size, index: field(word, 11, 4) >> lane.size };
    return `mov ${element(lane, rd(word))}, ${element(from, rn(word))}`;
  }),
  row('01 0 11110000 iiiii 0 0000 1 nnnnn ddddd', 'simd', (word) => {
    const lane = laneOf(word);
    return lane && `mov ${scalar('bhsd'[lane.size] ?? '', rd(word))}, ${element(lane, rn(word))}`;
  }),
  row('0 Q 0 01110 zz 0 mmmmm 0 ooo 10 nnnnn ddddd', 'simd', (word) => {
    const name = PERMUTATIONS[field(word, 12, 3)] ?? '';
    if (name === '' || (field(word, 22, 2) === 3 && bit(word, 30) === 0)) return undefined;
    return three(name, shape(word), word);
  }),
  row('0 Q 1 01110 00 0 mmmmm 0 iiii 0 nnnnn ddddd', 'simd', (word) => {
    const index = field(word, 11, 4);
    const q = bit(word, 30);
    return q === 0 && index > 7 ? undefined : `${three('ext', arrangement(0, q), word)}, #${index}`;
  }),
  row('0 Q 0 01110 00 0 mmmmm 0 ll o 00 nnnnn ddddd', 'simd', (word) => {
    const shapes = arrangement(0, bit(word, 30));
    const list = registerList(rn(word), field(word, 13, 2) + 1, '16b');
    return `tb${'lx'[bit(word, 12)]} ${vector(shapes, rd(word))}, ${list}, ${vector(shapes, rm(word))}`;
  }),
  row('0 Q o 0111100000 abc cccc 0 1 defgh ddddd', 'simd', modifiedImmediate),
  row(
    '0 Q 0 0111100000 abc 1111 1 1 defgh ddddd',
    'simd',
    (word) => {
      const shapes = arrangement(1, bit(word, 30));
      return `fmov ${vector(shapes, rd(word))}, #${expandedImmediate(immediateOf(word))}`;
    },
    'fp16',
  ),
];

const PERMUTATIONS = ['', 'uzp1', 'trn1', 'zip1', '', 'uzp2', 'trn2', 'zip2'];

interface Lane {
  /** Binary logarithm of the element's bytes. */
  readonly size: number;
  readonly index: number;
}

/** Element size and index of imm5: its lowest set bit is the size. */
function laneOf(word: number): Lane | undefined {
  const immediate = rm(word);
  if ((immediate & 15) === 0) return undefined;
  const size = 31 - Math.clz32(immediate & -immediate);
  return { size, index: immediate >> (size + 1) };
}

const element = ({ size, index }: Lane, n: number): string => `${vector('bhsd'[size] ?? '', n)}[${index}]`;

const source = ({ size }: Lane, word: number): string => (size === 3 ? x(rn(word)) : w(rn(word)));

const immediateOf = (word: number): number => (field(word, 16, 3) << 5) | field(word, 5, 5);

function modifiedImmediate(word: number): string | undefined {
  const q = bit(word, 30);
  const mode = field(word, 12, 4);
  const inverted = bit(word, 29) === 1;
  const immediate = immediateOf(word);
  const d = rd(word);
  if (mode === 15) {
    if (inverted && q === 0) return undefined;
    return `fmov ${vector(inverted ? '2d' : arrangement(2, q), d)}, #${expandedImmediate(immediate)}`;
  }
  if (mode === 14) {
    if (!inverted) return `movi ${vector(arrangement(0, q), d)}, #${immediate}`;
    const text = q === 0 ? scalar('d', d) : vector('2d', d);
    return `movi ${text}, #${byteMask(immediate)}`;
  }
  if (mode >= 12)
    return `${inverted ? 'mvni' : 'movi'} ${vector(arrangement(2, q), d)}, #${immediate}, msl #${mode === 12 ? 8 : 16}`;
  const halves = mode >= 8;
  const shift = halves ? (mode & 2) * 4 : (mode & 6) * 4;
  const name = (mode & 1) === 1 ? (inverted ? 'bic' : 'orr') : inverted ? 'mvni' : 'movi';
  const tail = shift === 0 ? '' : `, lsl #${shift}`;
  return `${name} ${vector(arrangement(halves ? 1 : 2, q), d)}, #${immediate}${tail}`;
}

/** Each bit a byte, in C's `%#016llx` as LLVM has it: 16 columns with the prefix, which zero has not. */
function byteMask(immediate: number): string {
  if (immediate === 0) return '0'.repeat(16);
  let digits = '';
  for (let n = 7; n >= 0; n -= 1) digits += ((immediate >> n) & 1) === 1 ? 'ff' : '00';
  return `0x${digits.replace(/^00/, '')}`;
}
