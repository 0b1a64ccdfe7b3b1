/**
 * A slice as it will lie in memory: its mapped ranges, and pointers as the loader will leave them.
 *
 * @module
 */

import { View, type Endian } from '../../bytes/view.ts';
import type { Range } from '../../formats/elf.ts';
import { rangeAt, type MappedRange } from '../../formats/memory-map.ts';
import { windows, within, type Part } from './part.ts';

interface NamedSection extends Range {
  readonly name: string;
  readonly address: number;
}

/** A pointer and where it lies. */
export interface Place {
  readonly address: number;
  readonly value: number;
}

/** Tables that are looked for have one or two pointers to them; more come from a file that is made up. */
export const MOST_PLACES = 64;

/** What position-independent files leave to the loader. */
export interface Pointers {
  /** Writes the final pointers into bytes that lie at `address`. */
  readonly relocate: (address: number, bytes: Uint8Array) => Promise<void>;
  /** Words that will hold one of some values, as far as relocations tell; at most `MOST_PLACES`. */
  readonly placesOf: (values: ReadonlySet<number>) => Promise<Place[]>;
}

export interface Image {
  readonly part: Part;
  readonly endian: Endian;
  readonly pointerSize: 4 | 8;
  readonly sections: readonly NamedSection[];
  /** Ascending by address. */
  readonly map: readonly MappedRange[];
  readonly pointers: Pointers | undefined;
  /** Where build information lies if no section is named after it: the first data segment. */
  readonly data: MappedRange | undefined;
}

/** Bytes at a virtual address, fewer where their range ends; undefined if they are not in the file. */
export async function readRaw(
  { part, map }: Image,
  address: number,
  sizeBytes: number,
): Promise<Uint8Array | undefined> {
  const range = rangeAt(map, address);
  if (!range) return undefined;
  const at = address - range.address;
  return part.read(
    within(part, { offset: range.offset + at, sizeBytes: Math.min(sizeBytes, range.sizeBytes - at) }),
  );
}

/** The same with pointers as loaded, which costs a pass over all relocations. */
export async function readMemory(
  image: Image,
  address: number,
  sizeBytes: number,
): Promise<Uint8Array | undefined> {
  const bytes = await readRaw(image, address, sizeBytes);
  const { pointers } = image;
  if (!pointers || !bytes) return bytes;
  const copy = Uint8Array.from(bytes);
  await pointers.relocate(address, copy);
  return copy;
}

const LONGEST_STRING = 2 ** 20;

/** Follows a Go string header (pointer, length) at a virtual address; undefined if it leads out of the file. */
export async function readGoString(image: Image, address: number): Promise<Uint8Array | undefined> {
  const { pointerSize, part, endian } = image;
  const header = await readMemory(image, address, 2 * pointerSize);
  if (header === undefined || header.length < 2 * pointerSize) return undefined;
  const view = new View(`${part.name} › string header`, header, endian);
  const [data = 0, length = 0] = words(view, pointerSize);
  if (length > LONGEST_STRING) return undefined;
  const text = await readRaw(image, data, length);
  return text?.length === length ? text : undefined;
}

/** All pointer-sized words of some bytes. */
export function words(view: View, pointerSize: 4 | 8): number[] {
  return Array.from({ length: Math.floor(view.size / pointerSize) }, (_, index) =>
    pointerSize === 8 ? Number(view.u64(index * 8)) : view.u32(index * 4),
  );
}

/** Programs without sections that are searched whole have less; a sparse file may claim any size. */
const MOST_SEARCHED = 2 ** 28;

/** The ranges of the map, cut off where a search would no longer end soon. */
export function searchable({ map }: Image): MappedRange[] {
  let left = MOST_SEARCHED;
  return map.flatMap((range) => {
    const sizeBytes = Math.min(range.sizeBytes, left);
    left -= sizeBytes;
    return sizeBytes > 0 ? [{ ...range, sizeBytes }] : [];
  });
}

/** Aligned words of writable ranges that hold, or will hold, one of some values; at most `MOST_PLACES`. */
export async function wordsHolding(image: Image, values: ReadonlySet<number>): Promise<Place[]> {
  const { part, pointers, pointerSize, endian } = image;
  const found = pointers ? await pointers.placesOf(values) : [];
  const isLittle = endian === 'little';
  for (const range of searchable(image).filter(({ isWritable }) => isWritable)) {
    for await (const { bytes, offset } of windows(part, range, 8)) {
      const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const address = range.address + (offset - range.offset);
      const first = (pointerSize - (address % pointerSize)) % pointerSize;
      const [low, high] = isLittle ? [0, 4] : [4, 0];
      for (let at = first; at + pointerSize <= bytes.length; at += pointerSize) {
        const value =
          pointerSize === 4
            ? data.getUint32(at, isLittle)
            : data.getUint32(at + low, isLittle) + data.getUint32(at + high, isLittle) * 2 ** 32;
        if (value === 0 || !values.has(value)) continue;
        if (found.some((one) => one.address === address + at)) continue;
        if (found.push({ address: address + at, value }) >= MOST_PLACES) return found;
      }
    }
  }
  return found;
}
