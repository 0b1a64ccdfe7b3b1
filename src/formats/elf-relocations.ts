/**
 * Relocations that add the load address: what a pointer in a position-independent file will be.
 * With addends apart (RELA) the word itself may be zero; the other kinds keep the value in place.
 *
 * Sources: the ELF psABIs (R_*_RELATIVE).
 *
 * @module
 */

import type { Endian } from '../bytes/view.ts';

/** By e_machine: s390x, ppc64, amd64, arm64, riscv, loong64. */
const RELATIVE: Readonly<Record<number, number>> = { 22: 12, 21: 22, 62: 8, 183: 1027, 243: 3, 258: 3 };

export const RELA_SIZE = 24;

/** Calls `visit` with each place and value of a piece of a 64-bit RELA table; a trailing part is left. */
export function relativeRelocations(
  bytes: Uint8Array,
  endian: Endian,
  machine: number,
  visit: (address: number, value: number) => void,
): void {
  const type = RELATIVE[machine];
  const isLittle = endian === 'little';
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [low, high] = isLittle ? [0, 4] : [4, 0];
  for (let at = 0; at + RELA_SIZE <= bytes.length; at += RELA_SIZE) {
    if (data.getUint32(at + 8 + low, isLittle) !== type || data.getUint32(at + 8 + high, isLittle) !== 0)
      continue;
    visit(
      data.getUint32(at + low, isLittle) + data.getUint32(at + high, isLittle) * 2 ** 32,
      data.getUint32(at + 16 + low, isLittle) + data.getUint32(at + 16 + high, isLittle) * 2 ** 32,
    );
  }
}
