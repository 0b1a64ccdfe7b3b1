/**
 * Reading one ELF file's identity.
 *
 * @module
 */

import { View, type Endian } from '../../bytes/view.ts';
import {
  contentOf,
  ELF_HEADER_SIZE,
  elfHeader,
  elfSectionHeaders,
  elfSymbols,
  nameSections,
  symbolTable,
  type ElfHeader,
  type ElfSection,
} from '../../formats/elf.ts';
import type { Part, ReadSlice } from './read-binary.ts';
import { isGoName, readFunctionTable, readGoString } from './go-names.ts';

/** The entry points whose address and first words the paper prints. */
const ENTRY_POINTS = /^_rt0_\w+_\w+$/;
const PRINTED_WORDS = 4;

export async function readElf(part: Part): Promise<ReadSlice> {
  const header = elfHeader(
    part.name,
    await part.read({ offset: 0, sizeBytes: Math.min(ELF_HEADER_SIZE, part.size) }),
  );
  const raw = elfSectionHeaders(part.name, header, await part.read(header.sectionTable));
  const namesHeader = raw[header.sectionTable.namesIndex];
  const names = namesHeader
    ? await part.read({ offset: namesHeader.offset, sizeBytes: namesHeader.sizeBytes })
    : new Uint8Array();
  const sections = nameSections(part.name, raw, names);
  const symbols = await readSymbols(part, header, sections);
  return {
    slice: {
      architecture: header.architecture,
      offset: 0,
      sizeBytes: part.size,
      sections: sections
        .filter(({ name }) => name !== '')
        .map(({ name, sizeBytes }) => ({ name, sizeBytes })),
      ...(symbols && { symbols }),
      ...(await readFunctionTable(part, sections, header.endian)),
      elf: {
        class: header.is64 ? 64 : 32,
        endian: header.endian,
        machine: header.machine,
        entry: header.entry,
      },
    },
    buildInfoRange: rangeOf(sections.find(({ name }) => name === '.go.buildinfo')),
    stringAt: (address) =>
      readGoString(part, address, header.is64 ? 8 : 4, header.endian, (at) => fileOffset(sections, at)),
  };
}

async function readSymbols(part: Part, header: ElfHeader, sections: readonly ElfSection[]) {
  const table = symbolTable(sections);
  const names = table && sections[table.link];
  if (!table || !names) return undefined;
  const all = elfSymbols(
    part.name,
    header,
    await part.read(contentOf(table)),
    await part.read(contentOf(names)),
  );
  const entryPoints = [];
  for (const { name, value, isUndefined } of all) {
    const at = isUndefined || !ENTRY_POINTS.test(name) ? undefined : fileOffset(sections, value);
    if (at === undefined) continue;
    const bytes = await part.read({ offset: at, sizeBytes: PRINTED_WORDS * 4 });
    entryPoints.push({ name, address: value, words: wordsOf(part.name, bytes, header.endian) });
  }
  return {
    count: all.length,
    goCount: all.filter(({ name, isUndefined }) => !isUndefined && isGoName(name)).length,
    entryPoints,
    imports: all.filter(({ isUndefined, name }) => isUndefined && name !== '').map(({ name }) => ({ name })),
  };
}

function wordsOf(name: string, bytes: Uint8Array, endian: Endian): number[] {
  const view = new View(name, bytes, endian);
  return Array.from({ length: bytes.length / 4 }, (_, index) => view.u32(index * 4));
}

function rangeOf(section: ElfSection | undefined) {
  return section && contentOf(section);
}

/** Where the byte at a virtual address lies in the file. */
function fileOffset(sections: readonly ElfSection[], address: number): number | undefined {
  const section = sections.find(
    (one) => one.address > 0 && address >= one.address && address < one.address + contentOf(one).sizeBytes,
  );
  return section && section.offset + (address - section.address);
}
