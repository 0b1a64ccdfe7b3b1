/**
 * Names in a table of NUL-ended strings, which others point into.
 *
 * Linkers let names share their ends, so all names together may be longer than the table: 1.2
 * times in Node's own executable. A hostile file points at one endless name a million times; the
 * bound keeps time and memory in proportion to the file.
 *
 * @module
 */

import type { View } from './view.ts';

/** All names together, as a multiple of the table. */
const MOST_SHARING = 16;

/** Reads the name at an offset; throws FormatError once the names outgrow what the table can hold. */
export function stringTable(view: View): (at: number) => string {
  let left = MOST_SHARING * view.size;
  return (at) => {
    const text = view.text(at);
    left -= text.length;
    if (left < 0) throw view.error('names share too much', at);
    return text;
  };
}
