/**
 * Advanced SIMD on floats of eight bits (FEAT_FP8, FP8FMA, FP8DOT2, FP8DOT4, F8F16MM, F8F32MM), the
 * products of half precision that came with them, and table lookup with packed indices (FEAT_LUT).
 * Bit numbers follow Arm ARM C4.1: three same extra, vector × indexed element, table lookup.
 *
 * @module
 */

import { bit, field, rd, rm, rn, v, vector } from './operands.ts';
import { row, type Row, type Text } from './row.ts';

export const SIMD_EIGHT_BIT_FLOATS: readonly Row[] = [
  row('0 Q 0 01110 00 0 mmmmm 1 1111 1 nnnnn ddddd', 'simd', three('fdot', '2s 8b', '4s 16b'), 'fp8dot4'),
  row('0 Q 0 01110 01 0 mmmmm 1 1111 1 nnnnn ddddd', 'simd', three('fdot', '4h 8b', '8h 16b'), 'fp8dot2'),
  row('0 Q 0 01110 10 0 mmmmm 1 1111 1 nnnnn ddddd', 'simd', three('fdot', '2s 4h', '4s 8h'), 'f16f32dot'),
  row('0 0 0 01110 11 0 mmmmm 1 1111 1 nnnnn ddddd', 'simd', three('fmlalb', '8h 16b'), 'fp8fma'),
  row('0 1 0 01110 11 0 mmmmm 1 1111 1 nnnnn ddddd', 'simd', three('fmlalt', '', '8h 16b'), 'fp8fma'),
  row(
    '0 Q 0 01110 0s 0 mmmmm 1 1000 1 nnnnn ddddd',
    'simd',
    quarter((word) => vector('16b', rm(word))),
    'fp8fma',
  ),
  row('0 Q 0 01110 00 0 mmmmm 1 1110 1 nnnnn ddddd', 'simd', narrowed('4s', '4s'), 'fp8'),
  row('0 Q 0 01110 01 0 mmmmm 1 1110 1 nnnnn ddddd', 'simd', narrowed('4h', '8h'), 'fp8'),
  row('0 1 1 01110 00 0 mmmmm 1 1101 1 nnnnn ddddd', 'simd', three('fmmla', '', '8h 16b'), 'f8f16mm'),
  row('0 1 1 01110 10 0 mmmmm 1 1101 1 nnnnn ddddd', 'simd', three('fmmla', '', '4s 16b'), 'f8f32mm'),
  row('0 1 0 01110 01 0 mmmmm 1 1101 1 nnnnn ddddd', 'simd', three('fmmla', '', '4s 8h'), 'f16f32mm'),
  row('0 1 0 01110 11 0 mmmmm 1 1101 1 nnnnn ddddd', 'simd', three('fmmla', '', '8h 8h'), 'f16mm'),
  row('0 Q 0 01111 00 L mmmmm 0000 H 0 nnnnn ddddd', 'simd', dot('2s 8b', '4s 16b', byPair('4b')), 'fp8dot4'),
  row('0 Q 0 01111 01 L M mmmm 0000 H 0 nnnnn ddddd', 'simd', dot('4h 8b', '8h 16b', byTriple), 'fp8dot2'),
  row(
    '0 Q 0 01111 01 L mmmmm 1001 H 0 nnnnn ddddd',
    'simd',
    dot('2s 4h', '4s 8h', byPair('2h')),
    'f16f32dot',
  ),
  row(
    '0 Q 0 01111 11 LMN mmm 0000 H 0 nnnnn ddddd',
    'simd',
    (word) => {
      const name = bit(word, 30) === 0 ? 'fmlalb' : 'fmlalt';
      return `${name} ${vector('8h', rd(word))}, ${vector('16b', rn(word))}, ${byByte(word)}`;
    },
    'fp8fma',
  ),
  row('0 Q 1 01111 0s LMN mmm 1000 H 0 nnnnn ddddd', 'simd', quarter(byByte), 'fp8fma'),
  row('0 1 0 01110 10 0 mmmmm 0 ii 1 00 nnnnn ddddd', 'simd', lookup('luti2', '16b', 13, 2), 'lut'),
  row('0 1 0 01110 11 0 mmmmm 0 iii 00 nnnnn ddddd', 'simd', lookup('luti2', '8h', 12, 3), 'lut'),
  row('0 1 0 01110 01 0 mmmmm 0 i 10 00 nnnnn ddddd', 'simd', lookup('luti4', '16b', 14, 1), 'lut'),
  row(
    '0 1 0 01110 01 0 mmmmm 0 ii 1 00 nnnnn ddddd',
    'simd',
    (word) => {
      const table = `{ ${vector('8h', rn(word))}, ${vector('8h', (rn(word) + 1) & 31)} }`;
      return `luti4 ${vector('8h', rd(word))}, ${table}, ${v(rm(word))}[${field(word, 13, 2)}]`;
    },
    'lut',
  ),
];

/** `shapes` name the arrangements of the result and of both sources, for Q = 0 and Q = 1. */
function three(name: string, ...shapes: readonly string[]): Text {
  const kinds = shapes.map((shape) => shape.split(' '));
  return (word) => {
    const [to = '', from = ''] = kinds[bit(word, 30)] ?? kinds[0] ?? [];
    return `${name} ${vector(to, rd(word))}, ${vector(from, rn(word))}, ${vector(from, rm(word))}`;
  };
}

/** One of the four quarters of the sources, which Q and bit 22 choose, is multiplied. */
function quarter(last: (word: number) => string): Text {
  return (word) => {
    const name = `fmlall${'bt'[bit(word, 30)]}${'bt'[bit(word, 22)]}`;
    return `${name} ${vector('4s', rd(word))}, ${vector('16b', rn(word))}, ${last(word)}`;
  };
}

function narrowed(half: string, whole: string): Text {
  return (word) => {
    const q = bit(word, 30);
    const from = q === 0 ? half : whole;
    const second = q === 1 && half === whole ? '2' : '';
    return `fcvtn${second} ${vector(q === 0 ? '8b' : '16b', rd(word))}, ${vector(from, rn(word))}, ${vector(from, rm(word))}`;
  };
}

function dot(half: string, whole: string, last: (word: number) => string): Text {
  const kinds = [half.split(' '), whole.split(' ')];
  return (word) => {
    const [to = '', from = ''] = kinds[bit(word, 30)] ?? [];
    return `fdot ${vector(to, rd(word))}, ${vector(from, rn(word))}, ${last(word)}`;
  };
}

function byPair(group: string): (word: number) => string {
  return (word) => `${vector(group, rm(word))}[${bit(word, 11) * 2 + bit(word, 21)}]`;
}

function byTriple(word: number): string {
  return `${vector('2b', field(word, 16, 4))}[${bit(word, 11) * 4 + field(word, 20, 2)}]`;
}

function byByte(word: number): string {
  return `${vector('b', field(word, 16, 3))}[${bit(word, 11) * 8 + field(word, 19, 3)}]`;
}

function lookup(name: string, shape: string, low: number, width: number): Text {
  return (word) => {
    const index = field(word, low, width);
    return `${name} ${vector(shape, rd(word))}, { ${vector(shape, rn(word))} }, ${v(rm(word))}[${index}]`;
  };
}
