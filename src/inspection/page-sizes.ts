/**
 * On which page sizes a file loads. The kernel maps whole pages, so address and file offset of a
 * segment must agree modulo the page, and two segments with different rights must not share one:
 * the later mapping would take the earlier one's rights.
 *
 * Source: Linux fs/binfmt_elf.c (elf_map), glibc elf/dl-load.c ("ELF load command address/offset not page-aligned").
 *
 * @module
 */

import type { BinarySlice } from '../evidence/binary/binary-identity.ts';

const PAGE_SIZES = [4096, 16_384, 65_536] as const;

interface Segment {
  readonly address: number;
  readonly offset: number;
  readonly memorySizeBytes: number;
  readonly rights: string;
}

export function pageSizesOf({ elf, macho, pe }: BinarySlice): number[] {
  // Windows on arm64 has pages of 4 KiB only, and its loader asks for that much alignment.
  if (pe) return [4096];
  const segments = [
    ...(elf?.loads ?? []).map(({ address, offset, memorySizeBytes, flags }) => ({
      address,
      offset,
      memorySizeBytes,
      rights: String(flags),
    })),
    ...(macho?.segments ?? [])
      .filter(({ name }) => name !== '__PAGEZERO')
      .map(({ address, offset, memorySizeBytes, protection }) => ({
        address,
        offset,
        memorySizeBytes,
        rights: String(protection),
      })),
  ].filter(({ memorySizeBytes }) => memorySizeBytes > 0);
  return segments.length === 0 ? [] : PAGE_SIZES.filter((size) => loadsOn(segments, size));
}

function loadsOn(segments: readonly Segment[], size: number): boolean {
  const sorted = segments.toSorted((one, other) => one.address - other.address);
  return sorted.every((segment, index) => {
    if ((segment.address - segment.offset) % size !== 0) return false;
    const next = sorted[index + 1];
    if (next === undefined || next.rights === segment.rights) return true;
    return Math.ceil((segment.address + segment.memorySizeBytes) / size) <= Math.floor(next.address / size);
  });
}
