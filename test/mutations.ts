/**
 * Changes to the structures of a binary that say where others lie. Each is made in place, told,
 * and taken back when the next is asked for, so that a million cost no memory.
 *
 * @module
 */

/** Numbers that are the same in every run: xorshift32. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** What tempts a parser: nothing, all bits, signs, powers around the sizes of fields. */
const TEMPTING = [0, 1, 2, 4, 8, 0x10, 0x3f, 0x40, 0x7f, 0x80, 0xfe, 0xff] as const;

export function* mutations(whole: Uint8Array, count: number, seed: number): Generator<string> {
  const random = chance(seed);
  const places = structures(whole);
  for (let index = 0; index < count; index += 1) {
    const [start = 0, end = 0] = places[index % places.length] ?? [];
    const at = start + random(Math.max(1, end - start));
    // A byte, or a whole field of four or eight.
    const width = Math.min([1, 1, 1, 4, 8][random(5)] ?? 1, whole.length - at);
    const before = Uint8Array.from(whole.subarray(at, at + width));
    const isTempting = random(2) === 0;
    for (let byte = at; byte < at + width; byte += 1)
      whole[byte] = isTempting ? (TEMPTING[random(TEMPTING.length)] ?? 0) : random(256);
    yield `bytes from ${at} are ${Buffer.from(whole.subarray(at, at + width)).toString('hex')}`;
    whole.set(before, at);
  }
}

const MARKS = ['\xff Go buildinf:', '\xff Go build ID:', '\xfa\xde\x0c\xc0', '\xfa\xde\x0c\x02'];

/** Headers at the start and the end, and where the marks of Go and of signatures lie. */
function structures(whole: Uint8Array): (readonly [start: number, end: number])[] {
  const bytes = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength);
  const clipped = (at: number, size: number) => [at, Math.min(whole.length, at + size)] as const;
  const found = [clipped(0, 64), clipped(0, 1024), clipped(Math.max(0, whole.length - 2048), 2048)];
  for (const mark of MARKS) {
    const at = bytes.indexOf(mark, 0, 'latin1');
    if (at >= 0) found.push(clipped(at, 128));
  }
  // The head of the function table, of either layout in use, and the first of its entries.
  for (const magic of ['f1ffffff0000', 'faffffff0000']) {
    const at = bytes.indexOf(Buffer.from(magic, 'hex'));
    if (at >= 0) found.push(clipped(at, 72), clipped(at, 4096));
  }
  return found;
}
