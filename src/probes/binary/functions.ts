/**
 * The functions of Go's table: where each begins and what it is called. Too many for the
 * evidence, so they are read by whoever needs them.
 *
 * Records are visited window by window and only their name offsets kept: 12 bytes per function
 * and the names as they lie in the file.
 *
 * @module
 */

import type { BinarySlice } from '../../evidence/binary/binary-identity.ts';
import {
  FUNCTION_TABLE_HEAD_SIZE,
  functionTableHead,
  type FunctionTableHead,
} from '../../formats/pclntab.ts';
import { readEntries } from './function-table.ts';
import type { Image } from './image.ts';
import { within } from './part.ts';

export interface Functions {
  /** Virtual addresses, ascending, and last where the last function ends: one more than there are names. */
  readonly starts: Float64Array;
  /** Empty if the table's name offset leads nowhere. */
  readonly nameAt: (index: number) => string;
}

const WINDOW = 2 ** 20;

/** Records ascend; a table that leads to and fro is made up, and what is left of it has no names. */
const MOST_WINDOWS = 512;

/** Undefined if the slice has no function table whose entries could be checked. */
export async function readFunctions(image: Image, slice: BinarySlice): Promise<Functions | undefined> {
  const { functionTable: told } = slice;
  const { part, endian } = image;
  if (told?.offset === undefined || told.address === undefined || told.textStart === undefined)
    return undefined;
  const offset = told.offset - part.start;
  const parsed = functionTableHead(
    await part.read(within(part, { offset, sizeBytes: FUNCTION_TABLE_HEAD_SIZE })),
    endian,
  );
  if (!parsed) return undefined;
  const isRelative = told.layout !== '1.2' && told.layout !== '1.16';
  const head: FunctionTableHead = {
    ...parsed,
    isRelative,
    entrySize: isRelative || parsed.pointerSize === 4 ? 4 : 8,
  };
  const numbers = await readEntries(image, told.address, head, head.functions);
  if (!numbers) return undefined;
  const base = isRelative ? told.textStart : 0;
  const starts = new Float64Array(head.functions + 1);
  for (let index = 0; index <= head.functions; index += 1) starts[index] = base + (numbers[index * 2] ?? 0);
  const nameOffsets = await readNameOffsets(image, head, offset, numbers);
  const names = await readNames(image, head, offset, nameOffsets);
  // Cut from one string they take a third of the time of decoding each. Where it is as long as the bytes,
  // each of these is a character of its own.
  const decoded = names.toString('utf8');
  const text = decoded.length === names.length ? decoded : undefined;
  return {
    starts,
    nameAt(index) {
      const at = nameOffsets[index] ?? -1;
      if (at < 0 || at >= names.length) return '';
      const end = text === undefined ? names.indexOf(0, at) : text.indexOf('\0', at);
      const to = end < 0 ? names.length : end;
      return text === undefined ? names.toString('utf8', at, to) : text.slice(at, to);
    },
  };
}

async function readNameOffsets(
  { part, endian }: Image,
  head: FunctionTableHead,
  offset: number,
  numbers: Float64Array,
): Promise<Int32Array> {
  const isLittle = endian === 'little';
  const nameField = !head.isRelative && head.entrySize === 8 ? 8 : 4;
  const offsets = new Int32Array(head.functions).fill(-1);
  let window: DataView = new DataView(new ArrayBuffer(0));
  let windowAt = 0;
  let left = MOST_WINDOWS;
  for (let index = 0; index < head.functions; index += 1) {
    const at = offset + head.recordsOffset + (numbers[index * 2 + 1] ?? 0) + nameField;
    if (at < windowAt || at + 4 > windowAt + window.byteLength) {
      const range = within(part, { offset: at, sizeBytes: WINDOW });
      if (range.sizeBytes < 4) continue;
      if ((left -= 1) < 0) break;
      const bytes = await part.read(range);
      window = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      windowAt = at;
    }
    offsets[index] = window.getInt32(at - windowAt, isLittle);
  }
  return offsets;
}

/** The longest name that is looked for behind the last offset. */
const LONGEST_NAME = 65_536;

async function readNames(
  { part }: Image,
  head: FunctionTableHead,
  offset: number,
  nameOffsets: Int32Array,
): Promise<Buffer> {
  let last = 0;
  for (const at of nameOffsets) last = Math.max(last, at);
  // Since Go 1.16 names lie together before the next table; before, among everything else.
  const [, next] = head.tables;
  const end = next === undefined ? last + LONGEST_NAME : next - head.namesOffset;
  const bytes = await part.read(within(part, { offset: offset + head.namesOffset, sizeBytes: end }));
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
