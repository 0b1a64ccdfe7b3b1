/**
 * Atomic accesses newer than Armv9.3: unprivileged ones (FEAT_LSUI), of translation table entries
 * (FEAT_THE; pairs with FEAT_D128), of floating-point values (FEAT_LSFE), the ordered pairs and
 * SIMD accesses of FEAT_LRCPC3 and FEAT_LSCP, and the shadow stack stores of FEAT_GCS.
 *
 * @module
 */

import { offset } from './loads-stores.ts';
import { bit, field, gpr, rd, rm, rn, scalar, signedField, w, x, xSp } from './operands.ts';
import { row, type Row, type Text } from './row.ts';

export const NEW_ATOMICS: readonly Row[] = [
  row('1z 001001 0 L 0 sssss o uuuuu nnnnn ttttt', 'atomic', exclusive, 'lsui'),
  row('11 001001 1 L 0 sssss o uuuuu nnnnn ttttt', 'atomic', compareAndSwap, 'lsui'),
  row(
    '01 001001 1 L 0 sssss o uuuuu nnnnn ttttt',
    'atomic',
    (word) => swapPair(`casp${compareOrder(word)}t`, word),
    'lsui',
  ),
  row('0s 011001 A R 1 sssss 0 ooo 01 nnnnn ttttt', 'atomic', unprivileged, 'lsui'),
  row(
    '0s 011001 A R 1 sssss 1 000 01 nnnnn ttttt',
    'atomic',
    (word) => {
      const sf = bit(word, 30);
      return `swpt${order(word)} ${gpr(sf, rm(word))}, ${gpr(sf, rd(word))}, ${base(word)}`;
    },
    'lsui',
  ),
  row('0s 111000 A R 1 sssss 1 001 00 nnnnn ttttt', 'atomic', checked('clr'), 'the'),
  row('0s 111000 A R 1 sssss 1 010 00 nnnnn ttttt', 'atomic', checked('swp'), 'the'),
  row('0s 111000 A R 1 sssss 1 011 00 nnnnn ttttt', 'atomic', checked('set'), 'the'),
  row('0s 011001 A R 1 sssss 0 000 10 nnnnn ttttt', 'atomic', checked('cas'), 'the'),
  row(
    '0s 011001 A R 1 sssss 0 000 11 nnnnn ttttt',
    'atomic',
    (word) => swapPair(`${softened(word)}casp${order(word)}`, word),
    'd128+the',
  ),
  row('0s 011001 A R 1 mmmmm 1 001 00 nnnnn ttttt', 'atomic', checkedPair('clr'), 'd128+the'),
  row('0s 011001 A R 1 mmmmm 1 010 00 nnnnn ttttt', 'atomic', checkedPair('swp'), 'd128+the'),
  row('0s 011001 A R 1 mmmmm 1 011 00 nnnnn ttttt', 'atomic', checkedPair('set'), 'd128+the'),
  row('zz 111100 A R 1 sssss o ooo 00 nnnnn ttttt', 'atomic', floating, 'lsfe'),
  row('1s 011001 0L 0 mmmmm 000 w 10 nnnnn ttttt', 'load-store', orderedPair, 'lrcpc3'),
  row(
    '1s 011001 10 0 00000 0000 10 nnnnn ttttt',
    'load-store',
    (word) => {
      return `stlr ${gpr(bit(word, 30), rd(word))}, [${xSp(rn(word))}, #-${4 << bit(word, 30)}]!`;
    },
    'lrcpc3',
  ),
  row(
    '1s 011001 11 0 00000 0000 10 nnnnn ttttt',
    'load-store',
    (word) => {
      return `ldapr ${gpr(bit(word, 30), rd(word))}, ${base(word)}, #${4 << bit(word, 30)}`;
    },
    'lrcpc3',
  ),
  row('zz 011101 oo 0 iiiiiiiii 10 nnnnn ttttt', 'load-store', vectorUnscaled, 'lrcpc3'),
  row('11 011001 00 0 mmmmm 0101 10 nnnnn ttttt', 'load-store', pairOf('stlp'), 'lscp'),
  row('11 011001 01 0 mmmmm 0101 10 nnnnn ttttt', 'load-store', pairOf('ldap'), 'lscp'),
  row('11 011001 01 0 mmmmm 0111 10 nnnnn ttttt', 'load-store', pairOf('ldapp'), 'lscp'),
  row(
    '11 011001 00 0 11111 0000 11 nnnnn ttttt',
    'load-store',
    (word) => `gcsstr ${x(rd(word))}, ${base(word)}`,
    'gcs',
  ),
  row(
    '11 011001 00 0 11111 0001 11 nnnnn ttttt',
    'load-store',
    (word) => `gcssttr ${x(rd(word))}, ${base(word)}`,
    'gcs',
  ),
];

const base = (word: number): string => `[${xSp(rn(word))}]`;

const order = (word: number): string => (bit(word, 23) === 1 ? 'a' : '') + (bit(word, 22) === 1 ? 'l' : '');

const compareOrder = (word: number): string =>
  (bit(word, 22) === 1 ? 'a' : '') + (bit(word, 15) === 1 ? 'l' : '');

/** Bit 30 makes the check of a translation table entry a soft one. */
const softened = (word: number): string => (bit(word, 30) === 1 ? 'rcws' : 'rcw');

function exclusive(word: number): string {
  const t = gpr(bit(word, 30), rd(word));
  const ordered = bit(word, 15) === 1;
  if (bit(word, 22) === 1) return `ld${ordered ? 'a' : ''}txr ${t}, ${base(word)}`;
  return `st${ordered ? 'l' : ''}txr ${w(rm(word))}, ${t}, ${base(word)}`;
}

function compareAndSwap(word: number): string {
  return `cas${compareOrder(word)}t ${x(rm(word))}, ${x(rd(word))}, ${base(word)}`;
}

function swapPair(name: string, word: number): string | undefined {
  const s = rm(word);
  const t = rd(word);
  if (((s | t) & 1) === 1) return undefined;
  return `${name} ${x(s)}, ${x(s + 1)}, ${x(t)}, ${x(t + 1)}, ${base(word)}`;
}

const UNPRIVILEGED = ['add', 'clr', '', 'set'];

function unprivileged(word: number): string | undefined {
  const name = UNPRIVILEGED[field(word, 12, 3)] ?? '';
  const sf = bit(word, 30);
  if (name === '') return undefined;
  const source = `${name}${order(word)} ${gpr(sf, rm(word))}`;
  if (rd(word) === 31 && bit(word, 23) === 0) return `stt${source}, ${base(word)}`;
  return `ldt${source}, ${gpr(sf, rd(word))}, ${base(word)}`;
}

function checked(name: string): Text {
  return (word) => `${softened(word)}${name}${order(word)} ${x(rm(word))}, ${x(rd(word))}, ${base(word)}`;
}

function checkedPair(name: string): Text {
  return (word) => {
    if (rd(word) === 31 || rm(word) === 31) return undefined;
    return `${softened(word)}${name}p${order(word)} ${x(rd(word))}, ${x(rm(word))}, ${base(word)}`;
  };
}

const FLOATING = ['add', '', '', '', 'max', 'min', 'maxnm', 'minnm'];

/** Size 0 stands for BFloat16, held in a half register. */
function floating(word: number): string | undefined {
  const name = FLOATING[field(word, 12, 3)] ?? '';
  if (name === '') return undefined;
  const size = field(word, 30, 2);
  const letter = 'hhsd'[size] ?? '';
  const full = `${size === 0 ? 'bf' : 'f'}${name}${order(word)} ${scalar(letter, rm(word))}`;
  if (bit(word, 15) === 0) return `ld${full}, ${scalar(letter, rd(word))}, ${base(word)}`;
  return rd(word) === 31 && bit(word, 23) === 0 ? `st${full}, ${base(word)}` : undefined;
}

function orderedPair(word: number): string {
  const sf = bit(word, 30);
  const both = `${gpr(sf, rd(word))}, ${gpr(sf, rm(word))}`;
  const load = bit(word, 22) === 1;
  const name = load ? 'ldiapp' : 'stilp';
  if (bit(word, 12) === 1) return `${name} ${both}, ${base(word)}`;
  const bytes = 8 << sf;
  return `${name} ${both}, ${load ? `${base(word)}, #${bytes}` : `[${xSp(rn(word))}, #-${bytes}]!`}`;
}

function vectorUnscaled(word: number): string | undefined {
  const scale = field(word, 30, 2) + bit(word, 23) * 4;
  if (scale > 4) return undefined;
  const name = bit(word, 22) === 1 ? 'ldapur' : 'stlur';
  return `${name} ${scalar('bhsdq'[scale] ?? '', rd(word))}, ${offset(rn(word), signedField(word, 12, 9))}`;
}

function pairOf(name: string): Text {
  return (word) => `${name} ${x(rd(word))}, ${x(rm(word))}, ${base(word)}`;
}
