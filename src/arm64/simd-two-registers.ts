/**
 * Advanced SIMD with two registers (Arm ARM C4.1: two-register miscellaneous and its FP16 group),
 * vector and scalar.
 *
 * @module
 */

import { bit, field, rd, rn, scalar, vector } from './operands.ts';
import { row, type Row } from './row.ts';
import { arrangement } from './simd-three-same.ts';

export const SIMD_TWO_REGISTERS: readonly Row[] = [
  row('0 Q U 01110 zz 10000 ooooo 10 nnnnn ddddd', 'simd', vectors, feature),
  row('01 U 11110 zz 10000 ooooo 10 nnnnn ddddd', 'simd', scalars),
  row(
    '0 Q U 01110 a 111100 ooooo 10 nnnnn ddddd',
    'simd',
    (word) => {
      const name = floatingName(word);
      if (name === undefined || name.startsWith('frint3') || name.startsWith('frint6')) return undefined;
      return compared(
        name,
        vector(arrangement(1, bit(word, 30)), rd(word)),
        vector(arrangement(1, bit(word, 30)), rn(word)),
      );
    },
    'fp16',
  ),
  row(
    '01 U 11110 a 111100 ooooo 10 nnnnn ddddd',
    'simd',
    (word) => {
      const name = scalarFloatingName(word);
      return name && compared(name, scalar('h', rd(word)), scalar('h', rn(word)));
    },
    'fp16',
  ),
];

/** By opcode, for U = 0 and 1: name, element sizes of the vector form, of the scalar form. */
const INTEGER: Readonly<Record<number, readonly [string, string]>> = {
  0: ['rev64 bhs', 'rev32 bh'],
  1: ['rev16 b', ''],
  3: ['suqadd bhsd bhsd', 'usqadd bhsd bhsd'],
  4: ['cls bhs', 'clz bhs'],
  5: ['cnt b', ''],
  7: ['sqabs bhsd bhsd', 'sqneg bhsd bhsd'],
  8: ['cmgt0 bhsd d', 'cmge0 bhsd d'],
  9: ['cmeq0 bhsd d', 'cmle0 bhsd d'],
  10: ['cmlt0 bhsd d', ''],
  11: ['abs bhsd d', 'neg bhsd d'],
};

/** By U and bit 23, then opcode; `*` marks those with a scalar form. `0` at the end: compares with zero. */
const FLOATING: readonly Readonly<Record<number, string>>[] = [
  {
    24: 'frintn',
    25: 'frintm',
    26: 'fcvtns*',
    27: 'fcvtms*',
    28: 'fcvtas*',
    29: 'scvtf*',
    30: 'frint32z',
    31: 'frint64z',
  },
  {
    12: 'fcmgt0*',
    13: 'fcmeq0*',
    14: 'fcmlt0*',
    15: 'fabs',
    24: 'frintp',
    25: 'frintz',
    26: 'fcvtps*',
    27: 'fcvtzs*',
    29: 'frecpe*',
  },
  {
    24: 'frinta',
    25: 'frintx',
    26: 'fcvtnu*',
    27: 'fcvtmu*',
    28: 'fcvtau*',
    29: 'ucvtf*',
    30: 'frint32x',
    31: 'frint64x',
  },
  {
    12: 'fcmge0*',
    13: 'fcmle0*',
    15: 'fneg',
    25: 'frinti',
    26: 'fcvtpu*',
    27: 'fcvtzu*',
    29: 'frsqrte*',
    31: 'fsqrt',
  },
];

function floatingEntry(word: number): string {
  return FLOATING[bit(word, 29) * 2 + bit(word, 23)]?.[field(word, 12, 5)] ?? '';
}

function floatingName(word: number): string | undefined {
  return floatingEntry(word).replace('*', '') || undefined;
}

function scalarFloatingName(word: number): string | undefined {
  if (field(word, 12, 5) === 31 && bit(word, 29) === 0 && bit(word, 23) === 1) return 'frecpx';
  return floatingEntry(word).endsWith('*') ? floatingName(word) : undefined;
}

function compared(name: string, d: string, n: string): string {
  if (!name.endsWith('0')) return `${name} ${d}, ${n}`;
  return `${name.slice(0, -1)} ${d}, ${n}, ${name.startsWith('f') ? '#0.0' : '#0'}`;
}

function vectors(word: number): string | undefined {
  const operation = field(word, 12, 5);
  const size = field(word, 22, 2);
  const q = bit(word, 30);
  const u = bit(word, 29);
  const d = rd(word);
  const n = rn(word);
  const same = arrangement(size, q);
  const [name, sizes] = (INTEGER[operation]?.[u] ?? '').split(' ');
  if (name !== undefined && name !== '') {
    if (sizes?.includes('bhsd'[size] ?? '') !== true || (size === 3 && q === 0)) return undefined;
    return compared(name, vector(same, d), vector(same, n));
  }
  const second = q === 0 ? '' : '2';
  const wide = arrangement(size + 1, 1);
  switch (operation) {
    case 2:
    case 6:
      if (size === 3) return undefined;
      return `${'su'[u]}${operation === 2 ? 'addlp' : 'adalp'} ${vector(arrangement(size + 1, q), d)}, ${vector(same, n)}`;
    case 5:
      if (size > 1) return undefined;
      return `${size === 0 ? 'mvn' : 'rbit'} ${vector(arrangement(0, q), d)}, ${vector(arrangement(0, q), n)}`;
    case 18:
    case 20:
      if (size === 3) return undefined;
      return `${NARROWING[operation + u]}${second} ${vector(same, d)}, ${vector(wide, n)}`;
    case 19:
      if (size === 3 || u === 0) return undefined;
      return `shll${second} ${vector(wide, d)}, ${vector(same, n)}, #${8 << size}`;
    case 22:
      return narrowed(word, second);
    case 23:
      if (u === 1) {
        const from = vector(arrangement(0, q), n);
        return `${['f1', 'f2', 'bf1', 'bf2'][size]}cvtl${second} ${vector('8h', d)}, ${from}`;
      }
      if (size > 1) return undefined;
      return `fcvtl${second} ${vector(arrangement(size + 2, 1), d)}, ${vector(arrangement(size + 1, q), n)}`;
    case 28:
      if (bit(word, 23) === 1) {
        const estimate = u === 0 ? 'urecpe' : 'ursqrte';
        return size === 3
          ? undefined
          : `${estimate} ${vector(arrangement(2, q), d)}, ${vector(arrangement(2, q), n)}`;
      }
  }
  const real = floatingName(word);
  if (real === undefined || (bit(word, 22) === 1 && q === 0)) return undefined;
  const shapes = arrangement(2 + bit(word, 22), q);
  return compared(real, vector(shapes, d), vector(shapes, n));
}

/** By opcode plus U. */
const NARROWING: Readonly<Record<number, string>> = { 18: 'xtn', 19: 'sqxtun', 20: 'sqxtn', 21: 'uqxtn' };

function narrowed(word: number, second: string): string | undefined {
  const size = field(word, 22, 2);
  const d = rd(word);
  const n = rn(word);
  const q = bit(word, 30);
  if (bit(word, 29) === 1) {
    return size === 1 ? `fcvtxn${second} ${vector(arrangement(2, q), d)}, ${vector('2d', n)}` : undefined;
  }
  if (size === 2) return `bfcvtn${second} ${vector(arrangement(1, q), d)}, ${vector('4s', n)}`;
  if (size === 3) return undefined;
  return `fcvtn${second} ${vector(arrangement(size + 1, q), d)}, ${vector(arrangement(size + 2, 1), n)}`;
}

function feature(word: number): string | undefined {
  const operation = field(word, 12, 5);
  if (operation >= 30 && bit(word, 23) === 0) return 'frint';
  if (operation === 23 && bit(word, 29) === 1) return 'fp8';
  return operation === 22 && field(word, 22, 2) === 2 ? 'bf16' : undefined;
}

function scalars(word: number): string | undefined {
  const operation = field(word, 12, 5);
  const size = field(word, 22, 2);
  const u = bit(word, 29);
  const letter = 'bhsd'[size] ?? '';
  const [name = '', , sizes] = (INTEGER[operation]?.[u] ?? '').split(' ');
  if (name !== '') {
    if (sizes?.includes(letter) !== true) return undefined;
    return compared(name, scalar(letter, rd(word)), scalar(letter, rn(word)));
  }
  const narrowing = NARROWING[operation + u];
  if ((operation === 18 && u === 1) || operation === 20) {
    if (size === 3) return undefined;
    return `${narrowing} ${scalar(letter, rd(word))}, ${scalar('bhsd'[size + 1] ?? '', rn(word))}`;
  }
  if (operation === 22) {
    return u === 1 && size === 1 ? `fcvtxn ${scalar('s', rd(word))}, ${scalar('d', rn(word))}` : undefined;
  }
  const real = scalarFloatingName(word);
  const width = 'sd'[bit(word, 22)] ?? '';
  return real && compared(real, scalar(width, rd(word)), scalar(width, rn(word)));
}
