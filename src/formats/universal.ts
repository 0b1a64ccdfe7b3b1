/**
 * The table of slices at the start of a universal Mach-O file. Every slice is a Mach-O of its own,
 * and what the table says of it is a second witness to its architecture.
 *
 * Source: Apple mach-o/fat.h.
 *
 * @module
 */

import { View } from '../bytes/view.ts';
import { machArchitecture } from './container.ts';
import type { Range } from './elf.ts';

export interface UniversalSlice extends Range {
  /** As the table says. */
  readonly architecture: string;
  /** Where the table says it. */
  readonly entryOffset: number;
}

/** Slices in the order of the table, from the first bytes of the file; undefined if it is not one. */
export function universalSlices(name: string, bytes: Uint8Array): UniversalSlice[] | undefined {
  const view = new View(`${name} › fat header`, bytes, 'big');
  const magic = view.u32(0);
  if (magic !== 0xcafebabe && magic !== 0xcafebabf) return undefined;
  const is64 = magic === 0xcafebabf;
  const size = is64 ? 32 : 20;
  const count = view.u32(4);
  if (count > 40) return undefined; // a Java class file has its version here
  return Array.from({ length: count }, (_, index) => {
    const entryOffset = 8 + index * size;
    const entry = view.slice(`slice ${index}`, entryOffset, size);
    return {
      architecture: machArchitecture(entry.u32(0)),
      entryOffset,
      offset: is64 ? entry.length64(8) : entry.u32(8),
      sizeBytes: is64 ? entry.length64(16) : entry.u32(12),
    };
  });
}

/** Pairs of slices that share bytes, by index. */
export function overlaps(slices: readonly Range[]): [number, number][] {
  return slices.flatMap((one, index) =>
    slices.flatMap((other, second): [number, number][] =>
      second > index &&
      one.offset < other.offset + other.sizeBytes &&
      other.offset < one.offset + one.sizeBytes
        ? [[index, second]]
        : [],
    ),
  );
}
