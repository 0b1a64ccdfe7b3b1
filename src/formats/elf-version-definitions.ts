/**
 * The versions that a shared library defines, and in which versions it has a symbol.
 *
 * Sources: the LSB on symbol versioning (SHT_GNU_verdef, SHT_GNU_versym); System V gABI, chapter 4.
 *
 * @module
 */

import { stringTable } from '../bytes/string-table.ts';
import { View } from '../bytes/view.ts';
import type { ElfHeader } from './elf.ts';

/** sh_type of the sections that are needed. */
export const SECTION_TYPES = {
  dynamicSymbols: 11,
  definitions: 0x6ffffffd,
  symbolVersions: 0x6fffffff,
} as const;

/** No real library has more. */
const MOST = 4096;

/** Set in vd_flags of the entry that names the library itself. */
const VER_FLG_BASE = 1;

/** Set in a symbol's version if new programs do not link against it. */
const HIDDEN = 0x8000;

/** Names of versions by index, such as 2 → GLIBC_2.17; that of the library itself is left out. */
export function versionDefinitions(
  name: string,
  { endian }: ElfHeader,
  definitions: Uint8Array,
  names: Uint8Array,
): Map<number, string> {
  const view = new View(`${name} › version definitions`, definitions, endian);
  const nameOf = stringTable(new View(`${name} › dynamic names`, names, endian));
  const found = new Map<number, string>();
  let at = 0;
  for (let left = MOST; left > 0 && view.size > 0; left -= 1) {
    const first = at + view.u32(at + 12);
    if ((view.u16(at + 2) & VER_FLG_BASE) === 0) found.set(view.u16(at + 4), nameOf(view.u32(first)));
    const next = view.u32(at + 16);
    if (next === 0) break;
    at += next;
  }
  return found;
}

export interface VersionedSymbol {
  readonly name: string;
  readonly version: string;
  /** New programs get this one. */
  readonly isDefault: boolean;
}

/** The defined symbols of some names, a line per version, in the order of the table. */
export function versionedSymbols(
  name: string,
  { endian, is64 }: ElfHeader,
  tables: { readonly symbols: Uint8Array; readonly names: Uint8Array; readonly versions: Uint8Array },
  definitions: ReadonlyMap<number, string>,
  wanted: ReadonlySet<string>,
): VersionedSymbol[] {
  const symbols = new View(`${name} › dynamic symbols`, tables.symbols, endian);
  const versions = new View(`${name} › symbol versions`, tables.versions, endian);
  const strings = new View(`${name} › dynamic names`, tables.names, endian);
  const nameOf = stringTable(strings);
  const size = is64 ? 24 : 16;
  const found: VersionedSymbol[] = [];
  for (let index = 1; (index + 1) * size <= symbols.size && (index + 1) * 2 <= versions.size; index += 1) {
    const at = index * size;
    const nameAt = symbols.u32(at);
    if (symbols.u16(at + (is64 ? 6 : 14)) === 0 || nameAt === 0 || nameAt >= strings.size) continue;
    const symbol = nameOf(nameAt);
    const version = versions.u16(index * 2);
    const versionName = definitions.get(version & ~HIDDEN);
    if (!wanted.has(symbol) || versionName === undefined) continue;
    found.push({ name: symbol, version: versionName, isDefault: (version & HIDDEN) === 0 });
  }
  return found;
}
