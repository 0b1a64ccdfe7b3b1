/**
 * Windows' PE, as far as telling what a file is takes: header, sections, names of imported DLLs.
 *
 * Addresses are made absolute with the preferred base, as Go's pointers in the file are.
 *
 * Source: Microsoft PE Format.
 *
 * @module
 */

import { stringTable } from '../bytes/string-table.ts';
import { View } from '../bytes/view.ts';
import { peArchitecture } from './container.ts';
import type { Range } from './elf.ts';

export interface PeHeader {
  readonly architecture: string;
  readonly machine: number;
  /** Where the machine's number lies. */
  readonly machineOffset: number;
  readonly is64: boolean;
  readonly characteristics: number;
  readonly subsystem: number | undefined;
  readonly imageBase: number;
  /** Virtual address of the entry point. */
  readonly entry: number;
  /** Virtual address and size of the import directory. */
  readonly imports: { readonly address: number; readonly sizeBytes: number } | undefined;
  readonly hasAuthenticode: boolean;
  readonly sectionTable: Range & { readonly count: number };
  /** The COFF symbol table, with the names behind it; undefined if it was stripped. */
  readonly symbols: Range | undefined;
}

export interface PeSection extends Range {
  readonly name: string;
  readonly address: number;
  readonly memorySizeBytes: number;
  /** 0x20000000 execute, 0x40000000 read, 0x80000000 write. */
  readonly flags: number;
}

/** The DOS header says where the others lie; they follow within this many bytes in any real file. */
export const PE_HEADER_SIZE = 4096;

const SECTION_SIZE = 40;
const MOST_SECTIONS = 256;

/** `bytes` are the first of the file. */
export function peHeader(name: string, bytes: Uint8Array): PeHeader {
  const view = new View(`${name} › PE header`, bytes, 'little');
  const at = view.u32(60);
  if (view.u32(at) !== 0x4550) throw view.error('no PE magic', at);
  const [machine, count, optionalSize] = [view.u16(at + 4), view.u16(at + 6), view.u16(at + 20)];
  const optional = at + 24;
  const sectionTable = { offset: optional + optionalSize, sizeBytes: count * SECTION_SIZE, count };
  const told = {
    architecture: peArchitecture(machine),
    machine,
    machineOffset: at + 4,
    characteristics: view.u16(at + 22),
    sectionTable,
    symbols: symbolRange(view.u32(at + 12), view.u32(at + 16)),
  };
  const magic = optionalSize >= 2 ? view.u16(optional) : 0;
  if (magic !== 0x10b && magic !== 0x20b)
    return {
      ...told,
      is64: false,
      subsystem: undefined,
      imageBase: 0,
      entry: 0,
      imports: undefined,
      hasAuthenticode: false,
    };
  const is64 = magic === 0x20b;
  const imageBase = is64 ? Number(view.u64(optional + 24)) : view.u32(optional + 28);
  const directories = optional + (is64 ? 112 : 96);
  const known = view.u32(directories - 4);
  const directory = (index: number): readonly [number, number] =>
    index < known && directories + index * 8 + 8 <= sectionTable.offset
      ? [view.u32(directories + index * 8), view.u32(directories + index * 8 + 4)]
      : [0, 0];
  const [importsAt, importsSize] = directory(1);
  const [, certificates] = directory(4);
  return {
    ...told,
    is64,
    subsystem: view.u16(optional + 68),
    imageBase,
    entry: imageBase + view.u32(optional + 16),
    imports: importsAt === 0 ? undefined : { address: imageBase + importsAt, sizeBytes: importsSize },
    hasAuthenticode: certificates > 0,
  };
}

const SYMBOL_SIZE = 18;

function symbolRange(offset: number, count: number): Range | undefined {
  return offset === 0 || count === 0 ? undefined : { offset, sizeBytes: count * SYMBOL_SIZE };
}

export interface PeSymbol {
  readonly name: string;
  readonly isUndefined: boolean;
}

/** `names` begin with their own size; short names lie in the entry itself. */
export function peSymbols(name: string, table: Uint8Array, names: Uint8Array): PeSymbol[] {
  const view = new View(`${name} › symbols`, table, 'little');
  const strings = new View(`${name} › symbol names`, names, 'little');
  const nameOf = stringTable(strings);
  const symbols: PeSymbol[] = [];
  for (let at = 0; at + SYMBOL_SIZE <= view.size; at += SYMBOL_SIZE * (1 + view.u8(at + 17))) {
    const nameAt = view.u32(at) === 0 ? view.u32(at + 4) : undefined;
    const text = nameAt === undefined ? view.text(at, 8) : nameAt < strings.size ? nameOf(nameAt) : '';
    symbols.push({ name: text, isUndefined: view.u16(at + 12) === 0 });
  }
  return symbols;
}

/** `bytes` is the range `sectionTable` of the header. */
export function peSections(name: string, header: PeHeader, bytes: Uint8Array): PeSection[] {
  const view = new View(`${name} › section table`, bytes, 'little');
  const { count } = header.sectionTable;
  if (count > MOST_SECTIONS) throw view.error(`${count} sections are too many`, 0);
  return Array.from({ length: count }, (_, index) => {
    const entry = view.slice(`section ${index}`, index * SECTION_SIZE, SECTION_SIZE);
    const [memorySizeBytes, rawSize] = [entry.u32(8), entry.u32(16)];
    return {
      name: entry.text(0, 8),
      address: header.imageBase + entry.u32(12),
      offset: entry.u32(20),
      // What the file pads to its alignment is not part of it.
      sizeBytes: memorySizeBytes === 0 ? rawSize : Math.min(rawSize, memorySizeBytes),
      memorySizeBytes,
      flags: entry.u32(36),
    };
  });
}

/** No import directory lists more DLLs. */
const MOST_IMPORTS = 4096;

/** Addresses of the names of DLLs; an entry of zeros ends the directory. */
export function importNames(name: string, imageBase: number, bytes: Uint8Array): number[] {
  const view = new View(`${name} › import directory`, bytes, 'little');
  const names: number[] = [];
  for (let at = 0; at + 20 <= view.size && names.length < MOST_IMPORTS; at += 20) {
    const nameAt = view.u32(at + 12);
    if (nameAt === 0) break;
    names.push(imageBase + nameAt);
  }
  return names;
}
