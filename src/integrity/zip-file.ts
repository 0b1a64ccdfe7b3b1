/**
 * A zip in memory, file by file, for a thread that waits for nobody.
 *
 * @module
 */

import { crc32, gunzipSync, inflateRawSync } from 'node:zlib';
import { FormatError } from '../bytes/error.ts';
import { View } from '../bytes/view.ts';
import {
  dataOffset,
  findDirectory,
  readDirectory,
  zip64Directory,
  type ZipEntry,
} from '../formats/zip-directory.ts';

export interface ZipFile {
  readonly entries: readonly ZipEntry[];
  /** The bytes of one file. Throws FormatError if they are not as the directory says. */
  read(entry: ZipEntry): Uint8Array;
  /** The bytes of several, or undefined if any of them is not as the directory says: then read one by one. */
  readTogether(entries: readonly ZipEntry[]): readonly Uint8Array[] | undefined;
}

export function openZip(name: string, bytes: Uint8Array): ZipFile {
  const view = new View(name, bytes, 'little');
  const found = findDirectory(view, bytes.length);
  const place = 'zip64' in found ? zip64Directory(view.slice('zip64 end', found.zip64, 56)) : found;
  const entries = readDirectory(view.slice('directory', place.offset, place.size), place);
  return {
    entries,
    read: (entry) => unpacked(view, entry),
    readTogether: (some) => unpackedTogether(view, some),
  };
}

function unpacked(view: View, entry: ZipEntry): Uint8Array {
  const { offset, compressedBytes, sizeBytes, method, name } = entry;
  const header = new View(view.name, view.bytes.subarray(offset), 'little');
  const at = dataOffset(header, entry);
  if (at + compressedBytes > header.size) throw header.error(`${name} is cut off`, at);
  const bytes = unpack(header.bytes.subarray(at, at + compressedBytes), method, sizeBytes);
  if (bytes?.length !== sizeBytes || crc32(bytes) !== entry.crc32)
    throw new FormatError(
      `Cannot read ${view.name}: ${name} is not as long or has not the CRC that the directory says at ${offset}`,
      offset,
    );
  return bytes;
}

const GZIP_HEADER = Buffer.from('1f8b0800000000000003', 'hex');

/**
 * Deflated files put behind each other as members of one gzip stream, which is inflated by one call:
 * for small files a call each costs more than inflating them. The trailers are made of what the
 * directory says, so length and CRC of every file are checked on the way (RFC 1952 §2.3.1).
 */
function unpackedTogether(view: View, entries: readonly ZipEntry[]): readonly Uint8Array[] | undefined {
  const members: Uint8Array[] = [];
  let total = 0;
  for (const entry of entries) {
    if (entry.method !== 8) continue;
    const at = entry.offset + dataOffset(view, entry, entry.offset);
    if (at + entry.compressedBytes > view.size) return undefined;
    const trailer = Buffer.allocUnsafe(8);
    trailer.writeUInt32LE(entry.crc32, 0);
    trailer.writeUInt32LE(entry.sizeBytes % 2 ** 32, 4);
    members.push(GZIP_HEADER, view.bytes.subarray(at, at + entry.compressedBytes), trailer);
    total += entry.sizeBytes;
  }
  let whole: Uint8Array;
  try {
    whole =
      members.length === 0
        ? new Uint8Array()
        : gunzipSync(Buffer.concat(members), {
            maxOutputLength: Math.max(1, total),
            chunkSize: Math.max(64, total + 1),
          });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
  if (whole.length !== total) return undefined;
  let next = 0;
  return entries.map((entry) =>
    entry.method === 8 ? whole.subarray(next, (next += entry.sizeBytes)) : unpacked(view, entry),
  );
}

/** Undefined for what is damaged or longer than it says: never more than that is unpacked. */
export function unpack(packed: Uint8Array, method: 0 | 8, sizeBytes: number): Uint8Array | undefined {
  if (method === 0) return packed;
  if (sizeBytes === 0) return packed.length <= 16 ? new Uint8Array() : undefined;
  try {
    // Room for one byte more than expected shows what is longer; one chunk saves copying.
    return inflateRawSync(packed, { maxOutputLength: sizeBytes, chunkSize: Math.max(64, sizeBytes + 1) });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
