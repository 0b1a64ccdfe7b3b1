/**
 * Exclusive, ordered and atomic accesses (Arm ARM C4.1: load/store exclusive, ordered, compare and
 * swap, atomic memory operations), with LSE, LSE128, LRCPC 1 and 2, and the 64-byte accesses of LS64.
 *
 * @module
 */

import { offset } from './loads-stores.ts';
import { bit, field, gpr, ra, rd, rm, rn, signedField, w, x, xSp } from './operands.ts';
import { row, type Row } from './row.ts';

export const ATOMICS: readonly Row[] = [
  row('zz 001000 0 L 0 sssss o uuuuu nnnnn ttttt', 'atomic', exclusive),
  row('1z 001000 0 L 1 sssss o uuuuu nnnnn ttttt', 'atomic', exclusivePair),
  row('0z 001000 0 L 1 sssss o 11111 nnnnn ttttt', 'atomic', swapPair, 'lse'),
  row('zz 001000 1 L 0 sssss o uuuuu nnnnn ttttt', 'atomic', ordered, orderedFeature),
  row('zz 001000 1 L 1 sssss o 11111 nnnnn ttttt', 'atomic', compareAndSwap, 'lse'),
  row(
    'zz 111000 101 11111 1 100 00 nnnnn ttttt',
    'atomic',
    (word) => {
      return `ldapr${suffix(word)} ${sized(word, rd(word))}, ${base(word)}`;
    },
    'lrcpc',
  ),
  row('11 111000 001 sssss 1 001 00 nnnnn ttttt', 'load-store', (word) => sixtyFour('st64b', word), 'ls64'),
  row('11 111000 001 sssss 1 0 11 00 nnnnn ttttt', 'load-store', (word) => sixtyFour('st64bv', word), 'ls64'),
  row(
    '11 111000 001 sssss 1 0 10 00 nnnnn ttttt',
    'load-store',
    (word) => sixtyFour('st64bv0', word),
    'ls64',
  ),
  row('11 111000 001 sssss 1 101 00 nnnnn ttttt', 'load-store', (word) => sixtyFour('ld64b', word), 'ls64'),
  row('zz 111000 A R 1 sssss o ooo 00 nnnnn ttttt', 'atomic', memoryOperation, 'lse'),
  row('zz 011001 oo 0 iiiiiiiii 00 nnnnn ttttt', 'load-store', unscaledOrdered, 'lrcpc2'),
  row('00 011001 A R 1 mmmmm 0 001 00 nnnnn ttttt', 'atomic', (word) => wide('ldclrp', word), 'lse128'),
  row('00 011001 A R 1 mmmmm 0 011 00 nnnnn ttttt', 'atomic', (word) => wide('ldsetp', word), 'lse128'),
  row('00 011001 A R 1 mmmmm 1 000 00 nnnnn ttttt', 'atomic', (word) => wide('swpp', word), 'lse128'),
];

const base = (word: number): string => `[${xSp(rn(word))}]`;
const suffix = (word: number): string => ['b', 'h', '', ''][field(word, 30, 2)] ?? '';
const sized = (word: number, n: number): string => gpr(field(word, 30, 2) === 3 ? 1 : 0, n);

/** Rt2 is "should be one" here, and Rs too of a load: other words are written all the same. */
function exclusive(word: number): string {
  const release = bit(word, 15) === 1;
  const t = sized(word, rd(word));
  if (bit(word, 22) === 1) return `ld${release ? 'a' : ''}xr${suffix(word)} ${t}, ${base(word)}`;
  return `st${release ? 'l' : ''}xr${suffix(word)} ${w(rm(word))}, ${t}, ${base(word)}`;
}

function exclusivePair(word: number): string {
  const release = bit(word, 15) === 1;
  const sf = bit(word, 30);
  const both = `${gpr(sf, rd(word))}, ${gpr(sf, ra(word))}, ${base(word)}`;
  if (bit(word, 22) === 1) return `ld${release ? 'a' : ''}xp ${both}`;
  return `st${release ? 'l' : ''}xp ${w(rm(word))}, ${both}`;
}

function ordered(word: number): string {
  const limited = bit(word, 15) === 0 ? 'l' : '';
  const name = bit(word, 22) === 1 ? `ld${limited}ar` : `st${limited}lr`;
  return `${name}${suffix(word)} ${sized(word, rd(word))}, ${base(word)}`;
}

function orderedFeature(word: number): string | undefined {
  return bit(word, 15) === 0 ? 'lor' : undefined;
}

const order = (acquire: number, release: number): string =>
  (acquire === 1 ? 'a' : '') + (release === 1 ? 'l' : '');

function compareAndSwap(word: number): string {
  const name = `cas${order(bit(word, 22), bit(word, 15))}${suffix(word)}`;
  return `${name} ${sized(word, rm(word))}, ${sized(word, rd(word))}, ${base(word)}`;
}

function swapPair(word: number): string | undefined {
  const sf = bit(word, 30);
  const s = rm(word);
  const t = rd(word);
  if ((s & 1) === 1 || (t & 1) === 1) return undefined;
  const two = (n: number): string => `${gpr(sf, n)}, ${gpr(sf, n + 1)}`;
  return `casp${order(bit(word, 22), bit(word, 15))} ${two(s)}, ${two(t)}, ${base(word)}`;
}

const OPERATIONS: readonly string[] = ['add', 'clr', 'eor', 'set', 'smax', 'smin', 'umax', 'umin'];

function memoryOperation(word: number): string | undefined {
  const operation = field(word, 12, 3);
  const acquire = bit(word, 23);
  const release = bit(word, 22);
  const s = sized(word, rm(word));
  const tail = `${order(acquire, release)}${suffix(word)} ${s}`;
  if (bit(word, 15) === 1) {
    return operation === 0 ? `swp${tail}, ${sized(word, rd(word))}, ${base(word)}` : undefined;
  }
  const name = OPERATIONS[operation];
  if (rd(word) === 31 && acquire === 0) return `st${name}${tail}, ${base(word)}`;
  return `ld${name}${tail}, ${sized(word, rd(word))}, ${base(word)}`;
}

const wide = (name: string, word: number): string | undefined =>
  rd(word) === 31 || rm(word) === 31
    ? undefined
    : `${name}${order(bit(word, 23), bit(word, 22))} ${x(rd(word))}, ${x(rm(word))}, ${base(word)}`;

function sixtyFour(name: string, word: number): string | undefined {
  const t = rd(word);
  if ((t & 1) === 1 || t > 22) return undefined;
  const status = name.startsWith('st64bv');
  if (!status && rm(word) !== 31) return undefined;
  return `${name} ${status ? `${x(rm(word))}, ` : ''}${x(t)}, ${base(word)}`;
}

const UNSCALED: readonly (readonly string[])[] = [
  ['stlurb', 'ldapurb', 'ldapursb', 'ldapursb'],
  ['stlurh', 'ldapurh', 'ldapursh', 'ldapursh'],
  ['stlur', 'ldapur', 'ldapursw', ''],
  ['stlur', 'ldapur', '', ''],
];

function unscaledOrdered(word: number): string | undefined {
  const size = field(word, 30, 2);
  const operation = field(word, 22, 2);
  const name = UNSCALED[size]?.[operation] ?? '';
  if (name === '') return undefined;
  const sf = size === 3 || operation === 2 ? 1 : 0;
  return `${name} ${gpr(sf, rd(word))}, ${offset(rn(word), signedField(word, 12, 9))}`;
}
