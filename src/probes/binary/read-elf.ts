/**
 * Reading one ELF file's identity.
 *
 * @module
 */

import { View, type Endian } from '../../bytes/view.ts';
import type { BinarySlice } from '../../evidence/binary/binary-identity.ts';
import { arm64Property, elfNotes, type ElfNote } from '../../formats/elf-notes.ts';
import {
  elfSegments,
  mappedSegments,
  PT_INTERP,
  PT_LOAD,
  PT_NOTE,
  type ElfSegment,
} from '../../formats/elf-segments.ts';
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
import { offsetAt, type MappedRange } from '../../formats/memory-map.ts';
import { readLoading } from './elf-loader.ts';
import { isGoName } from './go-names.ts';
import { readGoMarks } from './go-marks.ts';
import type { Image } from './image.ts';
import { within, type Part } from './part.ts';
import { Problems } from './problems.ts';
import type { ReadSlice } from './read-binary.ts';

/** The entry points whose address and first words the paper prints. */
const ENTRY_POINTS = /^_rt0_\w+_\w+$/;
const PRINTED_WORDS = 4;

const RELOCATABLE = 1;
const WRITABLE = 1;
const ALLOCATED = 2;
const EXECUTABLE = 4;
const LARGEST_NOTES = 2 ** 16;

export async function readElf(part: Part): Promise<ReadSlice> {
  const problems = new Problems();
  const header = elfHeader(
    part.name,
    await part.read({ offset: 0, sizeBytes: Math.min(ELF_HEADER_SIZE, part.size) }),
  );
  const { programTable, sectionTable, is64, endian } = header;
  const segments =
    (await problems.attempt('program headers', part.start + programTable.offset, async () =>
      elfSegments(part.name, header, await part.read(programTable)),
    )) ?? [];
  const listed =
    (await problems.attempt('section table', part.start + sectionTable.offset, () =>
      readSections(part, header),
    )) ?? [];
  const sections = header.type === RELOCATABLE ? laidOut(listed) : listed;
  const map = mapOf(header, segments, sections);
  const symbols = await problems.attempt('symbols', part.start + (symbolTable(sections)?.offset ?? 0), () =>
    readSymbols(part, header, sections, map),
  );
  const { facts, pointers } = await readLoading(part, header, segments, map, problems);
  const notes = await readNotes(part, segments, sections, endian, problems);
  const image: Image = {
    part,
    endian,
    pointerSize: is64 ? 8 : 4,
    sections: sections.map((section) => ({
      ...contentOf(section),
      name: section.name,
      address: section.address,
    })),
    map,
    pointers,
    data: map.find(({ isWritable, isExecutable }) => isWritable && !isExecutable),
  };
  const code = codeOf(part, sections, map);
  const property = arm64Property(notes, endian, is64);
  const interp = await problems.attempt('interpreter', part.start, () => readInterpreter(part, segments));
  const named = sections.filter(({ name }) => name !== '');
  const marks = await readGoMarks(image, code, notes, problems);
  return {
    image,
    slice: {
      architecture: header.architecture,
      offset: part.start,
      sizeBytes: part.size,
      sections: named.map(({ name, sizeBytes }) => ({ name, sizeBytes })),
      ...(symbols && { symbols }),
      ...marks,
      code,
      ...(problems.list.length > 0 && { problems: problems.list }),
      elf: {
        class: is64 ? 64 : 32,
        endian,
        machine: header.machine,
        entry: header.entry,
        type: header.type,
        flags: header.flags,
        ...(interp !== undefined && { interp }),
        loads: segments
          .filter(({ type }) => type === PT_LOAD)
          .map(({ offset, address, sizeBytes, memorySizeBytes, align, flags }) => ({
            offset,
            address,
            fileSizeBytes: sizeBytes,
            memorySizeBytes,
            align,
            flags,
          })),
        ...facts,
        notes: notes.map(({ owner, type, offset, sizeBytes }) => ({ owner, type, offset, sizeBytes })),
        ...(property && { property }),
        isStatic: interp === undefined && (facts.dynamic?.needed.length ?? 0) === 0,
        hasSectionHeaders: sections.length > 0,
        hasSymbolTable: symbolTable(sections) !== undefined,
        hasDebugInfo: sections.some(({ name }) => /^\.z?debug_info$/.test(name)),
      },
    },
  };
}

async function readSections(part: Part, header: ElfHeader): Promise<ElfSection[]> {
  const raw = elfSectionHeaders(part.name, header, await part.read(header.sectionTable));
  const names = raw[header.sectionTable.namesIndex];
  // Names that lie nowhere are damage, but the sections still say where they are.
  const bytes = names ? await part.read(within(part, names)) : new Uint8Array();
  return nameSections(part.name, raw, bytes);
}

/** Objects that are not linked yet have all sections at 0: code stays there, the rest is put behind it. */
function laidOut(sections: readonly ElfSection[]): ElfSection[] {
  const isCode = ({ name }: ElfSection): boolean => name === '.text';
  let next = Math.max(0, ...sections.filter(isCode).map((section) => contentOf(section).sizeBytes));
  return sections.map((section) => {
    if (isCode(section) || (section.flags & ALLOCATED) === 0) return section;
    const address = Math.ceil(next / 4096) * 4096;
    next = address + contentOf(section).sizeBytes;
    return { ...section, address };
  });
}

/** As the kernel maps it; of objects that are not linked yet, as laid out. */
function mapOf(
  { type }: ElfHeader,
  segments: readonly ElfSegment[],
  sections: readonly ElfSection[],
): MappedRange[] {
  const map =
    type === RELOCATABLE
      ? sections
          .filter((section) => (section.flags & ALLOCATED) !== 0 && contentOf(section).sizeBytes > 0)
          .map((section) => ({
            ...contentOf(section),
            address: section.address,
            isWritable: (section.flags & WRITABLE) !== 0,
            isExecutable: (section.flags & EXECUTABLE) !== 0,
          }))
      : mappedSegments(segments);
  return map.toSorted((one, other) => one.address - other.address);
}

/** Sections tell code from the data beside it; without them a segment is all one knows. */
function codeOf(
  part: Part,
  sections: readonly ElfSection[],
  map: readonly MappedRange[],
): NonNullable<BinarySlice['code']> {
  const wanted = ALLOCATED | EXECUTABLE;
  const named = sections.filter(
    (section) => (section.flags & wanted) === wanted && contentOf(section).sizeBytes > 0,
  );
  const ranges =
    named.length > 0
      ? named.map((section) => ({ ...contentOf(section), address: section.address, name: section.name }))
      : map.filter(({ isExecutable }) => isExecutable);
  return ranges
    .map((range) => ({
      address: range.address,
      ...within(part, range),
      ...('name' in range && range.name !== '' && { name: range.name }),
    }))
    .filter(({ sizeBytes }) => sizeBytes > 0)
    .map((range) => ({ ...range, offset: range.offset + part.start }))
    .toSorted((one, other) => one.address - other.address);
}

async function readInterpreter(part: Part, segments: readonly ElfSegment[]): Promise<string | undefined> {
  const segment = segments.find(({ type }) => type === PT_INTERP);
  if (!segment) return undefined;
  const bytes = await part.read(
    within(part, { offset: segment.offset, sizeBytes: Math.min(segment.sizeBytes, 4096) }),
  );
  return new View(`${part.name} › interpreter`, bytes, 'little').text(0);
}

/** Notes of segments; of sections where there are no segments. */
async function readNotes(
  part: Part,
  segments: readonly ElfSegment[],
  sections: readonly ElfSection[],
  endian: Endian,
  problems: Problems,
): Promise<ElfNote[]> {
  const inSegments = segments.filter(({ type }) => type === PT_NOTE);
  const places = inSegments.length > 0 ? inSegments : sections.filter(({ type }) => type === 7);
  const notes: ElfNote[] = [];
  for (const place of places.slice(0, 64)) {
    const range = within(part, { offset: place.offset, sizeBytes: Math.min(place.sizeBytes, LARGEST_NOTES) });
    const align = 'align' in place ? place.align : 4;
    const found = await problems.attempt('notes', part.start + range.offset, async () =>
      elfNotes(await part.read(range), endian, part.start + range.offset, align),
    );
    notes.push(...(found ?? []));
  }
  return notes;
}

async function readSymbols(
  part: Part,
  header: ElfHeader,
  sections: readonly ElfSection[],
  map: readonly MappedRange[],
): Promise<BinarySlice['symbols']> {
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
    const at = isUndefined || !ENTRY_POINTS.test(name) ? undefined : offsetAt(map, value);
    if (at === undefined || entryPoints.length >= 16) continue;
    const bytes = await part.read(within(part, { offset: at, sizeBytes: PRINTED_WORDS * 4 }));
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
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.u32(index * 4));
}
