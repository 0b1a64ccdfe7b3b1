/**
 * The words of an arm64 program function by function, for whoever looks into all of them.
 *
 * @module
 */

import type { Host } from '../../host/host.ts';
import { readFunctions, type Functions } from './functions.ts';
import type { Image } from './image.ts';
import { withBinary } from './read-binary.ts';
import { wordsOf } from './words.ts';

export interface FunctionWords {
  readonly name: string;
  readonly address: number;
  readonly words: Uint32Array;
}

/** A text section of the products is some hundred kilobytes; this is far beyond. */
const MOST_CODE = 2 ** 26;

/** Every function of the arm64 slices that have a function table; undefined if there is no such file. */
export function functionWords(host: Host, path: string): Promise<FunctionWords[] | undefined> {
  return withBinary(host, path, { digest: false }, async ({ slices }, images) => {
    const all: FunctionWords[] = [];
    for (const [index, slice] of slices.entries()) {
      const image = images[index];
      if (!image || slice.architecture !== 'arm64') continue;
      const functions = await readFunctions(image, slice);
      if (!functions) continue;
      for (const range of slice.code ?? []) all.push(...(await wordsIn(image, functions, range)));
    }
    return all;
  });
}

interface CodeRange {
  readonly address: number;
  readonly offset: number;
  readonly sizeBytes: number;
}

async function wordsIn(
  { part }: Image,
  { starts, nameAt }: Functions,
  { address, offset, sizeBytes }: CodeRange,
): Promise<FunctionWords[]> {
  const size = Math.min(sizeBytes, MOST_CODE);
  const words = wordsOf(await part.read({ offset: offset - part.start, sizeBytes: size }));
  const found: FunctionWords[] = [];
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const from = starts[index] ?? 0;
    const to = Math.min(starts[index + 1] ?? from, address + size);
    if (from < address || from >= to) continue;
    found.push({
      name: nameAt(index),
      address: from,
      words: words.subarray((from - address) / 4, (to - address) / 4),
    });
  }
  return found;
}
