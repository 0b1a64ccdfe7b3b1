/**
 * The words operands are written with: fields of the instruction word, register names, conditions,
 * immediates and branch targets, as LLVM's AArch64InstPrinter spells them.
 *
 * @module
 */

const numbered = (prefix: string, last: string): readonly string[] =>
  Array.from({ length: 32 }, (_, n) => (n === 31 ? last : `${prefix}${n}`));

const X = numbered('x', 'xzr');
const W = numbered('w', 'wzr');
const X_SP = numbered('x', 'sp');
const W_SP = numbered('w', 'wsp');
const SCALARS: Readonly<Record<string, readonly string[]>> = {
  b: numbered('b', 'b31'),
  h: numbered('h', 'h31'),
  s: numbered('s', 's31'),
  d: numbered('d', 'd31'),
  q: numbered('q', 'q31'),
};
const V = numbered('v', 'v31');

export const CONDITIONS = 'eq ne hs lo mi pl vs vc hi ls ge lt gt le al nv'.split(' ');

/** The unsigned field of `width` bits (at most 31) whose lowest bit is `low`. */
export const field = (word: number, low: number, width: number): number =>
  (word >>> low) & ((1 << width) - 1);

export const signedField = (word: number, low: number, width: number): number =>
  (word << (32 - low - width)) >> (32 - width);

export const bit = (word: number, n: number): number => (word >>> n) & 1;

const at = (names: readonly string[], n: number): string => names[n & 31] ?? '';

export const x = (n: number): string => at(X, n);
export const w = (n: number): string => at(W, n);
export const xSp = (n: number): string => at(X_SP, n);
/** A general register of the width `sf` says, number 31 being the zero register. */
export const gpr = (sf: number, n: number): string => at(sf === 0 ? W : X, n);
/** A general register of the width `sf` says, number 31 being the stack pointer. */
export const gprSp = (sf: number, n: number): string => at(sf === 0 ? W_SP : X_SP, n);
export const v = (n: number): string => at(V, n);
/** A scalar SIMD register: `size` is one of b, h, s, d, q. */
export const scalar = (size: string, n: number): string => at(SCALARS[size] ?? [], n);
/** A vector register with its arrangement, such as `v3.16b`. */
export const vector = (arrangement: string, n: number): string => `${at(V, n)}.${arrangement}`;
export const condition = (n: number): string => CONDITIONS[n & 15] ?? '';

export const rd = (word: number): number => word & 31;
export const rn = (word: number): number => (word >>> 5) & 31;
export const rm = (word: number): number => (word >>> 16) & 31;
export const ra = (word: number): number => (word >>> 10) & 31;

/** A branch target: an offset as llvm-mc prints it, or absolute when the address is known. */
export function target(offset: number, address: number | undefined): string {
  return address === undefined
    ? `#${offset}`
    : `0x${BigInt.asUintN(64, BigInt(address + offset)).toString(16)}`;
}
