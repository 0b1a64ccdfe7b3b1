/** Reading which versions of some symbols a shared library has. */

import type { Arm64Libc } from '../../evidence/machine/arm64-libc.ts';
import {
  contentOf,
  ELF_HEADER_SIZE,
  elfHeader,
  elfSectionHeaders,
  nameSections,
  type ElfSection,
} from '../../formats/elf.ts';
import {
  SECTION_TYPES,
  versionDefinitions,
  versionedSymbols,
} from '../../formats/elf-version-definitions.ts';
import type { Host, OpenFile } from '../../host/host.ts';

/** A table of a real C library has some hundred kilobytes. */
const LARGEST_TABLE = 2 ** 24;

/** Undefined if there is no such file; throws FormatError if it is no ELF file. */
export function readVersions(
  host: Host,
  path: string,
  wanted: ReadonlySet<string>,
): Promise<Arm64Libc['libraries'][number] | undefined> {
  return host.withFile(path, async (file) => {
    const header = elfHeader(path, await file.read(0, ELF_HEADER_SIZE));
    const { offset, sizeBytes } = header.sectionTable;
    const headers = elfSectionHeaders(
      path,
      header,
      await file.read(offset, Math.min(sizeBytes, LARGEST_TABLE)),
    );
    const sections = nameSections(path, headers, new Uint8Array());
    const ofType = (type: number) => sections.find((section) => section.type === type);
    const table = ofType(SECTION_TYPES.dynamicSymbols);
    const tables = {
      symbols: await content(file, table),
      names: await content(file, table && sections[table.link]),
      versions: await content(file, ofType(SECTION_TYPES.symbolVersions)),
    };
    const bytes = await content(file, ofType(SECTION_TYPES.definitions));
    const definitions = versionDefinitions(path, header, bytes, tables.names);
    return {
      path,
      architecture: header.architecture,
      versions: [...definitions.values()],
      symbols: versionedSymbols(path, header, tables, definitions, wanted).map((symbol) => ({ ...symbol })),
    };
  });
}

async function content(file: OpenFile, section: ElfSection | undefined): Promise<Uint8Array> {
  if (!section) return new Uint8Array();
  const { offset, sizeBytes } = contentOf(section);
  return file.read(offset, Math.min(sizeBytes, LARGEST_TABLE));
}
