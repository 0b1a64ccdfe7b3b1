/**
 * Bytes as instruction words: little-endian on every system, as is every machine that reads them.
 *
 * @module
 */

export function wordsOf(bytes: Uint8Array): Uint32Array {
  const whole = bytes.length & ~3;
  if (bytes.byteOffset % 4 === 0) return new Uint32Array(bytes.buffer, bytes.byteOffset, whole / 4);
  return new Uint32Array(bytes.slice(0, whole).buffer);
}
