/**
 * Words whose text depends on where they stand: branches to a label, adr and adrp, loads of a
 * literal. The target is the last operand of each (Arm ARM C4: PC-relative addressing; load register
 * literal; conditional, unconditional, compare and test branches).
 *
 * @module
 */

/** How a word's top byte says that its target is found; the rest of the word decides if it is allocated. */
export const ABSOLUTE = 0;
/** Rare ones of Armv9.5 and 9.6 (compare and branch, return with PC as modifier): not taken apart here. */
export const OTHERWISE_RELATIVE = 6;

/** The bits of the offset, by how the target is found. */
export const OFFSET_BITS = Uint32Array.of(0, 0x03ffffff, 0x00ffffe0, 0x0007ffe0, 0x60ffffe0, 0x60ffffe0, 0);

const TOP_BYTES: readonly (readonly [way: number, bytes: readonly number[]])[] = [
  [1, [0x14, 0x15, 0x16, 0x17, 0x94, 0x95, 0x96, 0x97]],
  [2, [0x54, 0x34, 0x35, 0xb4, 0xb5, 0x18, 0x1c, 0x58, 0x5c, 0x98, 0x9c, 0xd8, 0xdc]],
  [3, [0x36, 0x37, 0xb6, 0xb7]],
  [4, [0x10, 0x30, 0x50, 0x70]],
  [5, [0x90, 0xb0, 0xd0, 0xf0]],
  [OTHERWISE_RELATIVE, [0x55, 0x74, 0x75, 0xf3, 0xf4, 0xf5]],
];

/** How the target is found, by the word's top byte; ABSOLUTE if there is none. */
export const RELATIVE = new Uint8Array(256);
for (const [way, bytes] of TOP_BYTES) for (const byte of bytes) RELATIVE[byte] = way;

/** How many words away the target of a word of the first three ways is. */
export function offsetOf(word: number, way: number): number {
  if (way === 1) return (word << 6) >> 6;
  return way === 2 ? (word << 8) >> 13 : (word << 13) >> 18;
}

/** The address that a word of one of the five known ways means, when it stands at `address`. */
export function targetOf(word: number, way: number, address: number): number {
  if (way === 1) return address + ((word << 6) >> 4);
  if (way === 2) return address + (((word << 8) >> 13) << 2);
  if (way === 3) return address + (((word << 13) >> 18) << 2);
  const offset = (((word << 8) >> 13) << 2) | ((word >>> 29) & 3);
  return way === 4 ? address + offset : address - (address % 4096) + offset * 4096;
}
