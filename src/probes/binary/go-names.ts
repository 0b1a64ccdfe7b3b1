/**
 * Go's own marks in a binary: names of symbols, and strings in memory layout.
 *
 * @module
 */

import { View, type Endian } from '../../bytes/view.ts';
import type { Range } from '../../formats/elf.ts';
import { FUNCTION_TABLE_HEAD_SIZE, functionTableHead } from '../../formats/pclntab.ts';
import type { Part } from './read-binary.ts';

/** Symbols of Go's linker, as against those of C: "main.main", "type:…", "go:…", "runtime.…". */
export function isGoName(name: string): boolean {
  return /^_?(main\.|runtime[./]|type[.:*]|go[.:]|internal\/|sync[./])/.test(name);
}

/** Where the linker puts the function table: by itself, and relocated in position-independent ELF files. */
const FUNCTION_TABLE = /^(?:\.(?:data\.rel\.ro\.)?gopclntab|__\w+,__gopclntab)$/;

/** The head of the function table in the section that has its name, as a field to spread in. */
export async function readFunctionTable(
  part: Part,
  sections: readonly (Range & { readonly name: string })[],
  endian: Endian,
) {
  const section = sections.find(({ name }) => FUNCTION_TABLE.test(name));
  if (!section) return {};
  const sizeBytes = Math.min(FUNCTION_TABLE_HEAD_SIZE, section.sizeBytes);
  const head = functionTableHead(await part.read({ offset: section.offset, sizeBytes }), endian);
  return head ? { functionTable: head } : {};
}

const LONGEST_STRING = 2 ** 20;

/** Follows a string header (pointer, length) at a virtual address; undefined if it leads out of the file. */
export async function readGoString(
  part: Part,
  address: number,
  pointerSize: 4 | 8,
  endian: Endian,
  fileOffset: (address: number) => number | undefined,
): Promise<string | undefined> {
  const at = fileOffset(address);
  if (at === undefined) return undefined;
  const header = new View(
    `${part.name} › string header`,
    await part.read({ offset: at, sizeBytes: 2 * pointerSize }),
    endian,
  );
  const [data, length] = [0, pointerSize].map((offset) =>
    pointerSize === 8 ? Number(header.u64(offset)) : header.u32(offset),
  );
  const textAt = data === undefined ? undefined : fileOffset(data);
  if (textAt === undefined || length === undefined || length > LONGEST_STRING) return undefined;
  return new TextDecoder().decode(await part.read({ offset: textAt, sizeBytes: length }));
}
