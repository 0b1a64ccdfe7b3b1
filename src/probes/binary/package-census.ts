/**
 * What kinds of instructions each package of a Go program holds.
 *
 * @module
 */

import { censusByFunction, FAMILIES } from '../../arm64/index.ts';
import type { BinarySlice } from '../../evidence/binary/binary-identity.ts';
import type { Host } from '../../host/host.ts';
import { readFunctions } from './functions.ts';
import type { Image } from './image.ts';
import { withBinary } from './read-binary.ts';
import { wordsOf } from './words.ts';

export interface CensusLine {
  /** Import path, or a function's name where functions were asked for; empty for code without a name. */
  readonly name: string;
  readonly words: number;
  /** Words by family, as far as there are any. */
  readonly families: Readonly<Record<string, number>>;
}

const WINDOW = 2 ** 22;

/** By package or by function, in order of size; undefined if there is no such file. */
export function packageCensus(
  host: Host,
  path: string,
  by: 'package' | 'function',
): Promise<CensusLine[] | undefined> {
  return withBinary(host, path, { digest: false }, async ({ slices }, images) => {
    const totals = new Map<string, Float64Array>();
    for (const [index, slice] of slices.entries()) {
      const image = images[index];
      if (image && slice.architecture === 'arm64') await countSlice(image, slice, by, totals);
    }
    return [...totals]
      .map(([name, counts]) => line(name, counts))
      .toSorted((one, other) => other.words - one.words || (one.name < other.name ? -1 : 1));
  });
}

async function countSlice(
  image: Image,
  slice: BinarySlice,
  by: 'package' | 'function',
  totals: Map<string, Float64Array>,
): Promise<void> {
  const functions = await readFunctions(image, slice);
  const starts = functions?.starts ?? new Float64Array();
  const nameOf = (index: number): string => {
    const name = index < 0 || !functions ? '' : functions.nameAt(index);
    return by === 'function' ? name : packageOf(name);
  };
  for (const { address, offset, sizeBytes } of slice.code ?? []) {
    for (let at = 0; at < sizeBytes; at += WINDOW) {
      const size = Math.min(WINDOW, sizeBytes - at);
      const words = wordsOf(
        await image.part.read({ offset: offset - image.part.start + at, sizeBytes: size }),
      );
      const from = address + at;
      let index = lastAtOrBefore(starts, from);
      const cuts = [0];
      const names = [nameOf(index)];
      for (index += 1; index < starts.length - 1 && (starts[index] ?? 0) < from + size; index += 1) {
        cuts.push(((starts[index] ?? 0) - from) >>> 2);
        names.push(nameOf(index));
      }
      const counts = censusByFunction(words, cuts);
      for (const [place, name] of names.entries()) {
        const total = totals.get(name) ?? new Float64Array(FAMILIES.length);
        totals.set(name, total);
        for (let family = 0; family < FAMILIES.length; family += 1)
          total[family] = (total[family] ?? 0) + (counts[place * FAMILIES.length + family] ?? 0);
      }
    }
  }
}

/** -1 if the address lies before all of them. */
function lastAtOrBefore(starts: Float64Array, address: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= address) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** "net/http" of "net/http.(*Server).Serve"; the linker writes a dot in a path's last element as %2e. */
function packageOf(name: string): string {
  if (/^(?:type|go):/.test(name)) return name.slice(0, name.indexOf(':') + 1);
  const plain = name.split('[', 1)[0] ?? name;
  const slash = plain.lastIndexOf('/');
  const dot = plain.indexOf('.', slash + 1);
  return (dot < 0 ? plain : plain.slice(0, dot)).replaceAll('%2e', '.');
}

function line(name: string, counts: Float64Array): CensusLine {
  const families = Object.fromEntries(
    FAMILIES.flatMap((family, index) => {
      const count = counts[index] ?? 0;
      return count > 0 && family !== 'zero' ? [[family, count]] : [];
    }),
  );
  return { name, words: Object.values(families).reduce((sum, count) => sum + count, 0), families };
}
