/**
 * Advanced SIMD shifts by an immediate and fixed-point conversions (Arm ARM C4.1: shift by immediate),
 * vector and scalar. The position of immh's highest bit is the element size.
 *
 * @module
 */

import { bit, field, rd, rn, scalar, vector } from './operands.ts';
import { row, type Row } from './row.ts';
import { arrangement } from './simd-three-same.ts';

export const SIMD_SHIFTS: readonly Row[] = [
  row('0 Q U 011110 iiii bbb ooooo 1 nnnnn ddddd', 'simd', vectors, half),
  row('01 U 111110 iiii bbb ooooo 1 nnnnn ddddd', 'simd', scalars, half),
];

/** `right`, `left` say how the amount is encoded; `narrow` and `long` change the element size. */
type Kind = 'right' | 'left' | 'narrow' | 'long' | 'fixed';

interface Shift {
  readonly kind: Kind;
  readonly names: readonly [signed: string, unsigned: string];
  /** Element sizes of the scalar forms, by U. */
  readonly scalar: readonly [signed: string, unsigned: string];
}

const SHIFTS: Readonly<Record<number, Shift>> = {
  0: { kind: 'right', names: ['sshr', 'ushr'], scalar: ['d', 'd'] },
  2: { kind: 'right', names: ['ssra', 'usra'], scalar: ['d', 'd'] },
  4: { kind: 'right', names: ['srshr', 'urshr'], scalar: ['d', 'd'] },
  6: { kind: 'right', names: ['srsra', 'ursra'], scalar: ['d', 'd'] },
  8: { kind: 'right', names: ['', 'sri'], scalar: ['', 'd'] },
  10: { kind: 'left', names: ['shl', 'sli'], scalar: ['d', 'd'] },
  12: { kind: 'left', names: ['', 'sqshlu'], scalar: ['', 'bhsd'] },
  14: { kind: 'left', names: ['sqshl', 'uqshl'], scalar: ['bhsd', 'bhsd'] },
  16: { kind: 'narrow', names: ['shrn', 'sqshrun'], scalar: ['', 'bhs'] },
  17: { kind: 'narrow', names: ['rshrn', 'sqrshrun'], scalar: ['', 'bhs'] },
  18: { kind: 'narrow', names: ['sqshrn', 'uqshrn'], scalar: ['bhs', 'bhs'] },
  19: { kind: 'narrow', names: ['sqrshrn', 'uqrshrn'], scalar: ['bhs', 'bhs'] },
  20: { kind: 'long', names: ['sshll', 'ushll'], scalar: ['', ''] },
  28: { kind: 'fixed', names: ['scvtf', 'ucvtf'], scalar: ['hsd', 'hsd'] },
  31: { kind: 'fixed', names: ['fcvtzs', 'fcvtzu'], scalar: ['hsd', 'hsd'] },
};

/** Binary logarithm of the element's bytes, or -1 without an element (modified immediates). */
const sizeOf = (word: number): number => 31 - Math.clz32(field(word, 19, 4));

function half(word: number): string | undefined {
  return sizeOf(word) === 1 && SHIFTS[field(word, 11, 5)]?.kind === 'fixed' ? 'fp16' : undefined;
}

function amount(word: number, kind: Kind): number {
  const encoded = field(word, 16, 7);
  const bits = 8 << sizeOf(word);
  return kind === 'left' || kind === 'long' ? encoded - bits : 2 * bits - encoded;
}

function vectors(word: number): string | undefined {
  const shift = SHIFTS[field(word, 11, 5)];
  const size = sizeOf(word);
  const q = bit(word, 30);
  const name = shift?.names[bit(word, 29) === 0 ? 0 : 1] ?? '';
  if (shift === undefined || name === '' || size < 0) return undefined;
  const by = `#${amount(word, shift.kind)}`;
  const same = arrangement(size, q);
  if (shift.kind === 'narrow' || shift.kind === 'long') {
    if (size === 3) return undefined;
    const wide = arrangement(size + 1, 1);
    const second = q === 0 ? '' : '2';
    const [to, from] = shift.kind === 'narrow' ? [same, wide] : [wide, same];
    return `${name}${second} ${vector(to, rd(word))}, ${vector(from, rn(word))}, ${by}`;
  }
  if ((size === 3 && q === 0) || (shift.kind === 'fixed' && size === 0)) return undefined;
  return `${name} ${vector(same, rd(word))}, ${vector(same, rn(word))}, ${by}`;
}

function scalars(word: number): string | undefined {
  const shift = SHIFTS[field(word, 11, 5)];
  const size = sizeOf(word);
  const u = bit(word, 29) === 0 ? 0 : 1;
  const name = shift?.names[u] ?? '';
  const letter = 'bhsd'[size] ?? '';
  if (shift === undefined || letter === '' || !shift.scalar[u].includes(letter)) return undefined;
  const from = shift.kind === 'narrow' ? ('bhsd'[size + 1] ?? '') : letter;
  return `${name} ${scalar(letter, rd(word))}, ${scalar(from, rn(word))}, #${amount(word, shift.kind)}`;
}
