/**
 * The central directory of a ZIP archive: which files it says it has, and where.
 *
 * It is read from the archive's end, so a remote one needs two range requests and no more.
 * Everything is checked that two readers could understand differently: what the local header says
 * must be what the directory says, and nothing may lie beyond the bytes that are there. Encrypted
 * files, archives in parts and methods other than stored and deflated are refused. Source: PKWARE
 * APPNOTE 6.3.10, §4.3 and §4.5.3 (zip64).
 *
 * @module
 */

import type { View } from '../bytes/view.ts';

const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
/** The end record, its longest comment and the zip64 locator before it. */
export const TAIL_BYTES = END_BYTES + 0xffff + 20;

export interface DirectoryPlace {
  readonly offset: number;
  readonly size: number;
  readonly count: number;
}

export interface ZipEntry {
  readonly name: string;
  /** 0 is stored, 8 deflated. */
  readonly method: 0 | 8;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly sizeBytes: number;
  /** Of the local header. */
  readonly offset: number;
  /** Unix mode in the upper half, if the archive was made by one. */
  readonly attributes: number;
  readonly madeByUnix: boolean;
}

/** `tail` is the end of an archive of `fileSize`; a place outside it means zip64, to be read at `zip64`. */
export function findDirectory(tail: View, fileSize: number): DirectoryPlace | { readonly zip64: number } {
  const start = fileSize - tail.size;
  let at = tail.size - END_BYTES;
  while (at >= 0 && !(tail.u32(at) === END && at + END_BYTES + tail.u16(at + 20) === tail.size)) at -= 1;
  if (at < 0) throw tail.error('there is no end of a directory', Math.max(tail.size - END_BYTES, 0));
  if (at >= 20 && tail.u32(at - 20) === END64_LOCATOR) return { zip64: tail.length64(at - 12) };
  if (tail.u16(at + 4) !== 0 || tail.u16(at + 6) !== 0) throw tail.error('it is in several parts', at);
  const place = { count: tail.u16(at + 10), size: tail.u32(at + 12), offset: tail.u32(at + 16) };
  if (place.offset + place.size !== start + at)
    throw tail.error('the directory does not reach up to its end record', at);
  return place;
}

/** The zip64 end record, 56 bytes. */
export function zip64Directory(view: View): DirectoryPlace {
  if (view.u32(0) !== END64) throw view.error('there is no zip64 end record', 0);
  return { count: view.length64(32), size: view.length64(40), offset: view.length64(48) };
}

export function readDirectory(view: View, { count, offset }: DirectoryPlace): ZipEntry[] {
  if (count * 46 > view.size) throw view.error(`it cannot hold ${count} files`, 0);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let number = 0; number < count; number += 1) {
    if (view.u32(at) !== ENTRY) throw view.error('there is no directory entry', at);
    const [nameBytes, extraBytes, commentBytes] = [view.u16(at + 28), view.u16(at + 30), view.u16(at + 32)];
    const name = nameAt(view, at + 46, nameBytes);
    const method = view.u16(at + 10);
    if ((view.u16(at + 8) & 1) !== 0) throw view.error(`${name} is encrypted`, at);
    if (method !== 0 && method !== 8) throw view.error(`${name} is packed by method ${method}`, at);
    const wide = zip64Fields(view, at, at + 46 + nameBytes, extraBytes);
    if (wide.offset + 30 + nameBytes + wide.compressedBytes > offset)
      throw view.error(`${name} lies beyond the files`, at);
    entries.push({
      name,
      method,
      crc32: view.u32(at + 16),
      ...wide,
      attributes: view.u32(at + 38),
      madeByUnix: view.u16(at + 4) >> 8 === 3,
    });
    at += 46 + nameBytes + extraBytes + commentBytes;
  }
  if (at !== view.size) throw view.error('there is more than its entries', at);
  return entries;
}

/** Where an entry's data begin, from its local header on, which lies at `start`. */
export function dataOffset(view: View, entry: ZipEntry, start = 0): number {
  if (view.u32(start) !== LOCAL) throw view.error(`there is no header of ${entry.name}`, start);
  const nameBytes = view.u16(start + 26);
  if (!isNameAt(view, start + 30, nameBytes, entry.name))
    throw view.error(`the header is not of ${entry.name}`, start + 30);
  if (view.u16(start + 8) !== entry.method)
    throw view.error(`${entry.name} is packed in two ways`, start + 8);
  return 30 + nameBytes + view.u16(start + 28);
}

/** Compares without making a text of it, as long as it is ASCII. */
function isNameAt(view: View, at: number, size: number, name: string): boolean {
  if (at + size > view.size) throw view.error('a name is cut off', at);
  const { bytes } = view;
  for (let next = 0; next < size; next += 1) {
    const byte = bytes[at + next] ?? 0;
    if (byte >= 0x80) return decodedName(view, at, size) === name;
    if (byte !== name.charCodeAt(next)) return false;
  }
  return name.length === size;
}

/** Most names are ASCII, and a decoder per name costs more than all else that is read here. */
function nameAt(view: View, at: number, size: number): string {
  const { bytes } = view.slice('name', at, size);
  let text = '';
  for (const byte of bytes) {
    if (byte >= 0x80) return decodedName(view, at, size);
    text += String.fromCharCode(byte);
  }
  return text;
}

function decodedName(view: View, at: number, size: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      view.slice('name', at, size).bytes,
    );
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    throw view.error('a name is not UTF-8', at);
  }
}

/** The extra field of tag 1 has, in this order, those values that are all ones in the entry. */
function zip64Fields(view: View, entry: number, extra: number, extraBytes: number) {
  const sizes = {
    sizeBytes: view.u32(entry + 24),
    compressedBytes: view.u32(entry + 20),
    offset: view.u32(entry + 42),
  };
  const isWide = Object.values(sizes).some((value) => value === 0xffff_ffff);
  if (!isWide) return sizes;
  for (let at = extra; at + 4 <= extra + extraBytes; at += 4 + view.u16(at + 2)) {
    if (view.u16(at) !== 1) continue;
    const wide = view.slice('zip64 field', at + 4, view.u16(at + 2));
    let next = 0;
    const take = (value: number): number => (value === 0xffff_ffff ? wide.length64((next += 8) - 8) : value);
    return {
      sizeBytes: take(sizes.sizeBytes),
      compressedBytes: take(sizes.compressedBytes),
      offset: take(sizes.offset),
    };
  }
  throw view.error('there is no zip64 field where one is needed', entry);
}
