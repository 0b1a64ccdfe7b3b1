/**
 * Numbers written as hexadecimal digits into bytes, without a string in between.
 *
 * @module
 */

const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** The two digits of a byte, as the 16-bit little-endian number to be stored for them. */
const DIGIT_PAIRS = Uint16Array.from(
  { length: 256 },
  (_, byte) => (DIGITS[byte >>> 4] ?? 0) | ((DIGITS[byte & 15] ?? 0) << 8),
);

/** Eight digits, whatever the number. */
export function writeEightDigits(target: DataView, position: number, value: number): void {
  target.setUint16(position, DIGIT_PAIRS[value >>> 24] ?? 0, true);
  target.setUint16(position + 2, DIGIT_PAIRS[(value >>> 16) & 255] ?? 0, true);
  target.setUint16(position + 4, DIGIT_PAIRS[(value >>> 8) & 255] ?? 0, true);
  target.setUint16(position + 6, DIGIT_PAIRS[value & 255] ?? 0, true);
}

/** Writes `0x` and the digits of a number modulo 2^64 and returns where they end; spoils six bytes behind. */
export function writeHexadecimal(target: DataView, position: number, value: number): number {
  target.setUint16(position, 0x7830, true);
  const start = position + 2;
  if (value < 0 || value > 0xffffffff) {
    const digits = BigInt.asUintN(64, BigInt(value)).toString(16);
    for (let at = 0; at < digits.length; at += 1) target.setUint8(start + at, digits.charCodeAt(at));
    return start + digits.length;
  }
  // Moved to the left end all eight are written: a loop of as many as there are cannot be predicted.
  const count = Math.max((35 - Math.clz32(value)) >>> 2, 1);
  writeEightDigits(target, start, value << (32 - 4 * count));
  return start + count;
}
