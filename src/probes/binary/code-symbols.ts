/**
 * The functions of a slice as the listing and the search for guards take them.
 *
 * @module
 */

import type { CodeSymbols } from '../../arm64/index.ts';
import type { BinarySlice } from '../../evidence/binary/binary-identity.ts';
import { readFunctions } from './functions.ts';
import type { Image } from './image.ts';

/** Undefined if the slice has no function table. */
export async function codeSymbols(image: Image, slice: BinarySlice): Promise<CodeSymbols | undefined> {
  const functions = await readFunctions(image, slice);
  if (!functions) return undefined;
  const { starts, nameAt } = functions;
  const count = starts.length - 1;
  return {
    starts: starts.subarray(0, count),
    names: Array.from({ length: count }, (_, index) => nameAt(index)),
    end: starts[count] ?? 0,
  };
}
