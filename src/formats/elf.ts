/**
 * ELF, as far as telling what a file is takes: header, section table, symbols by name.
 *
 * Nothing here reads a file. Each function takes the bytes of one part and says where the next
 * part lies, so a probe can fetch by windows however large the file is.
 *
 * Source: System V gABI, chapter 4, and Linux's elf.h.
 *
 * @module
 */

import { stringTable } from '../bytes/string-table.ts';
import { View, type Endian } from '../bytes/view.ts';
import { elfArchitecture } from './container.ts';

/** Bytes that hold the file header of both classes. */
export const ELF_HEADER_SIZE = 64;

export interface Range {
  readonly offset: number;
  readonly sizeBytes: number;
}

export interface ElfHeader {
  readonly is64: boolean;
  readonly endian: Endian;
  /** e_type: 2 executable, 3 shared or position-independent. */
  readonly type: number;
  readonly machine: number;
  readonly architecture: string;
  readonly entry: number;
  /** e_flags. */
  readonly flags: number;
  readonly programTable: Range & { readonly count: number; readonly entrySize: number };
  readonly sectionTable: Range & {
    readonly count: number;
    readonly entrySize: number;
    readonly namesIndex: number;
  };
}

export interface ElfSection extends Range {
  readonly name: string;
  /** sh_type: 2 symbol table, 8 no bits in the file. */
  readonly type: number;
  readonly address: number;
  readonly link: number;
  /** sh_flags: 1 write, 2 allocated, 4 executable. */
  readonly flags: number;
}

const SHT_SYMTAB = 2;
const SHT_NOBITS = 8;

/** Real files have dozens; a damaged one may claim 2^32. */
const MOST_SECTIONS = 65_536;

export function elfHeader(name: string, bytes: Uint8Array): ElfHeader {
  const ident = new View(`${name} › ELF header`, bytes, 'little');
  if (ident.u32(0) !== 0x464c457f) throw ident.error('no ELF magic', 0);
  const is64 = ident.u8(4) === 2;
  const endian: Endian = ident.u8(5) === 2 ? 'big' : 'little';
  const view = new View(ident.name, bytes, endian);
  const [offsetAt, sizesAt] = is64 ? [0x28, 0x3a] : [0x20, 0x2e];
  const entrySize = view.u16(sizesAt);
  const count = view.u16(sizesAt + 2);
  const machine = view.u16(18);
  const [segmentSize, segmentCount] = [view.u16(sizesAt - 4), view.u16(sizesAt - 2)];
  return {
    is64,
    endian,
    type: view.u16(16),
    machine,
    architecture: elfArchitecture(machine, is64, endian === 'little'),
    entry: is64 ? Number(view.u64(0x18)) : view.u32(0x18),
    flags: view.u32(is64 ? 0x30 : 0x24),
    programTable: {
      offset: is64 ? Number(view.u64(0x20)) : view.u32(0x1c),
      sizeBytes: segmentCount * segmentSize,
      count: segmentCount,
      entrySize: segmentSize,
    },
    sectionTable: {
      offset: is64 ? Number(view.u64(offsetAt)) : view.u32(offsetAt),
      sizeBytes: count * entrySize,
      count,
      entrySize,
      namesIndex: view.u16(sizesAt + 4),
    },
  };
}

/** Section headers without their names; `bytes` is the range `sectionTable` gives. */
export function elfSectionHeaders(name: string, header: ElfHeader, bytes: Uint8Array) {
  const { sectionTable, is64, endian } = header;
  const view = new View(`${name} › section table`, bytes, endian);
  if (sectionTable.count > MOST_SECTIONS) throw view.error(`${sectionTable.count} sections are too many`, 0);
  if (sectionTable.count > 0 && sectionTable.entrySize < (is64 ? 64 : 40)) {
    throw view.error(`entries of ${sectionTable.entrySize} bytes are too small`, 0);
  }
  // Without a view per entry: a hostile file has 65,535 of them.
  return Array.from({ length: sectionTable.count }, (_, index) => {
    const at = index * sectionTable.entrySize;
    return {
      nameOffset: view.u32(at),
      type: view.u32(at + 4),
      flags: is64 ? Number(view.u64(at + 8)) : view.u32(at + 8),
      address: is64 ? Number(view.u64(at + 16)) : view.u32(at + 12),
      offset: is64 ? Number(view.u64(at + 24)) : view.u32(at + 16),
      sizeBytes: is64 ? Number(view.u64(at + 32)) : view.u32(at + 20),
      link: view.u32(at + (is64 ? 40 : 24)),
    };
  });
}

/** Puts the names in; `names` is the content of the section that `sectionTable.namesIndex` points at. */
export function nameSections(
  name: string,
  headers: ReturnType<typeof elfSectionHeaders>,
  names: Uint8Array,
): ElfSection[] {
  const view = new View(`${name} › section names`, names, 'little');
  const nameAt = stringTable(view);
  return headers.map(({ nameOffset, ...section }) => ({
    ...section,
    // A name beyond the table is damage, but not of what the section says about itself.
    name: nameOffset < view.size ? nameAt(nameOffset) : '',
  }));
}

/** What of a section lies in the file. */
export function contentOf({ type, offset, sizeBytes }: ElfSection): Range {
  return { offset, sizeBytes: type === SHT_NOBITS ? 0 : sizeBytes };
}

export function symbolTable(sections: readonly ElfSection[]): ElfSection | undefined {
  return sections.find(({ type }) => type === SHT_SYMTAB);
}

export interface ElfSymbol {
  readonly name: string;
  readonly value: number;
  readonly sizeBytes: number;
  readonly isUndefined: boolean;
}

/** Every named symbol. `table` and `names` are the contents of the symbol table and of its linked section. */
export function elfSymbols(
  name: string,
  { is64, endian }: ElfHeader,
  table: Uint8Array,
  names: Uint8Array,
): ElfSymbol[] {
  const view = new View(`${name} › symbols`, table, endian);
  const strings = new View(`${name} › symbol names`, names, endian);
  const nameOf = stringTable(strings);
  const size = is64 ? 24 : 16;
  const symbols: ElfSymbol[] = [];
  for (let at = size; at + size <= view.size; at += size) {
    const nameAt = view.u32(at);
    if (nameAt === 0 || nameAt >= strings.size) continue;
    symbols.push({
      name: nameOf(nameAt),
      value: is64 ? Number(view.u64(at + 8)) : view.u32(at + 4),
      sizeBytes: is64 ? Number(view.u64(at + 16)) : view.u32(at + 8),
      isUndefined: view.u16(at + (is64 ? 6 : 14)) === 0,
    });
  }
  return symbols;
}
