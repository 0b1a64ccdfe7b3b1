/**
 * Which bytes of a file lie at which virtual address: segments of ELF and Mach-O, sections of PE.
 *
 * @module
 */

import type { Range } from './elf.ts';

export interface MappedRange extends Range {
  /** Virtual address of the first byte; `sizeBytes` of them lie in the file. */
  readonly address: number;
  readonly isWritable: boolean;
  readonly isExecutable: boolean;
}

/** Where the byte at a virtual address lies; undefined if it is not in the file. */
export function offsetAt(map: readonly MappedRange[], address: number): number | undefined {
  const range = rangeAt(map, address);
  return range && range.offset + (address - range.address);
}

/** The range that an address lies in. */
export function rangeAt(map: readonly MappedRange[], address: number): MappedRange | undefined {
  return map.find((one) => address >= one.address && address < one.address + one.sizeBytes);
}
