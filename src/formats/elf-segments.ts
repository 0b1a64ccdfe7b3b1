/**
 * The program headers of an ELF file: what the kernel maps, and where the loader finds the
 * dynamic section, the notes and its own path.
 *
 * Source: System V gABI, chapter 5.
 *
 * @module
 */

import { View } from '../bytes/view.ts';
import type { ElfHeader, Range } from './elf.ts';
import type { MappedRange } from './memory-map.ts';

export interface ElfSegment extends Range {
  /** p_type: 1 load, 2 dynamic, 3 interpreter, 4 note. */
  readonly type: number;
  /** 1 execute, 2 write, 4 read. */
  readonly flags: number;
  readonly address: number;
  readonly memorySizeBytes: number;
  readonly align: number;
}

export const PT_LOAD = 1;
export const PT_DYNAMIC = 2;
export const PT_INTERP = 3;
export const PT_NOTE = 4;

/** `bytes` is the range `programTable` of the header. */
export function elfSegments(name: string, header: ElfHeader, bytes: Uint8Array): ElfSegment[] {
  const { is64, endian, programTable } = header;
  const view = new View(`${name} › program headers`, bytes, endian);
  const { count, entrySize } = programTable;
  if (count > 0 && entrySize < (is64 ? 56 : 32))
    throw view.error(`entries of ${entrySize} bytes are too small`, 0);
  return Array.from({ length: count }, (_, index) => {
    const entry = view.slice(`segment ${index}`, index * entrySize, is64 ? 56 : 32);
    const [flagsAt, places] = is64 ? [4, [8, 16, 32, 40, 48]] : [24, [4, 8, 16, 20, 28]];
    const [offset = 0, address = 0, sizeBytes = 0, memorySizeBytes = 0, align = 0] = places.map((at) =>
      is64 ? Number(entry.u64(at)) : entry.u32(at),
    );
    return {
      type: entry.u32(0),
      flags: entry.u32(flagsAt),
      offset,
      address,
      sizeBytes,
      memorySizeBytes,
      align,
    };
  });
}

export function mappedSegments(segments: readonly ElfSegment[]): MappedRange[] {
  return segments
    .filter(({ type, sizeBytes }) => type === PT_LOAD && sizeBytes > 0)
    .map(({ address, offset, sizeBytes, flags }) => ({
      address,
      offset,
      sizeBytes,
      isWritable: (flags & 2) !== 0,
      isExecutable: (flags & 1) !== 0,
    }));
}
