/**
 * Pointers of a Mach-O file whose linker wrote LC_DYLD_CHAINED_FIXUPS: each word holds where it
 * points and how far the next such word is, so the file has to be walked to be read.
 *
 * Source: Apple mach-o/fixup-chains.h.
 *
 * @module
 */

import { View } from '../bytes/view.ts';

export interface ChainedSegment {
  readonly pageSize: number;
  readonly format: number;
  /** Of the segment in memory, from the image's base. */
  readonly offset: number;
  /** Of the first word in each page; 0xffff where there is none. */
  readonly starts: readonly number[];
}

const ARM64E: readonly number[] = [1, 9, 12];
const PTR_64 = 2;
const PTR_64_OFFSET = 6;

const NO_START = 0xffff;
const MOST_PAGES = 2 ** 20;

/** Segments with chains, from the payload of the load command. */
export function chainedSegments(name: string, bytes: Uint8Array): ChainedSegment[] {
  const view = new View(`${name} › chained fixups`, bytes, 'little');
  const at = view.u32(4);
  const count = view.u32(at);
  if (count > 1024) throw view.error(`${count} segments are too many`, at);
  const found: ChainedSegment[] = [];
  for (let index = 0; index < count; index += 1) {
    const info = view.u32(at + 4 + index * 4);
    if (info === 0) continue;
    const pages = view.u16(at + info + 20);
    if (pages > MOST_PAGES) throw view.error(`${pages} pages are too many`, at + info);
    found.push({
      pageSize: view.u16(at + info + 4),
      format: view.u16(at + info + 6),
      offset: view.length64(at + info + 8),
      starts: Array.from({ length: pages }, (_, page) => view.u16(at + info + 22 + page * 2)),
    });
  }
  return found;
}

/** Calls `visit` with each word of one page that is a pointer into the image; those bound to libraries are passed over. */
export function chainOfPage(
  { format, pageSize }: ChainedSegment,
  start: number,
  page: Uint8Array,
  base: number,
  visit: (at: number, value: number) => void,
): void {
  if (start === NO_START || start >= pageSize) return;
  const data = new DataView(page.buffer, page.byteOffset, page.byteLength);
  for (let at = start; at + 8 <= page.length;) {
    const word = data.getBigUint64(at, true);
    const { value, next } = decoded(format, word, base);
    if (value !== undefined) visit(at, value);
    if (next === 0) return;
    at += next;
  }
}

function decoded(
  format: number,
  word: bigint,
  base: number,
): { readonly value: number | undefined; readonly next: number } {
  const field = (at: number, size: number): number =>
    Number((word >> BigInt(at)) & ((1n << BigInt(size)) - 1n));
  if (format === PTR_64 || format === PTR_64_OFFSET) {
    const target = field(0, 36) + (format === PTR_64_OFFSET ? base : 0);
    return { value: field(63, 1) === 1 ? undefined : target, next: field(51, 12) * 4 };
  }
  if (ARM64E.includes(format)) {
    const next = field(51, 11) * 8;
    if (field(62, 1) === 1) return { value: undefined, next };
    if (field(63, 1) === 1) return { value: base + field(0, 32), next }; // signed pointers hold an offset
    return { value: field(0, 43) + (format === 1 ? 0 : base), next };
  }
  return { value: undefined, next: 0 };
}
