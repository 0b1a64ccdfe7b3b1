/**
 * The auxiliary vector, which the kernel (or a translator in its stead) hands to every program:
 * /proc/self/auxv. Pairs of words, the last of type AT_NULL; a word is as wide as the process.
 *
 * Source: Linux include/uapi/linux/auxvec.h, getauxval(3).
 *
 * @module
 */

import { View } from '../bytes/view.ts';

const TYPES: Readonly<Record<number, keyof AuxiliaryVector>> = {
  6: 'pageSize',
  16: 'hwcap',
  26: 'hwcap2',
  33: 'vdso',
};

export interface AuxiliaryVector {
  /** AT_PAGESZ, bytes. */
  readonly pageSize?: bigint;
  readonly hwcap?: bigint;
  readonly hwcap2?: bigint;
  /** AT_SYSINFO_EHDR: where the vDSO is; qemu-user 7.2 gives none. */
  readonly vdso?: bigint;
}

/** No kernel writes more entries; a damaged file could be any length. */
const MOST_ENTRIES = 256;

/** Throws FormatError if the vector has no end. */
export function auxiliaryVector(bytes: Uint8Array, wordBits: 32 | 64): AuxiliaryVector {
  const view = new View('auxiliary vector', bytes, 'little');
  const size = wordBits / 8;
  const word = (at: number): bigint => (wordBits === 64 ? view.u64(at) : BigInt(view.u32(at)));
  const found: { -readonly [K in keyof AuxiliaryVector]: AuxiliaryVector[K] } = {};
  for (let entry = 0; entry < MOST_ENTRIES; entry += 1) {
    const type = word(entry * 2 * size);
    if (type === 0n) return found;
    const name = TYPES[Number(type)];
    if (name !== undefined) found[name] = word((entry * 2 + 1) * size);
  }
  throw view.error(`no AT_NULL among the first ${MOST_ENTRIES} entries`, 0);
}
