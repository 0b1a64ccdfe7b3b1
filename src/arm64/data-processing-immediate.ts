/**
 * Data processing with an immediate (Arm ARM C4.1, op0 = 100x): addresses relative to the program
 * counter, addition, logic, wide moves, bit fields, extract. A preferred alias is written whenever
 * LLVM writes it.
 *
 * @module
 */

import { bitmask, isWideMove } from './bitmask.ts';
import { bit, field, gpr, gprSp, ra, rd, rm, rn, signedField, target, w, x } from './operands.ts';
import { row, type Row } from './row.ts';

export const DATA_PROCESSING_IMMEDIATE: readonly Row[] = [
  row('0 ii 10000 iiiiiiiiiiiiiiiiiii ddddd', 'integer', (word, address) => {
    return `adr ${x(rd(word))}, ${target(pcRelative(word), address)}`;
  }),
  row('1 ii 10000 iiiiiiiiiiiiiiiiiii ddddd', 'integer', (word, address) => {
    const page = address === undefined ? undefined : address - (address % 4096);
    return `adrp ${x(rd(word))}, ${target(pcRelative(word) * 4096, page)}`;
  }),
  row('s o S 100010 h iiiiiiiiiiii nnnnn ddddd', 'integer', addSubtract),
  row('1 0 0 100011 0 iiiiii oo iiii nnnnn ddddd', 'integer', (word) => tagged('addg', word), 'mte'),
  row('1 1 0 100011 0 iiiiii oo iiii nnnnn ddddd', 'integer', (word) => tagged('subg', word), 'mte'),
  row('s oo 100100 N rrrrrr ssssss nnnnn ddddd', 'integer', logical),
  row('s oo 100101 hh iiiiiiiiiiiiiiii ddddd', 'integer', wideMove),
  row('s oo 100110 N rrrrrr ssssss nnnnn ddddd', 'integer', bitField),
  row(
    '1 11 100111 0 k iiiiiiiiiiiiiiii 11111',
    'integer',
    (word, address) => {
      return `auti${'ab'[bit(word, 21)]}sppc ${target(field(word, 5, 16) * -4, address)}`;
    },
    'pauth_lr',
  ),
  row('s 00 100111 N 0 mmmmm ssssss nnnnn ddddd', 'integer', extract),
];

const pcRelative = (word: number): number => signedField(word, 5, 19) * 4 + field(word, 29, 2);

function addSubtract(word: number): string {
  const sf = bit(word, 31);
  const flags = bit(word, 29);
  const subtract = bit(word, 30);
  const immediate = field(word, 10, 12);
  const shift = bit(word, 22);
  const d = rd(word);
  const n = rn(word);
  const tail = `#${immediate}${shift === 0 ? '' : ', lsl #12'}`;
  if (flags === 1 && d === 31) return `${subtract === 0 ? 'cmn' : 'cmp'} ${gprSp(sf, n)}, ${tail}`;
  if (flags === 0 && subtract === 0 && immediate === 0 && shift === 0 && (d === 31 || n === 31)) {
    return `mov ${gprSp(sf, d)}, ${gprSp(sf, n)}`;
  }
  const name = (subtract === 0 ? 'add' : 'sub') + (flags === 0 ? '' : 's');
  return `${name} ${flags === 0 ? gprSp(sf, d) : gpr(sf, d)}, ${gprSp(sf, n)}, ${tail}`;
}

function tagged(name: string, word: number): string {
  return `${name} ${gprSp(1, rd(word))}, ${gprSp(1, rn(word))}, #${field(word, 16, 6) * 16}, #${field(word, 10, 4)}`;
}

function logical(word: number): string | undefined {
  const sf = bit(word, 31);
  const operation = field(word, 29, 2);
  const value = bitmask(sf, bit(word, 22), field(word, 16, 6), field(word, 10, 6));
  if (value === undefined) return undefined;
  const d = rd(word);
  const n = rn(word);
  const text = `#0x${value.toString(16)}`;
  if (operation === 3 && d === 31) return `tst ${gpr(sf, n)}, ${text}`;
  if (operation === 1 && n === 31 && !isWideMove(value, sf)) {
    return `mov ${gprSp(sf, d)}, #${BigInt.asIntN(sf === 0 ? 32 : 64, value)}`;
  }
  const name = ['and', 'orr', 'eor', 'ands'][operation];
  return `${name} ${operation === 3 ? gpr(sf, d) : gprSp(sf, d)}, ${gpr(sf, n)}, ${text}`;
}

function wideMove(word: number): string | undefined {
  const sf = bit(word, 31);
  const operation = field(word, 29, 2);
  const half = field(word, 21, 2);
  if (operation === 1 || (sf === 0 && half > 1)) return undefined;
  const immediate = field(word, 5, 16);
  const d = gpr(sf, rd(word));
  const shifted = `${d}, #${immediate}${half === 0 ? '' : `, lsl #${half * 16}`}`;
  if (operation === 3) return `movk ${shifted}`;
  if (immediate === 0 && half !== 0) return `${operation === 0 ? 'movn' : 'movz'} ${shifted}`;
  const width = sf === 0 ? 32 : 64;
  if (operation === 0) {
    if (sf === 0 && immediate === 0xffff) return `movn ${shifted}`;
    return `mov ${d}, #${movedValue(~(BigInt(immediate) << BigInt(half * 16)), width)}`;
  }
  return `mov ${d}, #${movedValue(BigInt(immediate) << BigInt(half * 16), width)}`;
}

const movedValue = (value: bigint, width: number): bigint => BigInt.asIntN(width, value);

function bitField(word: number): string | undefined {
  const sf = bit(word, 31);
  const operation = field(word, 29, 2);
  const immr = field(word, 16, 6);
  const imms = field(word, 10, 6);
  if (operation === 3 || bit(word, 22) !== sf || (sf === 0 && (immr > 31 || imms > 31))) return undefined;
  const top = sf === 0 ? 31 : 63;
  const d = gpr(sf, rd(word));
  const n = gpr(sf, rn(word));
  if (operation === 1) {
    const lsb = (top + 1 - immr) % (top + 1);
    if (rn(word) === 31 && (imms < immr || immr === 0)) return `bfc ${d}, #${lsb}, #${imms + 1}`;
    if (imms < immr) return `bfi ${d}, ${n}, #${lsb}, #${imms + 1}`;
    return `bfxil ${d}, ${n}, #${immr}, #${imms - immr + 1}`;
  }
  const u = operation === 2;
  if (u && imms !== top && imms + 1 === immr) return `lsl ${d}, ${n}, #${top - imms}`;
  if (imms === top) return `${u ? 'lsr' : 'asr'} ${d}, ${n}, #${immr}`;
  const narrow = immr === 0 ? { 7: 'b', 15: 'h', 31: 'w' }[imms] : undefined;
  if (narrow !== undefined && (u ? sf === 0 && narrow !== 'w' : narrow !== 'w' || sf === 1)) {
    return `${u ? 'u' : 's'}xt${narrow} ${d}, ${w(rn(word))}`;
  }
  const prefix = u ? 'ubf' : 'sbf';
  if (imms < immr) return `${prefix}iz ${d}, ${n}, #${top + 1 - immr}, #${imms + 1}`;
  return `${prefix}x ${d}, ${n}, #${immr}, #${imms - immr + 1}`;
}

function extract(word: number): string | undefined {
  const sf = bit(word, 31);
  const lsb = ra(word) | (bit(word, 15) << 5);
  if (bit(word, 22) !== sf || (sf === 0 && lsb > 31)) return undefined;
  const d = gpr(sf, rd(word));
  const n = gpr(sf, rn(word));
  if (rn(word) === rm(word)) return `ror ${d}, ${n}, #${lsb}`;
  return `extr ${d}, ${n}, ${gpr(sf, rm(word))}, #${lsb}`;
}
