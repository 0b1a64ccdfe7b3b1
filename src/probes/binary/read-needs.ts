/**
 * Which features the code of a slice needs, and which C functions its Go packages call. Guards are
 * found by following calls, so a range of code is held as a whole.
 *
 * @module
 */

import { disassemble } from '../../arm64/lookup.ts';
import { needsOf } from '../../arm64/needs.ts';
import type { BinarySlice } from '../../evidence/binary/binary-identity.ts';
import type { SliceCode } from '../../evidence/binary/machine-code.ts';
import type { Image } from './image.ts';
import { codeSymbols } from './code-symbols.ts';
import { within } from './part.ts';
import { wordsOf } from './words.ts';

/** Of one range; more than any program has. */
const MOST_CODE = 2 ** 28;

const WINDOW = 2 ** 22;
const MOST_PLACES = 4;

type Needs = Pick<SliceCode, 'needs' | 'cgoFunctions'>;
type Need = Needs['needs'][number];

/** `held` are bytes of code that were read already, by their offset in the file. */
export async function readNeeds(
  image: Image,
  slice: BinarySlice,
  held: ReadonlyMap<number, Uint8Array>,
): Promise<Needs> {
  const symbols = await codeSymbols(image, slice);
  const needs = new Map<string, Need>();
  for (const { address, offset, sizeBytes } of slice.code ?? []) {
    const bytes = held.get(offset);
    const words = bytes ? wordsOf(bytes) : await readWords(image, offset - image.part.start, sizeBytes);
    for (const need of needsOf({ words, address, ...(symbols && { functions: symbols }) })) {
      const before = needs.get(need.feature) ?? { feature: need.feature, words: 0, guarded: 0, places: [] };
      needs.set(need.feature, {
        feature: need.feature,
        words: before.words + need.count,
        guarded: before.guarded + need.guarded,
        places: [
          ...before.places,
          ...need.places.map((place) => {
            const text = disassemble(words[(place.address - address) / 4] ?? 0);
            return {
              address: place.address,
              offset: offset + (place.address - address),
              ...(place.function !== '' && { function: place.function }),
              ...(text !== undefined && { text }),
            };
          }),
        ].slice(0, MOST_PLACES),
      });
    }
  }
  return { needs: [...needs.values()], cgoFunctions: cgoFunctions(symbols?.names ?? []) };
}

async function readWords({ part }: Image, offset: number, sizeBytes: number): Promise<Uint32Array> {
  const range = within(part, { offset, sizeBytes: Math.min(sizeBytes, MOST_CODE) });
  const words = new Uint32Array(range.sizeBytes >>> 2);
  for (let at = 0; at + 4 <= range.sizeBytes; at += WINDOW) {
    const window = { offset: range.offset + at, sizeBytes: Math.min(WINDOW, range.sizeBytes - at) };
    words.set(wordsOf(await part.read(window)), at / 4);
  }
  return words;
}

/** cgo names the stub of C.getaddrinfo in package net "net._C2func_getaddrinfo" or "net._Cfunc_getaddrinfo". */
function cgoFunctions(names: readonly string[]): Needs['cgoFunctions'] {
  const found = new Map<string, Needs['cgoFunctions'][number]>();
  for (const name of names) {
    const [, path, symbol] = /^(.*)\._C2?func_(\w+)(?:\.abi0)?$/.exec(name) ?? [];
    if (path !== undefined && symbol !== undefined) found.set(`${path} ${symbol}`, { package: path, symbol });
  }
  return [...found.values()];
}
