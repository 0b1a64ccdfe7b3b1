/**
 * Data processing between registers (Arm ARM C4.1, op0 = x101): logic, addition, conditional compare
 * and select, multiplication, one- and two-source operations with CRC-32, pointer authentication,
 * tag arithmetic and CSSC.
 *
 * @module
 */

import { bit, condition, CONDITIONS, field, gpr, gprSp, ra, rd, rm, rn, w, x, xSp } from './operands.ts';
import { row, type Row } from './row.ts';

export const DATA_PROCESSING_REGISTER: readonly Row[] = [
  row('s oo 01010 tt N mmmmm iiiiii nnnnn ddddd', 'integer', logical),
  row('s o S 01011 tt 0 mmmmm iiiiii nnnnn ddddd', 'integer', shifted),
  row('s o S 01011 00 1 mmmmm ooo iii nnnnn ddddd', 'integer', extended),
  row('s o S 11010000 mmmmm 000000 nnnnn ddddd', 'integer', carried),
  row(
    '1 0 1 11010000 iiiiii 00001 nnnnn 0 mmmm',
    'integer',
    (word) => {
      return `rmif ${x(rn(word))}, #${field(word, 15, 6)}, #${word & 15}`;
    },
    'flagm',
  ),
  row('1 o 0 11010000 mmmmm 001 iii nnnnn ddddd', 'integer', pointerArithmetic, 'cpa'),
  row('0 0 1 11010000 000000 0 0010 nnnnn 01101', 'integer', (word) => `setf8 ${w(rn(word))}`, 'flagm'),
  row('0 0 1 11010000 000000 1 0010 nnnnn 01101', 'integer', (word) => `setf16 ${w(rn(word))}`, 'flagm'),
  row('s o 1 11010010 mmmmm cccc i 0 nnnnn 0 ffff', 'integer', conditionalCompare),
  row('s o 0 11010100 mmmmm cccc 0 o nnnnn ddddd', 'integer', select),
  row('s 00 11011 000 mmmmm o aaaaa nnnnn ddddd', 'integer', multiply),
  row(
    '1 00 11011 011 mmmmm o aaaaa nnnnn ddddd',
    'integer',
    (word) => `${bit(word, 15) === 1 ? 'msubpt' : 'maddpt'} ${three(word, 1)}, ${x(ra(word))}`,
    'cpa',
  ),
  row('1 00 11011 u 01 mmmmm o aaaaa nnnnn ddddd', 'integer', multiplyLong),
  row('1 00 11011 u 10 mmmmm 0 aaaaa nnnnn ddddd', 'integer', (word) => {
    return `${bit(word, 23) === 1 ? 'u' : 's'}mulh ${three(word, 1)}`;
  }),
  row('s 00 11010110 mmmmm 0010 oo nnnnn ddddd', 'integer', (word) => {
    return `${['lsl', 'lsr', 'asr', 'ror'][field(word, 10, 2)]} ${three(word, bit(word, 31))}`;
  }),
  row('s 00 11010110 mmmmm 0000 10 nnnnn ddddd', 'integer', (word) => `udiv ${three(word, bit(word, 31))}`),
  row('s 00 11010110 mmmmm 0000 11 nnnnn ddddd', 'integer', (word) => `sdiv ${three(word, bit(word, 31))}`),
  row('s 00 11010110 mmmmm 010 C zz nnnnn ddddd', 'crc', checksum, 'crc'),
  row(
    's 00 11010110 mmmmm 0110 uo nnnnn ddddd',
    'integer',
    (word) => {
      return `${EXTREMES[field(word, 10, 2)]} ${three(word, bit(word, 31))}`;
    },
    'cssc',
  ),
  row('s 00 1000111 00 oo iiiiiiii nnnnn ddddd', 'integer', extreme, 'cssc'),
  row(
    '1 00 11010110 mmmmm 001100 nnnnn ddddd',
    'integer',
    (word) => {
      return `pacga ${x(rd(word))}, ${x(rn(word))}, ${xSp(rm(word))}`;
    },
    'paca',
  ),
  row('1 0 S 11010110 mmmmm 000000 nnnnn ddddd', 'integer', tagDifference, 'mte'),
  row(
    '1 00 11010110 mmmmm 000100 nnnnn ddddd',
    'integer',
    (word) => {
      const m = rm(word) === 31 ? '' : `, ${x(rm(word))}`;
      return `irg ${xSp(rd(word))}, ${xSp(rn(word))}${m}`;
    },
    'mte',
  ),
  row(
    '1 00 11010110 mmmmm 000101 nnnnn ddddd',
    'integer',
    (word) => {
      return `gmi ${x(rd(word))}, ${xSp(rn(word))}, ${x(rm(word))}`;
    },
    'mte',
  ),
  row('s 10 11010110 00000 000 ooo nnnnn ddddd', 'integer', oneSource, (word) => {
    return field(word, 10, 3) > 5 ? 'cssc' : undefined;
  }),
  row('s 10 11010110 00000 001000 nnnnn ddddd', 'integer', (word) => two('abs', word), 'cssc'),
  row('1 10 11010110 00001 00 Z ooo nnnnn ddddd', 'integer', authenticate, 'paca'),
  row('1 10 11010110 00001 100 0oo 11111 11110', 'integer', authenticateReturn, 'pauth_lr'),
  row('1 10 11010110 00001 101 ooo 11111 11110', 'integer', authenticateReturn, 'pauth_lr'),
  row(
    '1 10 11010110 00001 10010 k nnnnn 11110',
    'integer',
    (word) => `auti${'ab'[bit(word, 10)]}sppcr ${x(rn(word))}`,
    'pauth_lr',
  ),
  row('1 10 11010110 00001 010000 11111 ddddd', 'integer', (word) => `xpaci ${x(rd(word))}`, 'paca'),
  row('1 10 11010110 00001 010001 11111 ddddd', 'integer', (word) => `xpacd ${x(rd(word))}`, 'paca'),
];

const SHIFTS = ['lsl', 'lsr', 'asr', 'ror'];
const EXTENSIONS = ['uxtb', 'uxth', 'uxtw', 'uxtx', 'sxtb', 'sxth', 'sxtw', 'sxtx'];
const EXTREMES = ['smax', 'umax', 'smin', 'umin'];

const two = (name: string, word: number): string =>
  `${name} ${gpr(bit(word, 31), rd(word))}, ${gpr(bit(word, 31), rn(word))}`;

const three = (word: number, sf: number): string =>
  `${gpr(sf, rd(word))}, ${gpr(sf, rn(word))}, ${gpr(sf, rm(word))}`;

/** The last operand, shifted; undefined when a 32-bit register would be shifted by more than 31. */
function shiftedOperand(word: number): string | undefined {
  const sf = bit(word, 31);
  const amount = field(word, 10, 6);
  const kind = field(word, 22, 2);
  if (sf === 0 && amount > 31) return undefined;
  const m = gpr(sf, rm(word));
  return kind === 0 && amount === 0 ? m : `${m}, ${SHIFTS[kind]} #${amount}`;
}

const LOGICAL = ['and', 'bic', 'orr', 'orn', 'eor', 'eon', 'ands', 'bics'];

function logical(word: number): string | undefined {
  const sf = bit(word, 31);
  const operation = field(word, 29, 2) * 2 + bit(word, 21);
  const m = shiftedOperand(word);
  if (m === undefined) return undefined;
  const d = gpr(sf, rd(word));
  const n = gpr(sf, rn(word));
  if (operation === 6 && rd(word) === 31) return `tst ${n}, ${m}`;
  if (rn(word) === 31 && operation === 3) return `mvn ${d}, ${m}`;
  if (rn(word) === 31 && operation === 2 && !m.includes(',')) return `mov ${d}, ${m}`;
  return `${LOGICAL[operation]} ${d}, ${n}, ${m}`;
}

function shifted(word: number): string | undefined {
  const sf = bit(word, 31);
  const m = shiftedOperand(word);
  if (m === undefined || field(word, 22, 2) === 3) return undefined;
  const flags = bit(word, 29) === 1 ? 's' : '';
  const subtract = bit(word, 30) === 1;
  const d = gpr(sf, rd(word));
  const n = gpr(sf, rn(word));
  if (flags !== '' && rd(word) === 31) return `${subtract ? 'cmp' : 'cmn'} ${n}, ${m}`;
  if (subtract && rn(word) === 31) return `neg${flags} ${d}, ${m}`;
  return `${subtract ? 'sub' : 'add'}${flags} ${d}, ${n}, ${m}`;
}

function extended(word: number): string | undefined {
  const sf = bit(word, 31);
  const amount = field(word, 10, 3);
  if (amount > 4) return undefined;
  const option = field(word, 13, 3);
  const flags = bit(word, 29);
  const subtract = bit(word, 30) === 1;
  const d = rd(word);
  const stack = rn(word) === 31 || (d === 31 && flags === 0);
  const plain = stack && option === (sf === 0 ? 2 : 3);
  const m = sf === 1 && (option & 3) === 3 ? x(rm(word)) : w(rm(word));
  const by = amount === 0 ? '' : ` #${amount}`;
  const extension = plain ? (amount === 0 ? '' : `, lsl${by}`) : `, ${EXTENSIONS[option]}${by}`;
  const tail = `${gprSp(sf, rn(word))}, ${m}${extension}`;
  if (flags === 1 && d === 31) return `${subtract ? 'cmp' : 'cmn'} ${tail}`;
  if (flags === 1) return `${subtract ? 'subs' : 'adds'} ${gpr(sf, d)}, ${tail}`;
  return `${subtract ? 'sub' : 'add'} ${gprSp(sf, d)}, ${tail}`;
}

function carried(word: number): string {
  const sf = bit(word, 31);
  const subtract = bit(word, 30) === 1;
  const flags = bit(word, 29) === 1 ? 's' : '';
  if (subtract && rn(word) === 31) return `ngc${flags} ${gpr(sf, rd(word))}, ${gpr(sf, rm(word))}`;
  return `${subtract ? 'sbc' : 'adc'}${flags} ${three(word, sf)}`;
}

function pointerArithmetic(word: number): string {
  const amount = field(word, 10, 3);
  const name = bit(word, 30) === 1 ? 'subpt' : 'addpt';
  const shift = amount === 0 ? '' : `, lsl #${amount}`;
  return `${name} ${xSp(rd(word))}, ${xSp(rn(word))}, ${x(rm(word))}${shift}`;
}

function conditionalCompare(word: number): string {
  const sf = bit(word, 31);
  const second = bit(word, 11) === 1 ? `#${rm(word)}` : gpr(sf, rm(word));
  const name = bit(word, 30) === 1 ? 'ccmp' : 'ccmn';
  return `${name} ${gpr(sf, rn(word))}, ${second}, #${word & 15}, ${condition(word >>> 12)}`;
}

function select(word: number): string {
  const sf = bit(word, 31);
  const operation = bit(word, 30) * 2 + bit(word, 10);
  const code = field(word, 12, 4);
  const d = gpr(sf, rd(word));
  const n = rn(word);
  const inverted = CONDITIONS[code ^ 1];
  if (operation !== 0 && code < 14 && n === rm(word)) {
    if (n === 31 && operation < 3) return `${operation === 1 ? 'cset' : 'csetm'} ${d}, ${inverted}`;
    return `${['', 'cinc', 'cinv', 'cneg'][operation]} ${d}, ${gpr(sf, n)}, ${inverted}`;
  }
  return `${['csel', 'csinc', 'csinv', 'csneg'][operation]} ${three(word, sf)}, ${condition(code)}`;
}

function multiply(word: number): string {
  const sf = bit(word, 31);
  const subtract = bit(word, 15) === 1;
  if (ra(word) === 31) return `${subtract ? 'mneg' : 'mul'} ${three(word, sf)}`;
  return `${subtract ? 'msub' : 'madd'} ${three(word, sf)}, ${gpr(sf, ra(word))}`;
}

function multiplyLong(word: number): string {
  const sign = bit(word, 23) === 1 ? 'u' : 's';
  const subtract = bit(word, 15) === 1;
  const operands = `${x(rd(word))}, ${w(rn(word))}, ${w(rm(word))}`;
  if (ra(word) === 31) return `${sign}${subtract ? 'mnegl' : 'mull'} ${operands}`;
  return `${sign}${subtract ? 'msubl' : 'maddl'} ${operands}, ${x(ra(word))}`;
}

function checksum(word: number): string | undefined {
  const size = field(word, 10, 2);
  if ((size === 3) !== (bit(word, 31) === 1)) return undefined;
  const name = `crc32${bit(word, 12) === 1 ? 'c' : ''}${'bhwx'[size]}`;
  return `${name} ${w(rd(word))}, ${w(rn(word))}, ${gpr(bit(word, 31), rm(word))}`;
}

function extreme(word: number): string {
  const operation = field(word, 18, 2);
  const immediate = (operation & 1) === 0 ? (field(word, 10, 8) << 24) >> 24 : field(word, 10, 8);
  return `${two(EXTREMES[operation] ?? '', word)}, #${immediate}`;
}

function tagDifference(word: number): string {
  const n = xSp(rn(word));
  const m = xSp(rm(word));
  if (bit(word, 29) === 0) return `subp ${x(rd(word))}, ${n}, ${m}`;
  return `subps ${x(rd(word))}, ${n}, ${m}`;
}

function oneSource(word: number): string | undefined {
  const operation = field(word, 10, 3);
  const sf = bit(word, 31);
  if (sf === 0 && operation === 3) return undefined;
  const names = ['rbit', 'rev16', sf === 0 ? 'rev' : 'rev32', 'rev', 'clz', 'cls', 'ctz', 'cnt'];
  return two(names[operation] ?? '', word);
}

const RETURN_AUTHENTICATIONS: Readonly<Record<number, string>> = {
  32: 'pacnbiasppc',
  33: 'pacnbibsppc',
  34: 'pacia171615',
  35: 'pacib171615',
  40: 'paciasppc',
  41: 'pacibsppc',
  46: 'autia171615',
  47: 'autib171615',
};

function authenticateReturn(word: number): string | undefined {
  return RETURN_AUTHENTICATIONS[field(word, 10, 6)];
}

const AUTHENTICATIONS = ['pacia', 'pacib', 'pacda', 'pacdb', 'autia', 'autib', 'autda', 'autdb'];

function authenticate(word: number): string | undefined {
  const name = AUTHENTICATIONS[field(word, 10, 3)] ?? '';
  if (bit(word, 13) === 0) return `${name} ${x(rd(word))}, ${xSp(rn(word))}`;
  return rn(word) === 31 ? `${name.slice(0, 3)}${name[3]}z${name[4]} ${x(rd(word))}` : undefined;
}
