/**
 * Advanced SIMD with registers of different shapes and across lanes (Arm ARM C4.1: three different,
 * across lanes, scalar pairwise).
 *
 * @module
 */

import { bit, field, rd, rm, rn, scalar, vector } from './operands.ts';
import { row, type Row } from './row.ts';
import { arrangement } from './simd-three-same.ts';

export const SIMD_THREE_DIFFERENT: readonly Row[] = [
  row('0 Q U 01110 zz 1 mmmmm oooo 00 nnnnn ddddd', 'simd', different, (word) => {
    return field(word, 12, 4) === 14 && field(word, 22, 2) === 3 ? 'aes' : undefined;
  }),
  row('01 0 11110 zz 1 mmmmm oooo 00 nnnnn ddddd', 'simd', scalarDifferent),
  row('0 Q U 01110 zz 11000 ooooo 10 nnnnn ddddd', 'simd', across, (word) => {
    const operation = field(word, 12, 5);
    return (operation === 12 || operation === 15) && bit(word, 29) === 0 ? 'fp16' : undefined;
  }),
  row('01 U 11110 zz 11000 ooooo 10 nnnnn ddddd', 'simd', pairwise, (word) => {
    return bit(word, 29) === 0 && field(word, 12, 5) !== 27 ? 'fp16' : undefined;
  }),
];

type Kind = 'long' | 'wide' | 'narrow';

const DIFFERENT: readonly (readonly [signed: string, unsigned: string, kind: Kind, sizes: string])[] = [
  ['saddl', 'uaddl', 'long', 'bhs'],
  ['saddw', 'uaddw', 'wide', 'bhs'],
  ['ssubl', 'usubl', 'long', 'bhs'],
  ['ssubw', 'usubw', 'wide', 'bhs'],
  ['addhn', 'raddhn', 'narrow', 'bhs'],
  ['sabal', 'uabal', 'long', 'bhs'],
  ['subhn', 'rsubhn', 'narrow', 'bhs'],
  ['sabdl', 'uabdl', 'long', 'bhs'],
  ['smlal', 'umlal', 'long', 'bhs'],
  ['sqdmlal', '', 'long', 'hs'],
  ['smlsl', 'umlsl', 'long', 'bhs'],
  ['sqdmlsl', '', 'long', 'hs'],
  ['smull', 'umull', 'long', 'bhs'],
  ['sqdmull', '', 'long', 'hs'],
  ['pmull', '', 'long', 'bd'],
];

function different(word: number): string | undefined {
  const entry = DIFFERENT[field(word, 12, 4)];
  const size = field(word, 22, 2);
  const q = bit(word, 30);
  const base = entry?.[bit(word, 29) === 0 ? 0 : 1] ?? '';
  if (entry === undefined || base === '' || !entry[3].includes('bhsd'[size] ?? '')) return undefined;
  const small = arrangement(size, q);
  const large = arrangement(size + 1, 1);
  const [first, second, third] = {
    long: [large, small, small],
    wide: [large, large, small],
    narrow: [small, large, large],
  }[entry[2]];
  const name = q === 0 ? base : `${base}2`;
  return `${name} ${vector(first ?? '', rd(word))}, ${vector(second ?? '', rn(word))}, ${vector(third ?? '', rm(word))}`;
}

function scalarDifferent(word: number): string | undefined {
  const operation = field(word, 12, 4);
  const size = field(word, 22, 2);
  if (operation < 9 || operation === 15 || (operation & 1) === 0 || size === 0 || size === 3)
    return undefined;
  const from = 'bhsd'[size] ?? '';
  const to = 'bhsd'[size + 1] ?? '';
  const name = DIFFERENT[operation]?.[0];
  return `${name} ${scalar(to, rd(word))}, ${scalar(from, rn(word))}, ${scalar(from, rm(word))}`;
}

/** By opcode: signed name, unsigned name, how many sizes the result is wider. */
const ACROSS: Readonly<Record<number, readonly [signed: string, unsigned: string, wider: number]>> = {
  3: ['saddlv', 'uaddlv', 1],
  10: ['smaxv', 'umaxv', 0],
  26: ['sminv', 'uminv', 0],
  27: ['addv', '', 0],
};

function across(word: number): string | undefined {
  const operation = field(word, 12, 5);
  const size = field(word, 22, 2);
  const q = bit(word, 30);
  const u = bit(word, 29);
  if (operation === 12 || operation === 15) {
    if (bit(word, 22) === 1 || (u === 1 && q === 0)) return undefined;
    const name = `f${bit(word, 23) === 0 ? 'max' : 'min'}${operation === 12 ? 'nm' : ''}v`;
    const source = vector(u === 1 ? '4s' : arrangement(1, q), rn(word));
    return `${name} ${scalar(u === 1 ? 's' : 'h', rd(word))}, ${source}`;
  }
  const entry = ACROSS[operation];
  const name = entry?.[u === 0 ? 0 : 1] ?? '';
  if (entry === undefined || name === '' || size === 3 || (size === 2 && q === 0)) return undefined;
  return `${name} ${scalar('bhsd'[size + entry[2]] ?? '', rd(word))}, ${vector(arrangement(size, q), rn(word))}`;
}

function pairwise(word: number): string | undefined {
  const operation = field(word, 12, 5);
  const u = bit(word, 29);
  if (operation === 27) {
    if (u === 1 || field(word, 22, 2) !== 3) return undefined;
    return `addp ${scalar('d', rd(word))}, ${vector('2d', rn(word))}`;
  }
  const minimum = bit(word, 23) === 1;
  if (u === 0 && bit(word, 22) === 1) return undefined;
  const size = u === 0 ? 'h' : ('sd'[bit(word, 22)] ?? '');
  const extreme = minimum ? 'min' : 'max';
  const name = { 12: `f${extreme}nmp`, 13: minimum ? undefined : 'faddp', 15: `f${extreme}p` }[operation];
  return name && `${name} ${scalar(size, rd(word))}, ${vector(`2${size}`, rn(word))}`;
}
