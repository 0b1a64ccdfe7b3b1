/**
 * Go's function table (pclntab): its header in every layout since Go 1.2, and a reading by shape
 * for those that nobody has seen yet.
 *
 * The first word names the layout, but it stayed the same over changes and garble replaces it. So
 * the header is read by what must hold in any of them: the names follow the header, each table
 * lies behind the one before, and each entry leads to a record that begins with the same
 * address; other bytes do not pass the last.
 *
 * The pc quantum, the least distance between two instructions, comes from the compiler's back end
 * and not from what the linker was told: a witness of its own to the architecture.
 *
 * Source: Go's internal/abi/symtab.go, runtime/symtab.go and debug/gosym/pclntab.go.
 *
 * @module
 */

import { View, type Endian } from '../bytes/view.ts';

export interface FunctionTableHead {
  /** The release that brought the layout: "1.2", "1.16", "1.18", "1.20"; by shape alone "1.18 or later". */
  readonly layout: string;
  /** 1 on x86, 2 on s390x, 4 where all instructions have four bytes. */
  readonly quantum: number;
  readonly pointerSize: number;
  /** The first word. */
  readonly magic: number;
  readonly isMagicKnown: boolean;
  readonly functions: number;
  /** As the header says; 0 or undefined where the module data must be asked. */
  readonly textStart: number | undefined;
  /** Of the names, from the header. */
  readonly namesOffset: number;
  /** Of the entries, from the header. */
  readonly entriesOffset: number;
  /** Entries hold two numbers of this size, and one more closes the table. */
  readonly entrySize: 4 | 8;
  /** What the second number of an entry counts from, relative to the header. */
  readonly recordsOffset: number;
  /** Entries count from the start of the text instead of 0. */
  readonly isRelative: boolean;
  /** Offsets of all tables from the header, as module data points at them. */
  readonly tables: readonly number[];
}

/** Bytes that hold the header of every layout known, and of some growth. */
export const FUNCTION_TABLE_HEAD_SIZE = 136;

const LAYOUTS: Readonly<Record<number, string>> = {
  0xfffffffb: '1.2',
  0xfffffffa: '1.16',
  0xfffffff0: '1.18',
  0xfffffff1: '1.20',
};

/** Names, units, files, pc values, entries: five so far. */
const FEWEST_TABLES = 3;

/** More functions than any program has; an entry has 8 bytes. */
const MOST_FUNCTIONS = 2 ** 23;

/** Returns undefined if the bytes cannot be the head of a function table. */
export function functionTableHead(bytes: Uint8Array, endian: Endian): FunctionTableHead | undefined {
  if (bytes.length < 16) return undefined;
  const view = new View('function table', bytes, endian);
  const [magic, quantum, pointerSize] = [view.u32(0), view.u8(6), view.u8(7)];
  if (view.u16(4) !== 0 || ![1, 2, 4].includes(quantum) || (pointerSize !== 4 && pointerSize !== 8))
    return undefined;
  const count = Math.floor((bytes.length - 8) / pointerSize);
  const words = Array.from({ length: count }, (_, index) =>
    pointerSize === 8 ? Number(view.u64(8 + index * 8)) : view.u32(8 + index * 4),
  );
  const [functions = 0] = words;
  if (functions === 0 || functions > MOST_FUNCTIONS) return undefined;
  const name = LAYOUTS[magic];
  const head: Known = { quantum, pointerSize, magic, isMagicKnown: name !== undefined, functions };
  if (name === '1.2')
    return {
      ...head,
      layout: name,
      textStart: undefined,
      namesOffset: 0,
      entriesOffset: 8 + pointerSize,
      entrySize: pointerSize,
      recordsOffset: 0,
      isRelative: false,
      tables: [],
    };
  return shaped(head, name, words);
}

type Known = Pick<FunctionTableHead, 'quantum' | 'magic' | 'isMagicKnown' | 'functions'> & {
  readonly pointerSize: 4 | 8;
};

/**
 * Since Go 1.16: counts, perhaps the start of the text, then offsets. The first is that of the
 * names, which follow the header, until Go 1.25 at a multiple of 32.
 */
function shaped(
  head: Known,
  name: string | undefined,
  words: readonly number[],
): FunctionTableHead | undefined {
  const { pointerSize } = head;
  for (let first = 2; first + FEWEST_TABLES <= words.length; first += 1) {
    const namesOffset = words[first] ?? 0;
    if (namesOffset < 8 + pointerSize * (first + FEWEST_TABLES) || namesOffset > FUNCTION_TABLE_HEAD_SIZE)
      continue;
    const inHeader = words.slice(first, Math.floor((namesOffset - 8) / pointerSize));
    const end = inHeader.findIndex((offset, index) => index > 0 && offset < (inHeader[index - 1] ?? 0));
    const tables = end < 0 ? inHeader : inHeader.slice(0, end);
    if (tables.length < FEWEST_TABLES) continue;
    const entriesOffset = tables.at(-1) ?? 0;
    const isRelative = name === undefined ? first > 2 : name !== '1.16';
    return {
      ...head,
      layout: name ?? (isRelative ? '1.18 or later' : '1.16'),
      textStart: first > 2 ? words[2] : undefined,
      namesOffset,
      entriesOffset,
      entrySize: isRelative ? 4 : pointerSize,
      recordsOffset: entriesOffset,
      isRelative,
      tables,
    };
  }
  return undefined;
}

/** Of all entries and the one number behind them. */
export function entriesSize({ functions, entrySize }: FunctionTableHead): number {
  return (2 * functions + 1) * entrySize;
}

/** Numbers of the entries: where each function begins, where its record lies, and last where the text ends. */
export function entryNumbers(head: FunctionTableHead, entries: Uint8Array, endian: Endian): Float64Array {
  const isLittle = endian === 'little';
  const data = new DataView(entries.buffer, entries.byteOffset, entries.byteLength);
  const count = Math.min(2 * head.functions + 1, Math.floor(entries.length / head.entrySize));
  const numbers = new Float64Array(count);
  if (head.entrySize === 4)
    for (let index = 0; index < count; index += 1) numbers[index] = data.getUint32(index * 4, isLittle);
  else
    for (let index = 0; index < count; index += 1) {
      const [low, high] = isLittle ? [0, 4] : [4, 0];
      numbers[index] =
        data.getUint32(index * 8 + low, isLittle) + data.getUint32(index * 8 + high, isLittle) * 2 ** 32;
    }
  return numbers;
}

/** A record begins with the address of its function, as wide as an entry's, and then the name's offset. */
export function recordStart(
  { entrySize, isRelative }: FunctionTableHead,
  record: Uint8Array,
  endian: Endian,
): { readonly entry: number; readonly nameAt: number } {
  const view = new View('function record', record, endian);
  const isWide = !isRelative && entrySize === 8;
  return { entry: isWide ? Number(view.u64(0)) : view.u32(0), nameAt: view.u32(isWide ? 8 : 4) };
}

/** The quantum that Go uses on an architecture, by sys.MinLC of cmd/internal/sys; undefined for others. */
export function quantumOf(architecture: string): number | undefined {
  const quanta: Readonly<Record<string, number>> = {
    amd64: 1,
    '386': 1,
    arm64: 4,
    arm: 4,
    loong64: 4,
    mips: 4,
    mipsle: 4,
    mips64: 4,
    mips64le: 4,
    ppc64: 4,
    ppc64le: 4,
    s390x: 2,
  };
  return quanta[architecture];
}
