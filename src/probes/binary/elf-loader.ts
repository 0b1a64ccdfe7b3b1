/**
 * What the loader of an ELF file reads: the dynamic section and what it leads to, by addresses,
 * and relocations. Section headers are not looked at: a file without them loads as well.
 *
 * @module
 */

import {
  DT,
  dynamicEntries,
  symbolCountOfGnuHash,
  symbolCountOfHash,
  undefinedSymbols,
  versionNeeds,
  type DynamicEntries,
  type DynamicSymbol,
} from '../../formats/elf-dynamic.ts';
import { RELA_SIZE, relativeRelocations } from '../../formats/elf-relocations.ts';
import { PT_DYNAMIC, type ElfSegment } from '../../formats/elf-segments.ts';
import type { ElfHeader, Range } from '../../formats/elf.ts';
import { offsetAt, type MappedRange } from '../../formats/memory-map.ts';
import { FormatError } from '../../bytes/error.ts';
import { stringTable } from '../../bytes/string-table.ts';
import { View } from '../../bytes/view.ts';
import type { BinarySlice } from '../../evidence/binary/binary-identity.ts';
import { MOST_PLACES, type Place, type Pointers } from './image.ts';
import { windows, within, type Part } from './part.ts';
import type { Problems } from './problems.ts';

type Elf = NonNullable<BinarySlice['elf']>;

/** A dynamic section has some 30 entries of 16 bytes. */
const LARGEST_DYNAMIC = 2 ** 16;

/** Version needs have no size of their own. */
const LARGEST_NEEDS = 2 ** 20;

/** In bytes over all passes; a pass over those of a program of 100 MB takes 30 MB. */
const MOST_RELOCATIONS = 2 ** 30;

export interface Loading {
  readonly facts: Pick<Elf, 'dynamic' | 'versionNeeds' | 'undefinedSymbols'>;
  readonly pointers: Pointers | undefined;
}

export async function readLoading(
  part: Part,
  header: ElfHeader,
  segments: readonly ElfSegment[],
  map: readonly MappedRange[],
  problems: Problems,
): Promise<Loading> {
  const segment = segments.find(({ type }) => type === PT_DYNAMIC);
  if (!segment) return { facts: {}, pointers: undefined };
  const place = part.start + segment.offset;
  const entries = await problems.attempt('dynamic section', place, async () =>
    dynamicEntries(
      part.name,
      header,
      await part.read(within(part, { ...segment, sizeBytes: Math.min(segment.sizeBytes, LARGEST_DYNAMIC) })),
    ),
  );
  if (!entries) return { facts: {}, pointers: undefined };
  const names =
    (await problems.attempt('dynamic names', place, () =>
      part.read(tableAt(part, map, entries.value(DT.strtab), entries.value(DT.strSize) ?? 0)),
    )) ?? new Uint8Array();
  const nameOf = stringTable(new View(`${part.name} › dynamic names`, names, header.endian));
  const dynamic = await problems.attempt('dynamic section', place, async () =>
    Promise.resolve(dynamicFacts(entries, nameOf)),
  );
  const symbols = await problems.attempt('dynamic symbols', place, async () => {
    const size = (await symbolCount(part, header, map, entries)) * (header.is64 ? 24 : 16);
    const table = await part.read(tableAt(part, map, entries.value(DT.symtab), size));
    return undefinedSymbols(part.name, header, table, names);
  });
  const needs = await problems.attempt('version needs', place, () =>
    readVersionNeeds(part, header, map, entries, names, symbols ?? []),
  );
  return {
    facts: {
      ...(dynamic && { dynamic }),
      ...(needs && { versionNeeds: needs }),
      ...(symbols && { undefinedSymbols: symbols.map(({ name, binding }) => ({ name, binding })) }),
    },
    pointers: relocations(part, header, map, entries),
  };
}

function dynamicFacts(entries: DynamicEntries, nameOf: (at: number) => string): NonNullable<Elf['dynamic']> {
  const text = (tag: number): string | undefined => {
    const at = entries.value(tag);
    return at === undefined ? undefined : nameOf(at);
  };
  const [soname, rpath, runpath] = [DT.soname, DT.rpath, DT.runpath].map(text);
  return {
    needed: entries.needed.map(nameOf),
    ...(soname !== undefined && { soname }),
    ...(rpath !== undefined && { rpath: rpath.split(':') }),
    ...(runpath !== undefined && { runpath: runpath.split(':') }),
  };
}

/** At most `sizeBytes` at an address, as far as they are in the file. */
function tableAt(
  part: Part,
  map: readonly MappedRange[],
  address: number | undefined,
  sizeBytes: number,
): Range {
  const offset = address === undefined ? undefined : offsetAt(map, address);
  return offset === undefined ? { offset: 0, sizeBytes: 0 } : within(part, { offset, sizeBytes });
}

async function symbolCount(
  part: Part,
  header: ElfHeader,
  map: readonly MappedRange[],
  entries: DynamicEntries,
): Promise<number> {
  const hash = entries.value(DT.hash);
  if (hash !== undefined)
    return symbolCountOfHash(part.name, header, await part.read(tableAt(part, map, hash, 8)));
  const gnu = entries.value(DT.gnuHash);
  if (gnu !== undefined) {
    const count = symbolCountOfGnuHash(part.name, header, await part.read(tableAt(part, map, gnu, 2 ** 24)));
    // Of a program that exports nothing, GNU ld's table says that symbols begin at 1 and lists none.
    if (count > 1) return count;
  }
  // Linkers put the names behind the symbols.
  const [from = 0, to = 0] = [entries.value(DT.symtab), entries.value(DT.strtab)];
  return to > from ? Math.floor((to - from) / (header.is64 ? 24 : 16)) : 0;
}

async function readVersionNeeds(
  part: Part,
  header: ElfHeader,
  map: readonly MappedRange[],
  entries: DynamicEntries,
  names: Uint8Array,
  symbols: readonly DynamicSymbol[],
): Promise<Elf['versionNeeds']> {
  const [at, count] = [entries.value(DT.verneed), entries.value(DT.verneedCount)];
  if (at === undefined || count === undefined) return undefined;
  const bytes = await part.read(tableAt(part, map, at, LARGEST_NEEDS));
  const needs = versionNeeds(part.name, header, Math.min(count, 65_536), bytes, names);
  const last = symbols.at(-1)?.index ?? -1;
  const indices = new View(
    `${part.name} › symbol versions`,
    await part.read(tableAt(part, map, entries.value(DT.versym), (last + 1) * 2)),
    header.endian,
  );
  const asking = new Map<number, { name: string; binding: 'global' | 'weak' }[]>();
  for (const { index, name, binding } of symbols) {
    if (index * 2 + 2 > indices.size) break;
    const version = indices.u16(index * 2) & 0x7fff;
    const others = asking.get(version);
    if (others) others.push({ name, binding });
    else asking.set(version, [{ name, binding }]);
  }
  return needs.map(({ file, version, isWeak, index }) => ({
    file,
    version,
    isWeak,
    symbols: asking.get(index) ?? [],
  }));
}

/** Only tables with addends apart: the others keep the value in the word itself. */
function relocations(
  part: Part,
  { endian, machine, is64 }: ElfHeader,
  map: readonly MappedRange[],
  entries: DynamicEntries,
): Pointers | undefined {
  const table = tableAt(part, map, entries.value(DT.rela), entries.value(DT.relaSize) ?? 0);
  if (!is64 || table.sizeBytes < RELA_SIZE) return undefined;
  let left = MOST_RELOCATIONS;
  const each = async (visit: (address: number, value: number) => void): Promise<void> => {
    if ((left -= table.sizeBytes) < 0)
      throw new FormatError(
        `Cannot read ${part.name} › relocations: too many to go through again`,
        table.offset,
      );
    for await (const { bytes } of windows(part, table, 0, RELA_SIZE * 2 ** 15))
      relativeRelocations(bytes, endian, machine, visit);
  };
  return {
    async relocate(at, bytes) {
      const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      await each((address, value) => {
        if (address >= at && address + 8 <= at + bytes.length)
          data.setBigUint64(address - at, BigInt(value), endian === 'little');
      });
    },
    async placesOf(wanted) {
      const places: Place[] = [];
      await each((address, value) => {
        if (wanted.has(value) && places.length < MOST_PLACES) places.push({ address, value });
      });
      return places;
    },
  };
}
