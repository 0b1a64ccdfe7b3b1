/**
 * Scalar floating point (Arm ARM C4.1, op0 = x111 with bits 28:24 = 1111x): arithmetic, comparison,
 * selection, immediates, and conversion to and from general registers. Half precision needs FP16,
 * except for `fcvt`, which Armv8.0 has.
 *
 * @module
 */

import { bit, condition, field, gpr, ra, rd, rm, rn, scalar, vector, x } from './operands.ts';
import { row, type Row } from './row.ts';

export const FLOATING_POINT: readonly Row[] = [
  row('s 00 11110 tt 0 rr ooo ffffff nnnnn ddddd', 'fp', fixedPoint, half),
  row('s 00 11110 tt 1 rr ooo 000000 nnnnn ddddd', 'fp', converted, convertedFeature),
  row('0 00 11110 tt 1 oooooo 10000 nnnnn ddddd', 'fp', oneSource, oneSourceFeature),
  row('0 00 11110 tt 1 mmmmm 00 1000 nnnnn oo000', 'fp', compare, half),
  row(
    '0 00 11110 tt 1 iiiiiiii 100 00000 ddddd',
    'fp',
    (word) => {
      const size = sizeOf(word);
      return size && `fmov ${scalar(size, rd(word))}, #${expandedImmediate(field(word, 13, 8))}`;
    },
    half,
  ),
  row(
    '0 00 11110 tt 1 mmmmm cccc 01 nnnnn o ffff',
    'fp',
    (word) => {
      const size = sizeOf(word);
      if (size === undefined) return undefined;
      const both = `${scalar(size, rn(word))}, ${scalar(size, rm(word))}`;
      return `fccmp${bit(word, 4) === 1 ? 'e' : ''} ${both}, #${word & 15}, ${condition(word >>> 12)}`;
    },
    half,
  ),
  row(
    '0 00 11110 tt 1 mmmmm oooo 10 nnnnn ddddd',
    'fp',
    (word) => {
      const name = TWO_SOURCE[field(word, 12, 4)];
      return name && three(name, word);
    },
    half,
  ),
  row(
    '0 00 11110 tt 1 mmmmm cccc 11 nnnnn ddddd',
    'fp',
    (word) => {
      const text = three('fcsel', word);
      return text && `${text}, ${condition(word >>> 12)}`;
    },
    half,
  ),
  row(
    '0 00 11111 tt o mmmmm o aaaaa nnnnn ddddd',
    'fp',
    (word) => {
      const size = sizeOf(word);
      const name = ['fmadd', 'fmsub', 'fnmadd', 'fnmsub'][bit(word, 21) * 2 + bit(word, 15)] ?? '';
      return size && `${three(name, word)}, ${scalar(size, ra(word))}`;
    },
    half,
  ),
];

const TWO_SOURCE = ['fmul', 'fdiv', 'fadd', 'fsub', 'fmax', 'fmin', 'fmaxnm', 'fminnm', 'fnmul'];

/** The register letter of the type field; 2 is taken by nothing scalar. */
const sizeOf = (word: number): string | undefined => ['s', 'd', undefined, 'h'][field(word, 22, 2)];

function half(word: number): string | undefined {
  return field(word, 22, 2) === 3 ? 'fp16' : undefined;
}

function three(name: string, word: number): string | undefined {
  const size = sizeOf(word);
  return size && `${name} ${scalar(size, rd(word))}, ${scalar(size, rn(word))}, ${scalar(size, rm(word))}`;
}

/** The value of an 8-bit floating-point immediate with LLVM's eight decimals (VFPExpandImm). */
export function expandedImmediate(imm8: number): string {
  const exponent = ((imm8 >> 4) & 3) + ((imm8 & 0x40) === 0 ? 1 : -3);
  const value = (1 + (imm8 & 15) / 16) * 2 ** exponent;
  return ((imm8 & 0x80) === 0 ? value : -value).toFixed(8);
}

function fixedPoint(word: number): string | undefined {
  const sf = bit(word, 31);
  const size = sizeOf(word);
  const bits = 64 - field(word, 10, 6);
  if (size === undefined || (sf === 0 && bits > 32)) return undefined;
  const general = (n: number): string => gpr(sf, n);
  switch (field(word, 16, 5)) {
    case 2:
      return `scvtf ${scalar(size, rd(word))}, ${general(rn(word))}, #${bits}`;
    case 3:
      return `ucvtf ${scalar(size, rd(word))}, ${general(rn(word))}, #${bits}`;
    case 24:
      return `fcvtzs ${general(rd(word))}, ${scalar(size, rn(word))}, #${bits}`;
    case 25:
      return `fcvtzu ${general(rd(word))}, ${scalar(size, rn(word))}, #${bits}`;
    default:
      return undefined;
  }
}

function converted(word: number): string | undefined {
  const sf = bit(word, 31);
  const operation = field(word, 16, 3);
  const rounding = field(word, 19, 2);
  const type = field(word, 22, 2);
  if (type === 2) {
    if (sf === 0 || rounding !== 1) return undefined;
    if (operation === 6) return `fmov ${x(rd(word))}, ${vector('d', rn(word))}[1]`;
    return operation === 7 ? `fmov ${vector('d', rd(word))}[1], ${x(rn(word))}` : undefined;
  }
  const between = convertedBetween(word);
  if (between !== undefined) return between;
  const size = sizeOf(word) ?? '';
  const toGeneral = `${gpr(sf, rd(word))}, ${scalar(size, rn(word))}`;
  const fromGeneral = `${scalar(size, rd(word))}, ${gpr(sf, rn(word))}`;
  if (operation < 2) return `fcvt${'npmz'[rounding]}${'su'[operation]} ${toGeneral}`;
  if (rounding === 3 && operation === 6 && type === 1 && sf === 0) return `fjcvtzs ${toGeneral}`;
  if (rounding !== 0) return undefined;
  if (operation < 4) return `${'su'[operation - 2]}cvtf ${fromGeneral}`;
  if (operation < 6) return `fcvta${'su'[operation - 4]} ${toGeneral}`;
  if (type !== 3 && type !== sf) return undefined;
  return `fmov ${operation === 6 ? toGeneral : fromGeneral}`;
}

/** By rounding mode and opcode: the conversions of FEAT_FPRCVT, to integers held in SIMD registers and back. */
const BETWEEN: Readonly<Record<number, string>> = {
  10: 'fcvtns',
  11: 'fcvtnu',
  18: 'fcvtps',
  19: 'fcvtpu',
  20: 'fcvtms',
  21: 'fcvtmu',
  22: 'fcvtzs',
  23: 'fcvtzu',
  26: 'fcvtas',
  27: 'fcvtau',
  28: 'scvtf',
  29: 'ucvtf',
};

function convertedBetween(word: number): string | undefined {
  const sf = bit(word, 31);
  const type = field(word, 22, 2);
  const name = BETWEEN[field(word, 16, 5)];
  const size = sizeOf(word);
  if (name === undefined || size === undefined || type === sf) return undefined;
  const whole = sf === 0 ? 's' : 'd';
  const [to, from] = name.endsWith('cvtf') ? [size, whole] : [whole, size];
  return `${name} ${scalar(to, rd(word))}, ${scalar(from, rn(word))}`;
}

function convertedFeature(word: number): string | undefined {
  if (convertedBetween(word) !== undefined) return 'fprcvt';
  if (field(word, 16, 5) === 30 && field(word, 22, 2) === 1) return 'jscvt';
  return half(word);
}

const ONE_SOURCE: Readonly<Record<number, string>> = {
  0: 'fmov',
  1: 'fabs',
  2: 'fneg',
  3: 'fsqrt',
  8: 'frintn',
  9: 'frintp',
  10: 'frintm',
  11: 'frintz',
  12: 'frinta',
  14: 'frintx',
  15: 'frinti',
  16: 'frint32z',
  17: 'frint32x',
  18: 'frint64z',
  19: 'frint64x',
};

function oneSource(word: number): string | undefined {
  const size = sizeOf(word);
  if (size === undefined) return undefined;
  const operation = field(word, 15, 6);
  if (operation >= 4 && operation < 8) {
    if (operation === 6)
      return size === 'd' ? `bfcvt ${scalar('h', rd(word))}, ${scalar('s', rn(word))}` : undefined;
    const to = ['s', 'd', '', 'h'][operation - 4] ?? '';
    return to === size ? undefined : `fcvt ${scalar(to, rd(word))}, ${scalar(size, rn(word))}`;
  }
  const name = ONE_SOURCE[operation];
  if (name === undefined || (operation >= 16 && size === 'h')) return undefined;
  return `${name} ${scalar(size, rd(word))}, ${scalar(size, rn(word))}`;
}

function oneSourceFeature(word: number): string | undefined {
  const operation = field(word, 15, 6);
  if (operation >= 16) return 'frint';
  if (operation >= 4 && operation < 8) return operation === 6 ? 'bf16' : undefined;
  return half(word);
}

function compare(word: number): string | undefined {
  const size = sizeOf(word);
  if (size === undefined) return undefined;
  const name = bit(word, 4) === 1 ? 'fcmpe' : 'fcmp';
  return `${name} ${scalar(size, rn(word))}, ${bit(word, 3) === 1 ? '#0.0' : scalar(size, rm(word))}`;
}
