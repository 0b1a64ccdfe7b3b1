/**
 * Loads and stores of SIMD structures (Arm ARM C4.1: multiple structures, single structure, each with
 * post-index), one to four registers at a time.
 *
 * @module
 */

import { bit, field, rd, rm, rn, v, x, xSp } from './operands.ts';
import { row, type Row } from './row.ts';
import { arrangement } from './simd-three-same.ts';

export const SIMD_LOADS_STORES: readonly Row[] = [
  row('0 Q 0011000 L 000000 oooo zz nnnnn ttttt', 'load-store', multiple),
  row('0 Q 0011001 L 0 mmmmm oooo zz nnnnn ttttt', 'load-store', multiple),
  row('0 Q 0011010 L 0 00001 100 0 01 nnnnn ttttt', 'atomic', orderedLane, 'lrcpc3'),
  row('0 Q 0011010 L R 00000 ooo S zz nnnnn ttttt', 'load-store', single),
  row('0 Q 0011011 L R mmmmm ooo S zz nnnnn ttttt', 'load-store', single),
];

/** By opcode: how many structure elements, how many registers. */
const MULTIPLE: Readonly<Record<number, readonly [elements: number, registers: number]>> = {
  0: [4, 4],
  2: [1, 4],
  4: [3, 3],
  6: [1, 3],
  7: [1, 1],
  8: [2, 2],
  10: [1, 2],
};

export function registerList(first: number, count: number, suffix: string): string {
  let names = `${v(first)}.${suffix}`;
  for (let n = 1; n < count; n += 1) names += `, ${v((first + n) & 31)}.${suffix}`;
  return `{ ${names} }`;
}

function address(word: number, bytes: number): string {
  const base = `[${xSp(rn(word))}]`;
  if (bit(word, 23) === 0) return base;
  return `${base}, ${rm(word) === 31 ? `#${bytes}` : x(rm(word))}`;
}

const verb = (word: number): string => (bit(word, 22) === 1 ? 'ld' : 'st');

function multiple(word: number): string | undefined {
  const kind = MULTIPLE[field(word, 12, 4)];
  const size = field(word, 10, 2);
  const q = bit(word, 30);
  if (kind === undefined) return undefined;
  const [elements, registers] = kind;
  if (size === 3 && q === 0 && elements > 1) return undefined;
  const list = registerList(rd(word), registers, arrangement(size, q));
  return `${verb(word)}${elements} ${list}, ${address(word, registers * (q === 0 ? 8 : 16))}`;
}

/** `ldap1` and `stl1`: one 64-bit lane with acquire or release order (FEAT_LRCPC3). */
function orderedLane(word: number): string {
  const name = bit(word, 22) === 1 ? 'ldap1' : 'stl1';
  return `${name} ${registerList(rd(word), 1, 'd')}[${bit(word, 30)}], ${address(word, 0)}`;
}

function single(word: number): string | undefined {
  const elements = bit(word, 13) * 2 + bit(word, 21) + 1;
  const scale = field(word, 14, 2);
  const size = field(word, 10, 2);
  const q = bit(word, 30);
  const s = bit(word, 12);
  if (scale === 3) {
    if (bit(word, 22) === 0 || s === 1) return undefined;
    const list = registerList(rd(word), elements, arrangement(size, q));
    return `ld${elements}r ${list}, ${address(word, elements << size)}`;
  }
  const lane = (q * 2 + s) * 4 + size;
  let element = scale;
  if (scale === 1 && (size & 1) === 1) return undefined;
  if (scale === 2) {
    if (size > 1 || (size === 1 && s === 1)) return undefined;
    element += size;
  }
  const list = registerList(rd(word), elements, 'bhsd'[element] ?? '');
  return `${verb(word)}${elements} ${list}[${lane >> element}], ${address(word, elements << element)}`;
}
