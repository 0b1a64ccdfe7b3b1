/**
 * Numbers of seven bits to a byte, the least first, as Go's encoding/binary, dyld and DWARF write
 * them.
 *
 * @module
 */

import type { View } from './view.ts';

/** The unsigned number at `at`, and where the next thing begins. Throws FormatError past ten bytes. */
export function uvarint(view: View, at: number): readonly [value: number, next: number] {
  let value = 0;
  for (let count = 0; count < 10; count += 1) {
    const byte = view.u8(at + count);
    value += (byte & 0x7f) * 2 ** (7 * count);
    if (byte < 0x80) return [value, at + count + 1];
  }
  throw view.error('number is too long', at);
}
