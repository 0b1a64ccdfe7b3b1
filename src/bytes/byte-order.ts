/**
 * Text in the order of its UTF-8 bytes, which is the order of code points. JavaScript compares
 * UTF-16 units, and there the characters beyond U+FFFF come before U+E000.
 *
 * @module
 */

export function byteOrder(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) {
    const [left, right] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (left !== right) return rank(left) - rank(right);
  }
  return one.length - other.length;
}

/** Surrogates, which stand for the highest code points, after everything else. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x1_0000 : unit;
}
