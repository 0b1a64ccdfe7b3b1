/**
 * The bytes of a small file whose size is known, by one open, one read and one close into memory that is
 * used again: tens of thousands of files are hashed, and none of them is kept.
 *
 * @module
 */

import { closeSync, openSync, readSync } from 'node:fs';

let window = Buffer.allocUnsafe(2 ** 20);

/** Valid until the next call. A file that grew since `sizeBytes` was told gives one byte more. Throws what the system refuses. */
export function contentOf(path: string, sizeBytes: number): Uint8Array {
  if (window.length <= sizeBytes) window = Buffer.allocUnsafe(sizeBytes + 4096);
  const descriptor = openSync(path, 'r');
  try {
    let read = 0;
    for (;;) {
      const more = readSync(descriptor, window, read, Math.min(window.length, sizeBytes + 1) - read, read);
      read += more;
      if (more === 0 || read >= sizeBytes) break;
    }
    return window.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
}
