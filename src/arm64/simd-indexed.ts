/**
 * Advanced SIMD by one element of the last register (Arm ARM C4.1: vector × indexed element), vector
 * and scalar.
 *
 * @module
 */

import { bit, field, rd, rm, rn, scalar, vector } from './operands.ts';
import { row, type Row } from './row.ts';
import { arrangement } from './simd-three-same.ts';

export const SIMD_INDEXED: readonly Row[] = [
  row('0 Q U 01111 zz L M mmmm oooo H 0 nnnnn ddddd', 'simd', vectors, feature),
  row('01 U 11111 zz L M mmmm oooo H 0 nnnnn ddddd', 'simd', scalars, feature),
];

type Kind = 'same' | 'long' | 'real' | 'dot' | 'reallong';

/** By U, then opcode: name and kind; `*` marks those with a scalar form. */
const SIGNED: Readonly<Record<number, readonly [string, Kind]>> = {
  0: ['fmlal', 'reallong'],
  1: ['fmla*', 'real'],
  2: ['smlal', 'long'],
  3: ['sqdmlal*', 'long'],
  4: ['fmlsl', 'reallong'],
  5: ['fmls*', 'real'],
  6: ['smlsl', 'long'],
  7: ['sqdmlsl*', 'long'],
  8: ['mul', 'same'],
  9: ['fmul*', 'real'],
  10: ['smull', 'long'],
  11: ['sqdmull*', 'long'],
  12: ['sqdmulh*', 'same'],
  13: ['sqrdmulh*', 'same'],
  14: ['sdot', 'dot'],
};

const UNSIGNED: Readonly<Record<number, readonly [string, Kind]>> = {
  0: ['mla', 'same'],
  2: ['umlal', 'long'],
  4: ['mls', 'same'],
  6: ['umlsl', 'long'],
  8: ['fmlal2', 'reallong'],
  9: ['fmulx*', 'real'],
  10: ['umull', 'long'],
  12: ['fmlsl2', 'reallong'],
  13: ['sqrdmlah*', 'same'],
  14: ['udot', 'dot'],
  15: ['sqrdmlsh*', 'same'],
};

const entryOf = (word: number): readonly [string, Kind] | undefined =>
  (bit(word, 29) === 0 ? SIGNED : UNSIGNED)[field(word, 12, 4)];

/** The indexed element of size h (1), s (2) or d (3); undefined where L must be zero and is not. */
function element(word: number, size: number): string | undefined {
  const high = bit(word, 11);
  const low = bit(word, 21);
  if (size === 1) return `${vector('h', field(word, 16, 4))}[${high * 4 + low * 2 + bit(word, 20)}]`;
  if (size === 2) return `${vector('s', rm(word))}[${high * 2 + low}]`;
  return low === 1 ? undefined : `${vector('d', rm(word))}[${high}]`;
}

/** The element size of floating-point forms: 00 half, 10 single, 11 double. */
const realSize = (word: number): number | undefined => [1, undefined, 2, 3][field(word, 22, 2)];

function vectors(word: number): string | undefined {
  const special = specialForms(word);
  if (special !== undefined) return special;
  const [starred, kind] = entryOf(word) ?? [];
  if (starred === undefined || kind === undefined) return undefined;
  const name = starred.replace('*', '');
  const q = bit(word, 30);
  const size = field(word, 22, 2);
  const d = rd(word);
  const n = rn(word);
  if (kind === 'dot') return size === 2 ? dot(name, word, '4b', 0) : undefined;
  if (kind === 'reallong') {
    if (size !== 2) return undefined;
    return `${name} ${vector(arrangement(2, q), d)}, ${vector(q === 0 ? '2h' : '4h', n)}, ${element(word, 1)}`;
  }
  if (kind === 'real') {
    const real = realSize(word);
    if (real === undefined || (real === 3 && q === 0)) return undefined;
    const m = element(word, real);
    return m && `${name} ${vector(arrangement(real, q), d)}, ${vector(arrangement(real, q), n)}, ${m}`;
  }
  if (size === 0 || size === 3) return undefined;
  const m = element(word, size);
  const to = kind === 'long' ? arrangement(size + 1, 1) : arrangement(size, q);
  const second = kind === 'long' && q === 1 ? '2' : '';
  return `${name}${second} ${vector(to, d)}, ${vector(arrangement(size, q), n)}, ${m}`;
}

function dot(name: string, word: number, group: string, from: number): string {
  const q = bit(word, 30);
  const index = bit(word, 11) * 2 + bit(word, 21);
  return `${name} ${vector(arrangement(2, q), rd(word))}, ${vector(arrangement(from, q), rn(word))}, ${vector(group, rm(word))}[${index}]`;
}

/** The forms whose opcode means something else by size: mixed-sign and BFloat16 dot products, fcmla. */
function specialForms(word: number): string | undefined {
  const operation = field(word, 12, 4);
  const size = field(word, 22, 2);
  const q = bit(word, 30);
  if (bit(word, 29) === 0) {
    if (operation !== 15) return undefined;
    if (size === 3) {
      return `bfmlal${'bt'[q]} ${vector('4s', rd(word))}, ${vector('8h', rn(word))}, ${element(word, 1)}`;
    }
    if (size === 1) return dot('bfdot', word, '2h', 1);
    return dot(size === 0 ? 'sudot' : 'usdot', word, '4b', 0);
  }
  if ((operation & 9) !== 1 || size === 0 || size === 3) return undefined;
  const high = bit(word, 11);
  const low = bit(word, 21);
  if (size === 1 ? q === 0 && high === 1 : q === 0 || low === 1) return undefined;
  const shapes = arrangement(size, q);
  const index = size === 1 ? high * 2 + low : high;
  const rotation = field(word, 13, 2) * 90;
  const m = `${vector('bhs'[size] ?? '', rm(word))}[${index}]`;
  return `fcmla ${vector(shapes, rd(word))}, ${vector(shapes, rn(word))}, ${m}, #${rotation}`;
}

function feature(word: number): string | undefined {
  const operation = field(word, 12, 4);
  const size = field(word, 22, 2);
  if (bit(word, 29) === 0 && operation === 15) return size === 1 || size === 3 ? 'bf16' : 'i8mm';
  if (bit(word, 29) === 1 && (operation & 9) === 1) return 'fcma';
  const [name = '', kind] = entryOf(word) ?? [];
  if (kind === 'dot') return 'dotprod';
  if (kind === 'reallong') return 'fhm';
  if (name.startsWith('sqrdml')) return 'rdm';
  return kind === 'real' && size === 0 ? 'fp16' : undefined;
}

function scalars(word: number): string | undefined {
  const [starred = '', kind] = entryOf(word) ?? [];
  if (!starred.endsWith('*')) return undefined;
  const size = kind === 'real' ? realSize(word) : field(word, 22, 2);
  if (size === undefined || size === 0 || (kind !== 'real' && size === 3)) return undefined;
  const m = element(word, size);
  const from = 'bhsd'[size] ?? '';
  const to = kind === 'long' ? ('bhsd'[size + 1] ?? '') : from;
  return m && `${starred.replace('*', '')} ${scalar(to, rd(word))}, ${scalar(from, rn(word))}, ${m}`;
}
