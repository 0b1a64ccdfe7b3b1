/**
 * Reading one PE file's identity.
 *
 * @module
 */

import { View } from '../../bytes/view.ts';
import type { BinarySlice } from '../../evidence/binary/binary-identity.ts';
import { offsetAt } from '../../formats/memory-map.ts';
import {
  importNames,
  PE_HEADER_SIZE,
  peHeader,
  peSections,
  peSymbols,
  type PeHeader,
  type PeSection,
} from '../../formats/pe.ts';
import { isGoName } from './go-names.ts';
import { readGoMarks } from './go-marks.ts';
import { readRaw, type Image } from './image.ts';
import { within, type Part } from './part.ts';
import { Problems } from './problems.ts';
import type { ReadSlice } from './read-binary.ts';

const EXECUTE = 0x20000000;
const WRITE = 0x80000000;

/** Initialised data that may be read and written; how it is aligned does not matter. */
const DATA = 0xc0000040;
const ALIGNMENT = 0xf00000;

const LARGEST_IMPORTS = 2 ** 17;
const LARGEST_NAMES = 2 ** 26;

export async function readPe(part: Part): Promise<ReadSlice> {
  const problems = new Problems();
  const header = peHeader(part.name, await part.read(within(part, { offset: 0, sizeBytes: PE_HEADER_SIZE })));
  const sections =
    (await problems.attempt('section table', part.start + header.sectionTable.offset, async () =>
      peSections(part.name, header, await part.read(header.sectionTable)),
    )) ?? [];
  const image = imageOf(part, header, sections);
  const code = sections
    .filter(({ flags }) => (flags & EXECUTE) !== 0)
    .map(({ name, address, ...range }) => ({ address, ...within(part, range), name }))
    .filter(({ sizeBytes }) => sizeBytes > 0)
    .map((range) => ({ ...range, offset: range.offset + part.start }))
    .toSorted((one, other) => one.address - other.address);
  const symbols = await problems.attempt('symbols', part.start + (header.symbols?.offset ?? 0), () =>
    readSymbols(part, header),
  );
  const imports = await problems.attempt('imports', undefined, () => readImports(image, header));
  return {
    image,
    slice: {
      architecture: header.architecture,
      offset: part.start,
      sizeBytes: part.size,
      sections: sections.map(({ name, sizeBytes }) => ({ name, sizeBytes })),
      ...(symbols && { symbols }),
      ...(await readGoMarks(image, code, [], problems)),
      code,
      ...(problems.list.length > 0 && { problems: problems.list }),
      pe: {
        machine: header.machine,
        machineOffset: part.start + header.machineOffset,
        is64: header.is64,
        ...(header.subsystem !== undefined && { subsystem: header.subsystem }),
        characteristics: header.characteristics,
        imageBase: header.imageBase,
        entry: header.entry,
        sections: sections.map((section) => ({ ...section })),
        imports: imports ?? [],
        hasAuthenticode: header.hasAuthenticode,
      },
    },
  };
}

function imageOf(part: Part, { is64 }: PeHeader, sections: readonly PeSection[]): Image {
  const map = sections
    .filter(({ sizeBytes }) => sizeBytes > 0)
    .map(({ address, offset, sizeBytes, flags }) => ({
      address,
      offset,
      sizeBytes,
      isWritable: (flags & WRITE) !== 0,
      isExecutable: (flags & EXECUTE) !== 0,
      isData: (flags & ~ALIGNMENT) >>> 0 === DATA,
    }));
  return {
    part,
    endian: 'little',
    pointerSize: is64 ? 8 : 4,
    sections,
    map: map.toSorted((one, other) => one.address - other.address),
    pointers: undefined,
    data: map.find(({ isData }) => isData),
  };
}

async function readSymbols(part: Part, { symbols }: PeHeader): Promise<BinarySlice['symbols']> {
  if (!symbols) return undefined;
  const namesAt = symbols.offset + symbols.sizeBytes;
  const size = new View(
    `${part.name} › symbol names`,
    await part.read({ offset: namesAt, sizeBytes: 4 }),
    'little',
  ).u32(0);
  const names = await part.read({ offset: namesAt, sizeBytes: Math.min(size, LARGEST_NAMES) });
  const all = peSymbols(part.name, await part.read(symbols), names);
  return {
    count: all.length,
    goCount: all.filter(({ name, isUndefined }) => !isUndefined && isGoName(name)).length,
    entryPoints: [],
    imports: all.filter(({ name, isUndefined }) => isUndefined && name !== '').map(({ name }) => ({ name })),
  };
}

async function readImports(image: Image, { imports, imageBase }: PeHeader): Promise<string[]> {
  if (!imports) return [];
  const { part, map } = image;
  const size = Math.min(imports.sizeBytes, LARGEST_IMPORTS);
  const directory = await readRaw(image, imports.address, size);
  const names: string[] = [];
  for (const address of directory ? importNames(part.name, imageBase, directory) : []) {
    const offset = offsetAt(map, address);
    if (offset === undefined) continue;
    const bytes = await part.read(within(part, { offset, sizeBytes: 256 }));
    names.push(new View(`${part.name} › import`, bytes, 'little').text(0));
  }
  return names;
}
