/**
 * Go's version in a program whose build information was removed: the text that runtime.buildVersion
 * points at. The linker writes it by itself and with a NUL behind it, unlike the literals of the
 * program, which lie in one heap and may name any release.
 *
 * Source: Go's cmd/link/internal/ld/data.go (addstrdata).
 *
 * @module
 */

import { View } from '../../bytes/view.ts';
import type { BinarySlice } from '../../evidence/binary/binary-identity.ts';
import { offsetAt } from '../../formats/memory-map.ts';
import { readMemory, searchable, words, wordsHolding, type Image } from './image.ts';
import { windows } from './part.ts';

/** Releases, candidates, vendors' suffixes and experiments. */
const VERSION = /^go1\.\d+(?:\.\d+|rc\d+|beta\d+)?(?:[-+ ][\x20-\x7e]*)?$/;
const LONGEST = 128;

/** Programs that list Go releases hold a few hundred. */
const MOST_TEXTS = 4096;

export async function readGoVersionText(image: Image): Promise<BinarySlice['goVersionText']> {
  const { part, pointerSize, endian, map } = image;
  const places = await wordsHolding(image, await addressesOfTexts(image));
  let best: BinarySlice['goVersionText'];
  for (const { address, value } of places) {
    const header = await readMemory(image, address + pointerSize, pointerSize);
    if (header?.length !== pointerSize) continue;
    const [length = 0] = words(new View('string header', header, endian), pointerSize);
    if (length < 5 || length > LONGEST) continue;
    const bytes = await readMemory(image, value, length + 1);
    const offset = offsetAt(map, value);
    if (!bytes || offset === undefined) continue;
    const text = new TextDecoder().decode(bytes.subarray(0, length));
    if (!VERSION.test(text)) continue;
    const found = { offset: part.start + offset, text };
    if (bytes[length] === 0) return found;
    best ??= found;
  }
  return best;
}

async function addressesOfTexts(image: Image): Promise<Set<number>> {
  const addresses = new Set<number>();
  for (const range of searchable(image)) {
    for await (const { bytes, offset } of windows(image.part, range, 8)) {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let at = text.indexOf('go1.'); at >= 0; at = text.indexOf('go1.', at + 4)) {
        if (addresses.size >= MOST_TEXTS) return addresses;
        addresses.add(range.address + (offset - range.offset) + at);
      }
    }
  }
  return addresses;
}
