/**
 * Reading one Mach-O slice's identity, with every page hash of its signature recomputed.
 *
 * @module
 */

import type { BinarySlice } from '../../evidence/binary/binary-identity.ts';
import { chainedSegments } from '../../formats/chained-fixups.ts';
import { bindOpcodes, chainedImports, type Bind } from '../../formats/macho-binds.ts';
import {
  MACHO_HEADER_SIZE,
  machoCommands,
  machoHeader,
  machoSymbols,
  type MachoCommands,
  type MachoHeader,
} from '../../formats/macho.ts';
import type { MappedRange } from '../../formats/memory-map.ts';
import { chainedPointers } from './chained-pointers.ts';
import { isGoName } from './go-names.ts';
import { readGoMarks } from './go-marks.ts';
import type { Image } from './image.ts';
import { within, type Part } from './part.ts';
import { Problems } from './problems.ts';
import type { ReadSlice } from './read-binary.ts';
import { readSignature } from './signature.ts';

const WRITE = 2;
const EXECUTE = 4;
const READ_WRITE = 3;

/** S_ATTR_PURE_INSTRUCTIONS and S_ATTR_SOME_INSTRUCTIONS. */
const INSTRUCTIONS = 0x80000400;

/** Sections whose low byte is one of these have no bytes in the file. */
const ZERO_FILLED: readonly number[] = [1, 12, 18];

export async function readMacho(part: Part): Promise<ReadSlice> {
  const problems = new Problems();
  const header = machoHeader(
    part.name,
    await part.read({ offset: 0, sizeBytes: Math.min(MACHO_HEADER_SIZE, part.size) }),
  );
  const commands = machoCommands(part.name, header, await part.read(header.commands));
  const { minimumOs, sdk, platform, uuid, dylibs, sections, rpaths, encryption } = commands;
  const symbols = await problems.attempt('symbols', part.start + (commands.symbols?.table.offset ?? 0), () =>
    readSymbols(part, header, commands, problems),
  );
  const signature = await readSignature(part, commands.signature, problems);
  const image = await imageOf(part, header, commands, problems);
  const code = codeOf(part, commands, image.map);
  const marks = await readGoMarks(image, code, [], problems);
  return {
    image,
    slice: {
      architecture: header.architecture,
      offset: part.start,
      sizeBytes: part.size,
      sections: sections.map(({ name, sizeBytes }) => ({ name, sizeBytes })),
      ...(symbols && { symbols }),
      ...marks,
      code,
      ...(problems.list.length > 0 && { problems: problems.list }),
      macho: {
        fileType: header.fileType,
        flags: header.flags,
        cpuSubtype: header.cpuSubtype,
        ...(minimumOs !== undefined && { minimumOs }),
        ...(sdk !== undefined && { sdk }),
        ...(platform !== undefined && { platform }),
        ...(uuid !== undefined && { uuid }),
        dylibs: [...dylibs],
        rpaths: [...rpaths],
        segments: commands.segments.map((segment) => ({ ...segment })),
        ...(encryption && { encryption }),
        ...(signature && { signature }),
      },
    },
  };
}

async function imageOf(
  part: Part,
  header: MachoHeader,
  commands: MachoCommands,
  problems: Problems,
): Promise<Image> {
  const { segments, sections, chainedFixups } = commands;
  const map = segments
    .filter(({ sizeBytes }) => sizeBytes > 0)
    .map(({ address, offset, sizeBytes, protection, maxProtection }) => ({
      address,
      offset,
      sizeBytes,
      // Constants that are relocated become read-only later; the file lets them be written first.
      isWritable: (protection & WRITE) !== 0,
      isExecutable: (protection & EXECUTE) !== 0,
      isData: protection === READ_WRITE && maxProtection === READ_WRITE,
    }));
  const base = segments.find(({ name }) => name === '__TEXT')?.address ?? 0;
  const pointers =
    chainedFixups &&
    (await problems.attempt('chained fixups', part.start + chainedFixups.offset, async () =>
      chainedPointers(part, chainedSegments(part.name, await part.read(chainedFixups)), map, base),
    ));
  return {
    part,
    endian: header.endian,
    pointerSize: header.is64 ? 8 : 4,
    sections,
    map: map.toSorted((one, other) => one.address - other.address),
    pointers,
    data: map.find(({ isData }) => isData),
  };
}

/** Sections that say they hold instructions; without any section, segments that may be executed. */
function codeOf(
  part: Part,
  { sections }: MachoCommands,
  map: readonly MappedRange[],
): NonNullable<BinarySlice['code']> {
  const ranges =
    sections.length > 0
      ? sections.filter(({ flags }) => (flags & INSTRUCTIONS) !== 0 && !ZERO_FILLED.includes(flags & 0xff))
      : map.filter(({ isExecutable }) => isExecutable);
  return ranges
    .map((range) => ({
      address: range.address,
      ...within(part, range),
      ...('name' in range && typeof range.name === 'string' && { name: range.name }),
    }))
    .filter(({ sizeBytes }) => sizeBytes > 0)
    .map((range) => ({ ...range, offset: range.offset + part.start }))
    .toSorted((one, other) => one.address - other.address);
}

async function readSymbols(
  part: Part,
  header: MachoHeader,
  commands: MachoCommands,
  problems: Problems,
): Promise<BinarySlice['symbols']> {
  const { symbols, dylibs } = commands;
  if (!symbols) return undefined;
  const all = machoSymbols(part.name, header, await part.read(symbols.table), await part.read(symbols.names));
  const place = part.start + (commands.chainedFixups ?? commands.binds[0] ?? symbols.table).offset;
  const binds = (await problems.attempt('binds', place, () => readBinds(part, commands))) ?? [];
  const ordinals = new Map(binds.map(({ symbol, ordinal }) => [symbol, ordinal]));
  return {
    count: all.length,
    goCount: all.filter(({ name, isUndefined, isDebug }) => !isUndefined && !isDebug && isGoName(name))
      .length,
    entryPoints: [],
    imports: all
      .filter(({ isUndefined }) => isUndefined)
      .map(({ name }) => {
        const library = dylibs[(ordinals.get(name) ?? 0) - 1];
        return { name, ...(library !== undefined && { library }) };
      }),
  };
}

async function readBinds(part: Part, { binds, chainedFixups }: MachoCommands): Promise<Bind[]> {
  if (chainedFixups) return chainedImports(part.name, await part.read(chainedFixups));
  const tables = [];
  for (const range of binds) tables.push(bindOpcodes(part.name, await part.read(range)));
  return tables.flat();
}
