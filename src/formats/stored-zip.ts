/**
 * Writing a ZIP archive without compression: enough to hand Go a module of our own.
 *
 * Source: PKWARE APPNOTE 6.3.10, §4.3.7 (local header), §4.3.12 (directory), §4.3.16 (end).
 *
 * @module
 */

export interface StoredFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function storedZip(files: readonly StoredFile[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const path = new TextEncoder().encode(name);
    const shared = sharedHeader(path, bytes);
    const local = join([little(4, 0x04034b50), shared, path, bytes]);
    // Directory: made by, then the shared fields, no comment, disk 0, no attributes, where it starts.
    directory.push(
      join([little(4, 0x02014b50), little(2, 20), shared, little(2, 0, 0, 0), little(4, 0, offset), path]),
    );
    parts.push(local);
    offset += local.length;
  }
  const listing = join(directory);
  const end = join([
    little(4, 0x06054b50),
    little(2, 0, 0, files.length, files.length),
    little(4, listing.length, offset),
    little(2, 0),
  ]);
  return join([...parts, listing, end]);
}

/** The fields that the local header and the directory entry have in common, in the same order. */
function sharedHeader(path: Uint8Array, bytes: Uint8Array): Uint8Array {
  const [version, utf8, stored, midnight, firstOf1980] = [20, 0x800, 0, 0, 0x21] as const;
  return join([
    little(2, version, utf8, stored, midnight, firstOf1980),
    little(4, crc32(bytes), bytes.length, bytes.length),
    little(2, path.length, 0),
  ]);
}

/** CRC-32 of ISO 3309, as ZIP uses it: reflected, polynomial 0xEDB88320. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return ~crc >>> 0;
}

function little(width: 2 | 4, ...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(width * values.length);
  for (const [index, value] of values.entries()) {
    for (let byte = 0; byte < width; byte++) bytes[index * width + byte] = value >>> (8 * byte);
  }
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
