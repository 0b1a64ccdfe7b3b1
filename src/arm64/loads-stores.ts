/**
 * Loads and stores (Arm ARM C4.1, op0 = x1x0) of general and SIMD registers in every addressing mode,
 * pairs, literals and prefetches. Exclusive and atomic accesses are in `atomics.ts`, structures in
 * `simd-loads-stores.ts`, tags in `memory-tags.ts`.
 *
 * @module
 */

import { bit, field, ra, rd, rm, rn, scalar, signedField, target, w, x, xSp } from './operands.ts';
import { row, type Row } from './row.ts';

export const LOADS_STORES: readonly Row[] = [
  row('oo 011 0 00 iiiiiiiiiiiiiiiiiii ttttt', 'load-store', literal),
  row('oo 011 1 00 iiiiiiiiiiiiiiiiiii ttttt', 'load-store', literal),
  row('11 101 V 0mm L iiiiiii uuuuu nnnnn ttttt', 'load-store', unprivilegedPair, 'lsui'),
  row('oo 101 V 0mm L iiiiiii uuuuu nnnnn ttttt', 'load-store', pair),
  row('zz 111 V 00 oo 0 iiiiiiiii 00 nnnnn ttttt', 'load-store', (word) =>
    transfer(word, 'u', nineBits(word)),
  ),
  row('zz 111 0 00 oo 0 iiiiiiiii 10 nnnnn ttttt', 'load-store', (word) =>
    transfer(word, 't', nineBits(word)),
  ),
  row('zz 111 V 00 oo 0 iiiiiiiii 01 nnnnn ttttt', 'load-store', (word) => {
    return written(word, `[${xSp(rn(word))}], #${signedField(word, 12, 9)}`);
  }),
  row('zz 111 V 00 oo 0 iiiiiiiii 11 nnnnn ttttt', 'load-store', (word) => {
    return written(word, `[${xSp(rn(word))}, #${signedField(word, 12, 9)}]!`);
  }),
  row('11 111 0 00 10 1 mmmmm ooo S 10 nnnnn 11ooo', 'load-store', rangePrefetch),
  row('zz 111 V 00 oo 1 mmmmm ooo S 10 nnnnn ttttt', 'load-store', (word) => {
    const address = indexed(word);
    return address === undefined ? undefined : transfer(word, '', address);
  }),
  row('11 111 0 00 p S 1 iiiiiiiii w 1 nnnnn ttttt', 'load-store', authenticatedLoad, 'paca'),
  row('zz 111 V 01 oo iiiiiiiiiiii nnnnn ttttt', 'load-store', (word) => {
    return transfer(word, '', offset(rn(word), field(word, 10, 12) * (1 << scaleOf(word))));
  }),
];

/** Address text `[x1, #8]`, the offset left out when it is zero. */
export function offset(n: number, bytes: number): string {
  return bytes === 0 ? `[${xSp(n)}]` : `[${xSp(n)}, #${bytes}]`;
}

const nineBits = (word: number): string => offset(rn(word), signedField(word, 12, 9));

/** The binary logarithm of the access size: opc<1> widens the SIMD byte access to a whole register. */
const scaleOf = (word: number): number =>
  field(word, 30, 2) + (bit(word, 26) === 1 && bit(word, 23) === 1 ? 4 : 0);

/** Mnemonics by size and opc, `%` where the addressing mode puts its letter; `x` marks a 64-bit register. */
const GENERAL: readonly (readonly string[])[] = [
  ['st%rb w', 'ld%rb w', 'ld%rsb x', 'ld%rsb w'],
  ['st%rh w', 'ld%rh w', 'ld%rsh x', 'ld%rsh w'],
  ['st%r w', 'ld%r w', 'ld%rsw x', ''],
  ['st%r x', 'ld%r x', 'prf%m p', ''],
];

const UNSCALED_TEXT = new Map<string, readonly (readonly string[])[]>(
  ['', 'u', 't'].map((mode) => [
    mode,
    GENERAL.map((names) =>
      names.map((name) => (mode === 'u' && name === 'prf%m p' ? 'prfum p' : name.replace('%', mode))),
    ),
  ]),
);

function transfer(word: number, mode: '' | 'u' | 't', address: string): string | undefined {
  const operation = field(word, 22, 2);
  const t = rd(word);
  if (bit(word, 26) === 1) {
    const scale = scaleOf(word);
    if (scale > 4) return undefined;
    return `${(operation & 1) === 0 ? 'st' : 'ld'}${mode}r ${scalar('bhsdq'[scale] ?? '', t)}, ${address}`;
  }
  const name = UNSCALED_TEXT.get(mode)?.[field(word, 30, 2)]?.[operation] ?? '';
  if (name === '') return undefined;
  const kind = name.at(-1);
  if (kind === 'p') return mode === 't' ? undefined : `${name.slice(0, -1)}${prefetch(t)}, ${address}`;
  return `${name.slice(0, -1)}${kind === 'x' ? x(t) : w(t)}, ${address}`;
}

/** Pre- and post-indexed forms, which prefetches do not have. */
function written(word: number, address: string): string | undefined {
  const isPrefetch = bit(word, 26) === 0 && field(word, 30, 2) === 3 && field(word, 22, 2) === 2;
  return isPrefetch ? undefined : transfer(word, '', address);
}

function indexed(word: number): string | undefined {
  const option = field(word, 13, 3);
  if ((option & 2) === 0) return undefined;
  const shifted = bit(word, 12) === 1;
  const m = (option & 1) === 0 ? w(rm(word)) : x(rm(word));
  const amount = shifted ? ` #${scaleOf(word)}` : '';
  if (option === 3) return `[${xSp(rn(word))}, ${m}${shifted ? `, lsl${amount}` : ''}]`;
  const extension = { 2: 'uxtw', 6: 'sxtw', 7: 'sxtx' }[option];
  return `[${xSp(rn(word))}, ${m}, ${extension}${amount}]`;
}

function prefetch(operation: number): string {
  const kind = operation >> 3;
  const level = (operation >> 1) & 3;
  if (kind === 3) return `#${operation}`;
  return `p${['ld', 'li', 'st'][kind]}${['l1', 'l2', 'l3', 'slc'][level]}${(operation & 1) === 0 ? 'keep' : 'strm'}`;
}

const RANGES: Readonly<Record<number, string>> = { 0: 'pldkeep', 1: 'pstkeep', 4: 'pldstrm', 5: 'pststrm' };

function rangePrefetch(word: number): string | undefined {
  if (bit(word, 14) === 0) return undefined;
  const operation = bit(word, 15) * 32 + bit(word, 13) * 16 + bit(word, 12) * 8 + field(word, 0, 3);
  return `rprfm ${RANGES[operation] ?? `#${operation}`}, ${x(rm(word))}, [${xSp(rn(word))}]`;
}

function literal(word: number, address: number | undefined): string | undefined {
  const operation = field(word, 30, 2);
  const place = target(signedField(word, 5, 19) * 4, address);
  const t = rd(word);
  if (bit(word, 26) === 1)
    return operation === 3 ? undefined : `ldr ${scalar('sdq'[operation] ?? '', t)}, ${place}`;
  if (operation === 3) return `prfm ${prefetch(t)}, ${place}`;
  return `${operation === 2 ? 'ldrsw' : 'ldr'} ${operation === 0 ? w(t) : x(t)}, ${place}`;
}

function pair(word: number): string | undefined {
  const operation = field(word, 30, 2);
  const simd = bit(word, 26) === 1;
  const load = bit(word, 22) === 1;
  const mode = field(word, 23, 2);
  if (operation === 3 || (!simd && operation === 1 && mode === 0)) return undefined;
  const name = `${load ? 'ld' : 'st'}${mode === 0 ? 'np' : 'p'}${!simd && operation === 1 ? 'sw' : ''}`;
  const scale = simd ? 2 + operation : operation === 2 ? 3 : 2;
  const register = (n: number): string => {
    if (simd) return scalar('sdq'[operation] ?? '', n);
    return operation === 0 ? w(n) : x(n);
  };
  return `${name} ${register(rd(word))}, ${register(ra(word))}, ${pairAddress(word, scale)}`;
}

function pairAddress(word: number, scale: number): string {
  const mode = field(word, 23, 2);
  const bytes = signedField(word, 15, 7) * (1 << scale);
  if (mode === 1) return `[${xSp(rn(word))}], #${bytes}`;
  if (mode === 3) return `[${xSp(rn(word))}, #${bytes}]!`;
  return offset(rn(word), bytes);
}

/** The pairs of FEAT_LSUI, of 64-bit or whole SIMD registers. */
function unprivilegedPair(word: number): string {
  const simd = bit(word, 26) === 1;
  const name = `${bit(word, 22) === 1 ? 'ldt' : 'stt'}${field(word, 23, 2) === 0 ? 'np' : 'p'}`;
  const register = (n: number): string => (simd ? scalar('q', n) : x(n));
  return `${name} ${register(rd(word))}, ${register(ra(word))}, ${pairAddress(word, simd ? 4 : 3)}`;
}

function authenticatedLoad(word: number): string {
  const name = `ldra${bit(word, 23) === 0 ? 'a' : 'b'} ${x(rd(word))}`;
  const bytes = ((bit(word, 22) === 1 ? -512 : 0) + field(word, 12, 9)) * 8;
  if (bit(word, 11) === 1) return `${name}, [${xSp(rn(word))}, #${bytes}]!`;
  return `${name}, ${offset(rn(word), bytes)}`;
}
