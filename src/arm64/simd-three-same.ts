/**
 * Advanced SIMD with three registers of one shape, vector and scalar (Arm ARM C4.1: three same, three
 * same FP16, three same extra).
 *
 * @module
 */

import { bit, field, rd, rm, rn, scalar, vector } from './operands.ts';
import { row, type Row } from './row.ts';

export const SIMD_THREE_SAME: readonly Row[] = [
  row('0 Q U 01110 zz 1 mmmmm 00011 1 nnnnn ddddd', 'simd', bitwise),
  row('0 Q U 01110 zz 1 mmmmm 11 ooo 1 nnnnn ddddd', 'simd', floating, (word) => {
    return longMultiply(word) === undefined ? newFloating(word) : 'fhm';
  }),
  row('0 Q U 01110 zz 1 mmmmm ooooo 1 nnnnn ddddd', 'simd', integer),
  row('01 U 11110 zz 1 mmmmm 11 ooo 1 nnnnn ddddd', 'simd', (word) =>
    scalarFloating(word, 'sd'[bit(word, 22)]),
  ),
  row('01 U 11110 zz 1 mmmmm ooooo 1 nnnnn ddddd', 'simd', scalarInteger),
  row(
    '0 Q U 01110 a 10 mmmmm 00 ooo 1 nnnnn ddddd',
    'simd',
    (word) => {
      const name = floatingName(word);
      return name && three(name, `${bit(word, 30) === 1 ? 8 : 4}h`, word);
    },
    (word) => newFloating(word) ?? 'fp16',
  ),
  row('01 U 11110 a 10 mmmmm 00 ooo 1 nnnnn ddddd', 'simd', (word) => scalarFloating(word, 'h'), 'fp16'),
  row(
    '0 Q 1 01110 zz 0 mmmmm 1 000 o 1 nnnnn ddddd',
    'simd',
    (word) => {
      return halfOrSingle(word)
        ? three(`sqrdml${bit(word, 11) === 0 ? 'a' : 's'}h`, shape(word), word)
        : undefined;
    },
    'rdm',
  ),
  row(
    '01 1 11110 zz 0 mmmmm 1 000 o 1 nnnnn ddddd',
    'simd',
    (word) => {
      const size = 'bhsd'[field(word, 22, 2)] ?? '';
      return halfOrSingle(word)
        ? scalars(`sqrdml${bit(word, 11) === 0 ? 'a' : 's'}h`, size, word)
        : undefined;
    },
    'rdm',
  ),
  row(
    '0 Q U 01110 10 0 mmmmm 1 0010 1 nnnnn ddddd',
    'simd',
    (word) => {
      return dot(`${'su'[bit(word, 29)]}dot`, word, 's', 'b');
    },
    'dotprod',
  ),
  row('0 Q 0 01110 10 0 mmmmm 1 0011 1 nnnnn ddddd', 'simd', (word) => dot('usdot', word, 's', 'b'), 'i8mm'),
  row(
    '0 1 U 01110 10 0 mmmmm 1 0100 1 nnnnn ddddd',
    'simd',
    (word) => {
      return dot(`${'su'[bit(word, 29)]}mmla`, word, 's', 'b');
    },
    'i8mm',
  ),
  row('0 1 0 01110 10 0 mmmmm 1 0101 1 nnnnn ddddd', 'simd', (word) => dot('usmmla', word, 's', 'b'), 'i8mm'),
  row('0 Q 1 01110 01 0 mmmmm 1 1111 1 nnnnn ddddd', 'simd', (word) => dot('bfdot', word, 's', 'h'), 'bf16'),
  row('0 1 1 01110 01 0 mmmmm 1 1101 1 nnnnn ddddd', 'simd', (word) => dot('bfmmla', word, 's', 'h'), 'bf16'),
  row(
    '0 Q 1 01110 11 0 mmmmm 1 1111 1 nnnnn ddddd',
    'simd',
    (word) => {
      return `bfmlal${'bt'[bit(word, 30)]} ${vector('4s', rd(word))}, ${vector('8h', rn(word))}, ${vector('8h', rm(word))}`;
    },
    'bf16',
  ),
  row(
    '0 Q 1 01110 zz 0 mmmmm 1 10 rr 1 nnnnn ddddd',
    'simd',
    (word) => {
      const text = complexShape(word) ? three('fcmla', shape(word), word) : undefined;
      return text && `${text}, #${field(word, 11, 2) * 90}`;
    },
    'fcma',
  ),
  row(
    '0 Q 1 01110 zz 0 mmmmm 1 11 r0 1 nnnnn ddddd',
    'simd',
    (word) => {
      const text = complexShape(word) ? three('fcadd', shape(word), word) : undefined;
      return text && `${text}, #${bit(word, 12) === 0 ? 90 : 270}`;
    },
    'fcma',
  ),
];

/** The arrangement of size (bits 23:22) and Q (bit 30). */
export function shape(word: number): string {
  return arrangement(field(word, 22, 2), bit(word, 30));
}

const ARRANGEMENTS = ['8b', '16b', '4h', '8h', '2s', '4s', '1d', '2d', '1q', '1q'];

export function arrangement(size: number, q: number): string {
  return ARRANGEMENTS[size * 2 + q] ?? '';
}

export function three(name: string, shapes: string, word: number): string {
  return `${name} ${vector(shapes, rd(word))}, ${vector(shapes, rn(word))}, ${vector(shapes, rm(word))}`;
}

function scalars(name: string, size: string, word: number): string {
  return `${name} ${scalar(size, rd(word))}, ${scalar(size, rn(word))}, ${scalar(size, rm(word))}`;
}

const halfOrSingle = (word: number): boolean => field(word, 22, 2) === 1 || field(word, 22, 2) === 2;

const complexShape = (word: number): boolean =>
  field(word, 22, 2) !== 0 && (field(word, 22, 2) !== 3 || bit(word, 30) === 1);

function dot(name: string, word: number, to: string, from: string): string {
  const q = bit(word, 30);
  const wide = arrangement('bhsd'.indexOf(to), q);
  const narrow = arrangement('bhsd'.indexOf(from), q);
  return `${name} ${vector(wide, rd(word))}, ${vector(narrow, rn(word))}, ${vector(narrow, rm(word))}`;
}

const BITWISE = ['and', 'bic', 'orr', 'orn', 'eor', 'bsl', 'bit', 'bif'];

function bitwise(word: number): string {
  const operation = bit(word, 29) * 4 + field(word, 22, 2);
  const shapes = arrangement(0, bit(word, 30));
  if (operation === 2 && rn(word) === rm(word))
    return `mov ${vector(shapes, rd(word))}, ${vector(shapes, rn(word))}`;
  return three(BITWISE[operation] ?? '', shapes, word);
}

/** By opcode: name without sign, the element sizes of the vector form and of the scalar form. */
const INTEGER: readonly (readonly [signed: string, unsigned: string, vector: string, scalar: string])[] = [
  ['shadd', 'uhadd', 'bhs', ''],
  ['sqadd', 'uqadd', 'bhsd', 'bhsd'],
  ['srhadd', 'urhadd', 'bhs', ''],
  ['', '', '', ''],
  ['shsub', 'uhsub', 'bhs', ''],
  ['sqsub', 'uqsub', 'bhsd', 'bhsd'],
  ['cmgt', 'cmhi', 'bhsd', 'd'],
  ['cmge', 'cmhs', 'bhsd', 'd'],
  ['sshl', 'ushl', 'bhsd', 'd'],
  ['sqshl', 'uqshl', 'bhsd', 'bhsd'],
  ['srshl', 'urshl', 'bhsd', 'd'],
  ['sqrshl', 'uqrshl', 'bhsd', 'bhsd'],
  ['smax', 'umax', 'bhs', ''],
  ['smin', 'umin', 'bhs', ''],
  ['sabd', 'uabd', 'bhs', ''],
  ['saba', 'uaba', 'bhs', ''],
  ['add', 'sub', 'bhsd', 'd'],
  ['cmtst', 'cmeq', 'bhsd', 'd'],
  ['mla', 'mls', 'bhs', ''],
  ['mul', 'pmul', 'bhs', ''],
  ['smaxp', 'umaxp', 'bhs', ''],
  ['sminp', 'uminp', 'bhs', ''],
  ['sqdmulh', 'sqrdmulh', 'hs', 'hs'],
  ['addp', '', 'bhsd', ''],
];

function integer(word: number): string | undefined {
  const entry = INTEGER[field(word, 11, 5)];
  const name = entry?.[bit(word, 29) === 0 ? 0 : 1] ?? '';
  const size = 'bhsd'[field(word, 22, 2)] ?? '';
  if (entry === undefined || name === '' || !entry[2].includes(size)) return undefined;
  if ((size === 'd' && bit(word, 30) === 0) || (name === 'pmul' && size !== 'b')) return undefined;
  return three(name, shape(word), word);
}

function scalarInteger(word: number): string | undefined {
  const entry = INTEGER[field(word, 11, 5)];
  const name = entry?.[bit(word, 29) === 0 ? 0 : 1] ?? '';
  const size = 'bhsd'[field(word, 22, 2)] ?? '';
  return entry === undefined || name === '' || !entry[3].includes(size)
    ? undefined
    : scalars(name, size, word);
}

/** By U and bit 23, then by the low three bits of the opcode; `*` marks those with a scalar form. */
const FLOATING: readonly (readonly string[])[] = [
  ['fmaxnm', 'fmla', 'fadd', 'fmulx*', 'fcmeq*', '', 'fmax', 'frecps*'],
  ['fminnm', 'fmls', 'fsub', 'famax', '', '', 'fmin', 'frsqrts*'],
  ['fmaxnmp', '', 'faddp', 'fmul', 'fcmge*', 'facge*', 'fmaxp', 'fdiv'],
  ['fminnmp', '', 'fabd*', 'famin', 'fcmgt*', 'facgt*', 'fminp', 'fscale'],
];

function floatingName(word: number, wantScalar = false): string | undefined {
  const name = FLOATING[bit(word, 29) * 2 + bit(word, 23)]?.[field(word, 11, 3)] ?? '';
  if (name === '' || (wantScalar && !name.endsWith('*'))) return undefined;
  return name.replace('*', '');
}

function newFloating(word: number): string | undefined {
  const name = floatingName(word);
  if (name === 'fscale') return 'fp8';
  return name === 'famax' || name === 'famin' ? 'faminmax' : undefined;
}

function longMultiply(word: number): string | undefined {
  if (bit(word, 22) === 1) return undefined;
  const suffix = bit(word, 29) === 1 ? '2' : '';
  if (field(word, 11, 3) !== (suffix === '' ? 5 : 1)) return undefined;
  return `fml${'as'[bit(word, 23)]}l${suffix}`;
}

function floating(word: number): string | undefined {
  const long = longMultiply(word);
  const q = bit(word, 30);
  if (long !== undefined) {
    const narrow = q === 0 ? '2h' : '4h';
    return `${long} ${vector(arrangement(2, q), rd(word))}, ${vector(narrow, rn(word))}, ${vector(narrow, rm(word))}`;
  }
  const name = floatingName(word);
  if (name === undefined || (bit(word, 22) === 1 && q === 0)) return undefined;
  return three(name, arrangement(2 + bit(word, 22), q), word);
}

function scalarFloating(word: number, size = ''): string | undefined {
  const name = floatingName(word, true);
  return name && scalars(name, size, word);
}
