/**
 * The dynamic section of an ELF file and the tables that it leads to: symbols that the loader
 * must find elsewhere, and the versions that they are asked in. Tables are found by address, as
 * the loader finds them, so a file without section headers reads the same.
 *
 * Sources: System V gABI, chapter 5; the LSB on symbol versioning; glibc elf/dl-lookup.c (GNU hash).
 *
 * @module
 */

import { stringTable } from '../bytes/string-table.ts';
import { View } from '../bytes/view.ts';
import type { ElfHeader } from './elf.ts';

/** Tags that are asked for, by name. */
export const DT = {
  needed: 1,
  hash: 4,
  strtab: 5,
  symtab: 6,
  rela: 7,
  relaSize: 8,
  strSize: 10,
  soname: 14,
  rpath: 15,
  runpath: 29,
  gnuHash: 0x6ffffef5,
  versym: 0x6ffffff0,
  verneed: 0x6ffffffe,
  verneedCount: 0x6fffffff,
} as const;

/** No real program has more of anything that is listed here. */
const MOST = 65_536;

export interface DynamicEntries {
  /** The first value of a tag. */
  readonly value: (tag: number) => number | undefined;
  readonly needed: readonly number[];
}

/** `bytes` is the content of PT_DYNAMIC; it ends at the first tag 0. */
export function dynamicEntries(name: string, { is64, endian }: ElfHeader, bytes: Uint8Array): DynamicEntries {
  const view = new View(`${name} › dynamic section`, bytes, endian);
  const size = is64 ? 16 : 8;
  const values = new Map<number, number>();
  const needed: number[] = [];
  for (let at = 0; at + size <= view.size; at += size) {
    const tag = is64 ? Number(view.u64(at)) : view.u32(at);
    const value = is64 ? Number(view.u64(at + 8)) : view.u32(at + 4);
    if (tag === 0) break;
    if (tag === DT.needed) needed.push(value);
    if (!values.has(tag)) values.set(tag, value);
    if (needed.length > MOST) throw view.error('too many needed libraries', at);
  }
  return { value: (tag) => values.get(tag), needed };
}

export interface DynamicSymbol {
  readonly name: string;
  readonly binding: 'global' | 'weak';
  /** Of the same index in DT_VERSYM. */
  readonly index: number;
}

/** The undefined symbols of the dynamic symbol table. */
export function undefinedSymbols(
  name: string,
  { is64, endian }: ElfHeader,
  table: Uint8Array,
  names: Uint8Array,
): DynamicSymbol[] {
  const view = new View(`${name} › dynamic symbols`, table, endian);
  const strings = new View(`${name} › dynamic names`, names, endian);
  const nameOf = stringTable(strings);
  const size = is64 ? 24 : 16;
  const found: DynamicSymbol[] = [];
  for (let index = 1; (index + 1) * size <= view.size; index += 1) {
    const at = index * size;
    if (view.u16(at + (is64 ? 6 : 14)) !== 0) continue;
    const nameAt = view.u32(at);
    const binding = view.u8(at + (is64 ? 4 : 12)) >>> 4;
    if (nameAt === 0 || nameAt >= strings.size || binding === 0) continue;
    found.push({ name: nameOf(nameAt), binding: binding === 2 ? 'weak' : 'global', index });
  }
  return found;
}

export interface VersionNeed {
  readonly file: string;
  readonly version: string;
  readonly isWeak: boolean;
  /** What DT_VERSYM says of symbols that ask for it. */
  readonly index: number;
}

const VER_FLG_WEAK = 2;

/** `bytes` begin where DT_VERNEED points; `count` is DT_VERNEEDNUM. */
export function versionNeeds(
  name: string,
  { endian }: ElfHeader,
  count: number,
  bytes: Uint8Array,
  names: Uint8Array,
): VersionNeed[] {
  const view = new View(`${name} › version needs`, bytes, endian);
  const strings = new View(`${name} › dynamic names`, names, endian);
  const nameOf = stringTable(strings);
  const needs: VersionNeed[] = [];
  let at = 0;
  for (let file = 0; file < count; file += 1) {
    const library = nameOf(view.u32(at + 4));
    let entry = at + view.u32(at + 8);
    for (let left = view.u16(at + 2); left > 0; left -= 1) {
      needs.push({
        file: library,
        version: nameOf(view.u32(entry + 8)),
        isWeak: (view.u16(entry + 4) & VER_FLG_WEAK) !== 0,
        index: view.u16(entry + 6) & 0x7fff,
      });
      if (needs.length > MOST) throw view.error('too many versions', entry);
      const next = view.u32(entry + 12);
      if (next === 0) break;
      entry += next;
    }
    const next = view.u32(at + 12);
    if (next === 0) break;
    at += next;
  }
  return needs;
}

/** How many dynamic symbols there are, by DT_HASH; `bytes` begin where it points. */
export function symbolCountOfHash(name: string, { endian }: ElfHeader, bytes: Uint8Array): number {
  return new View(`${name} › symbol hash`, bytes, endian).u32(4);
}

/** The same by DT_GNU_HASH, of which the last chain ends with the last symbol. */
export function symbolCountOfGnuHash(name: string, { endian, is64 }: ElfHeader, bytes: Uint8Array): number {
  const view = new View(`${name} › GNU symbol hash`, bytes, endian);
  const [buckets, first, bloom] = [view.u32(0), view.u32(4), view.u32(8)];
  const bucketsAt = 16 + bloom * (is64 ? 8 : 4);
  if (bucketsAt + buckets * 4 > view.size) throw view.error(`${buckets} buckets do not fit`, 0);
  let last = 0;
  for (let index = 0; index < buckets; index += 1) last = Math.max(last, view.u32(bucketsAt + index * 4));
  // Without defined symbols there are no chains, and undefined ones come before `first`.
  if (last < first) return first;
  const chainsAt = bucketsAt + buckets * 4;
  while ((view.u32(chainsAt + (last - first) * 4) & 1) === 0) last += 1;
  return last + 1;
}
