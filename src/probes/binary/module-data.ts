/**
 * Finding runtime.moduledata by what must hold in it, whatever fields come and go: it begins with
 * a pointer to the function table, more of its words point at the parts of that table, and three
 * of them are the start of the text, the first function and the end of the last.
 *
 * Source: Go's runtime/symtab.go (moduledata, moduledataverify1).
 *
 * @module
 */

import { View } from '../../bytes/view.ts';
import { offsetAt, rangeAt } from '../../formats/memory-map.ts';
import type { FunctionTableHead } from '../../formats/pclntab.ts';
import { readMemory, words, wordsHolding, type Image } from './image.ts';

export interface ModuleData {
  readonly address: number;
  /** From the start of the part. */
  readonly offset: number;
  /** Virtual address that entries of the function table count from. */
  readonly text: number;
}

/** It has about 80; its first half is what is looked at. */
const WORDS = 96;

/** `first` and `last` are the first entry of the table and the end of the last function. */
export async function findModuleData(
  image: Image,
  table: number,
  head: FunctionTableHead,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<ModuleData | undefined> {
  const { map, endian, pointerSize, part } = image;
  for (const { address } of await wordsHolding(image, new Set([table]))) {
    const bytes = await readMemory(image, address, WORDS * pointerSize);
    const offset = offsetAt(map, address);
    if (!bytes || offset === undefined) continue;
    const held = words(new View(`${part.name} › module data`, bytes, endian), pointerSize);
    const all = new Set(held);
    if (head.tables.filter((at) => all.has(table + at)).length * 2 < head.tables.length) continue;
    if (!head.isRelative) {
      if (all.has(first) && all.has(last)) return { address, offset, text: first };
      continue;
    }
    const text = held.find(
      (word) => all.has(word + first) && all.has(word + last) && rangeAt(map, word)?.isExecutable === true,
    );
    if (text !== undefined) return { address, offset, text };
  }
  return undefined;
}
