/**
 * The bitmask immediates of the logical instructions: a run of ones, rotated within an element of 2
 * to 64 bits, repeated over the register (Arm ARM, DecodeBitMasks).
 *
 * @module
 */

/** The value of the immediate, or undefined for the reserved encodings. */
export function bitmask(sf: number, n: number, immr: number, imms: number): bigint | undefined {
  if (sf === 0 && n === 1) return undefined;
  const combined = (n << 6) | (~imms & 63);
  const length = 31 - Math.clz32(combined);
  if (length < 1) return undefined;
  const size = 1 << length;
  const levels = size - 1;
  const ones = (imms & levels) + 1;
  if (ones === size) return undefined;
  const rotation = BigInt(immr & levels);
  const run = (1n << BigInt(ones)) - 1n;
  const width = BigInt(size);
  let value = ((run >> rotation) | (run << (width - rotation))) & ((1n << width) - 1n);
  for (let filled = size; filled < (sf === 0 ? 32 : 64); filled *= 2) value |= value << BigInt(filled);
  return value;
}

/** Whether `mov` of this value is written with movz or movn, so that orr keeps its own name. */
export function isWideMove(value: bigint, sf: number): boolean {
  const width = sf === 0 ? 32n : 64n;
  const inverted = BigInt.asUintN(Number(width), ~value);
  for (let shift = 0n; shift < width; shift += 16n) {
    const chunk = 0xffffn << shift;
    if ((value & ~chunk) === 0n || (inverted & ~chunk) === 0n) return true;
  }
  return false;
}
