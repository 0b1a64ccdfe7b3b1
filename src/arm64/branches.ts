/**
 * Branches and exception generation (Arm ARM C4.1, op0 = 101x), with the authenticated branches of
 * pointer authentication and compare-and-branch of FEAT_CMPBR.
 *
 * @module
 */

import { bit, condition, field, gpr, rd, rm, rn, signedField, target, x, xSp } from './operands.ts';
import { row, type Row, type Text } from './row.ts';

export const BRANCHES: readonly Row[] = [
  row('0 00101 iiiiiiiiiiiiiiiiiiiiiiiiii', 'branch', far('b')),
  row('1 00101 iiiiiiiiiiiiiiiiiiiiiiiiii', 'branch', far('bl')),
  row('0101010 0 iiiiiiiiiiiiiiiiiii 0 cccc', 'branch', conditional('b')),
  row('0101010 0 iiiiiiiiiiiiiiiiiii 1 cccc', 'branch', conditional('bc'), 'hbc'),
  row('s 011010 0 iiiiiiiiiiiiiiiiiii ttttt', 'branch', compared('cbz')),
  row('s 011010 1 iiiiiiiiiiiiiiiiiii ttttt', 'branch', compared('cbnz')),
  row('s 1110100 ccc mmmmm 00 iiiiiiiii ttttt', 'branch', comparedWith(''), 'cmpbr'),
  row('0 1110100 ccc mmmmm 10 iiiiiiiii ttttt', 'branch', comparedWith('b'), 'cmpbr'),
  row('0 1110100 ccc mmmmm 11 iiiiiiiii ttttt', 'branch', comparedWith('h'), 'cmpbr'),
  row('s 1110101 ccc iiiiii 0 iiiiiiiii ttttt', 'branch', comparedWithImmediate, 'cmpbr'),
  row('b 011011 0 bbbbb iiiiiiiiiiiiii ttttt', 'branch', tested('tbz')),
  row('b 011011 1 bbbbb iiiiiiiiiiiiii ttttt', 'branch', tested('tbnz')),
  row('1101011 0000 11111 000000 nnnnn 00000', 'branch', (word) => `br ${x(rn(word))}`),
  row('1101011 0001 11111 000000 nnnnn 00000', 'branch', (word) => `blr ${x(rn(word))}`),
  row('1101011 0010 11111 000000 nnnnn 00000', 'branch', (word) => {
    return rn(word) === 30 ? 'ret' : `ret ${x(rn(word))}`;
  }),
  row('1101011 0100 11111 000000 11111 00000', 'branch', () => 'eret'),
  row('1101011 0101 11111 000000 11111 00000', 'branch', () => 'drps'),
  row(
    '1101011 0111 11111 00000 n 11111 00000',
    'branch',
    (word) => `texit${bit(word, 10) === 1 ? ' nb' : ''}`,
    'tev',
  ),
  row('1101011 z00l 11111 00001 k nnnnn mmmmm', 'branch', authenticated, 'paca'),
  row('1101011 0010 11111 00001 k 11111 11111', 'branch', keyed('reta'), 'paca'),
  row(
    '1101011 0010 11111 00001 k 11111 mmmmm',
    'branch',
    (word) => `${keyed('reta')(word, 0)}sppcr ${x(rd(word))}`,
    'pauth_lr',
  ),
  row(
    '0101010 1 00 k iiiiiiiiiiiiiiii 11111',
    'branch',
    (word, address) => `reta${'ab'[bit(word, 21)]}sppc ${target(field(word, 5, 16) * -4, address)}`,
    'pauth_lr',
  ),
  row('1101011 0100 11111 00001 k 11111 11111', 'branch', keyed('ereta'), 'paca'),
  row('11010100 000 iiiiiiiiiiiiiiii 000 01', 'system', exception('svc')),
  row('11010100 000 iiiiiiiiiiiiiiii 000 10', 'system', exception('hvc')),
  row('11010100 000 iiiiiiiiiiiiiiii 000 11', 'system', exception('smc')),
  row('11010100 001 iiiiiiiiiiiiiiii 000 00', 'system', exception('brk')),
  row('11010100 010 iiiiiiiiiiiiiiii 000 00', 'system', exception('hlt')),
  row('11010100 011 iiiiiiiiiiiiiiii 000 00', 'system', exception('tcancel'), 'tme'),
  row(
    '11010100 111 000n0 0000 iiiiiii 00000',
    'branch',
    (word) => {
      return `tenter #${field(word, 5, 7)}${bit(word, 17) === 1 ? ', nb' : ''}`;
    },
    'tev',
  ),
  row('11010100 101 iiiiiiiiiiiiiiii 000 ll', 'system', debugState),
];

function far(name: string): Text {
  return (word, address) => `${name} ${target(signedField(word, 0, 26) * 4, address)}`;
}

const near = (word: number, address: number | undefined): string =>
  target(signedField(word, 5, 19) * 4, address);

function conditional(name: string): Text {
  return (word, address) => `${name}.${condition(word)} ${near(word, address)}`;
}

function compared(name: string): Text {
  return (word, address) => `${name} ${gpr(bit(word, 31), rd(word))}, ${near(word, address)}`;
}

/** Conditions of compare-and-branch by bits 23:21, between registers and with an immediate. */
const BETWEEN_REGISTERS = ['gt', 'ge', 'hi', 'hs', '', '', 'eq', 'ne'];
const WITH_IMMEDIATE = ['gt', 'lt', 'hi', 'lo', '', '', 'eq', 'ne'];

const nearest = (word: number, address: number | undefined): string =>
  target(signedField(word, 5, 9) * 4, address);

function comparedWith(size: string): Text {
  return (word, address) => {
    const code = BETWEEN_REGISTERS[field(word, 21, 3)] ?? '';
    const sf = bit(word, 31);
    if (code === '') return undefined;
    return `cb${size}${code} ${gpr(sf, rd(word))}, ${gpr(sf, rm(word))}, ${nearest(word, address)}`;
  };
}

function comparedWithImmediate(word: number, address: number | undefined): string | undefined {
  const code = WITH_IMMEDIATE[field(word, 21, 3)] ?? '';
  if (code === '') return undefined;
  return `cb${code} ${gpr(bit(word, 31), rd(word))}, #${field(word, 15, 6)}, ${nearest(word, address)}`;
}

function tested(name: string): Text {
  return (word, address) => {
    const high = bit(word, 31);
    const position = high * 32 + field(word, 19, 5);
    return `${name} ${gpr(high, rd(word))}, #${position}, ${target(signedField(word, 5, 14) * 4, address)}`;
  };
}

function authenticated(word: number): string | undefined {
  const name = `${bit(word, 21) === 0 ? 'br' : 'blr'}a${bit(word, 10) === 0 ? 'a' : 'b'}`;
  if (bit(word, 24) === 1) return `${name} ${x(rn(word))}, ${xSp(rd(word))}`;
  return rd(word) === 31 ? `${name}z ${x(rn(word))}` : undefined;
}

function keyed(name: string): Text {
  return (word) => `${name}${bit(word, 10) === 0 ? 'a' : 'b'}`;
}

function exception(name: string): Text {
  return (word) => `${name} #${hexadecimal(field(word, 5, 16))}`;
}

function debugState(word: number): string | undefined {
  const level = field(word, 0, 2);
  const immediate = field(word, 5, 16);
  if (level === 0) return undefined;
  return `dcps${level}${immediate === 0 ? '' : ` #${hexadecimal(immediate)}`}`;
}

const hexadecimal = (value: number): string => (value === 0 ? '0' : `0x${value.toString(16)}`);
