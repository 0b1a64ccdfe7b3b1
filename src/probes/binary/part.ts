/**
 * Parts of a file that are read by windows: the file itself, a slice of a universal file, a
 * member of an archive.
 *
 * @module
 */

import { FormatError } from '../../bytes/error.ts';
import type { Range } from '../../formats/elf.ts';
import { HostError, type OpenFile } from '../../host/host.ts';

/** No table of a real program is larger than this, and no window. */
const LARGEST_PART = 2 ** 26;

const WINDOW = 2 ** 20;

export interface Part {
  /** As it stands in messages. */
  readonly name: string;
  readonly size: number;
  /** Where it begins in the file. */
  readonly start: number;
  /** The bytes of a range, counted from the part's start; throws FormatError if it ends before or is absurdly large. */
  read(range: Range): Promise<Uint8Array>;
}

export function partOf(file: OpenFile, name: string, at: Range): Part {
  return {
    name,
    size: at.sizeBytes,
    start: at.offset,
    async read({ offset, sizeBytes }) {
      const place = `at 0x${offset.toString(16)}`;
      if (sizeBytes > LARGEST_PART)
        throw new FormatError(
          `Cannot read ${name}: a part of ${sizeBytes} bytes is too large ${place}`,
          offset,
        );
      if (
        !Number.isSafeInteger(offset) ||
        offset < 0 ||
        offset + sizeBytes > at.sizeBytes ||
        at.offset + offset + sizeBytes > file.sizeBytes
      )
        throw new FormatError(
          `Cannot read ${name}: the file ends before a part of ${sizeBytes} bytes ${place}`,
          offset,
        );
      const bytes = await file.read(at.offset + offset, sizeBytes);
      if (bytes.length < sizeBytes)
        throw new HostError('failed', `Cannot read ${name}: the file shrank while it was read ${place}`);
      return bytes;
    },
  };
}

/** What of a range lies within the part. */
export function within(part: Part, { offset, sizeBytes }: Range): Range {
  const start = Math.min(Math.max(0, offset), part.size);
  return { offset: start, sizeBytes: Math.max(0, Math.min(offset + sizeBytes, part.size) - start) };
}

/** A range piece by piece; each piece repeats the last `overlap` bytes of the one before. */
export async function* windows(
  part: Part,
  range: Range,
  overlap = 0,
  windowBytes = WINDOW,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly offset: number }> {
  const { offset, sizeBytes } = within(part, range);
  for (let at = 0; at < sizeBytes; at += windowBytes - overlap) {
    const size = Math.min(windowBytes, sizeBytes - at);
    yield { bytes: await part.read({ offset: offset + at, sizeBytes: size }), offset: offset + at };
    if (at + size >= sizeBytes) return;
  }
}
