/**
 * Pointers of a Mach-O slice with chained fixups, decoded page by page.
 *
 * @module
 */

import { chainOfPage, type ChainedSegment } from '../../formats/chained-fixups.ts';
import { offsetAt, type MappedRange } from '../../formats/memory-map.ts';
import { MOST_PLACES, type Place, type Pointers } from './image.ts';
import { within, type Part } from './part.ts';

export function chainedPointers(
  part: Part,
  segments: readonly ChainedSegment[],
  map: readonly MappedRange[],
  base: number,
): Pointers {
  async function eachIn(
    from: number,
    to: number,
    visit: (address: number, value: number) => void,
  ): Promise<void> {
    for (const segment of segments) {
      const { pageSize, starts } = segment;
      if (pageSize === 0) continue;
      for (let page = 0; page < starts.length; page += 1) {
        const address = base + segment.offset + page * pageSize;
        if (address >= to) break;
        const offset = address + pageSize <= from ? undefined : offsetAt(map, address);
        if (offset === undefined) continue;
        const bytes = await part.read(within(part, { offset, sizeBytes: pageSize }));
        chainOfPage(segment, starts[page] ?? 0, bytes, base, (at, value) => visit(address + at, value));
      }
    }
  }
  return {
    async relocate(start, bytes) {
      const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      await eachIn(start, start + bytes.length, (address, value) => {
        if (address >= start && address + 8 <= start + bytes.length)
          data.setBigUint64(address - start, BigInt(value), true);
      });
    },
    async placesOf(wanted) {
      const places: Place[] = [];
      await eachIn(0, Number.MAX_SAFE_INTEGER, (address, value) => {
        if (wanted.has(value) && places.length < MOST_PLACES) places.push({ address, value });
      });
      return places;
    },
  };
}
