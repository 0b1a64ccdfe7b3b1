/**
 * Reading one Mach-O slice's identity, with every page hash of its signature recomputed.
 *
 * @module
 */

import { createHash } from 'node:crypto';
import type { SignatureState } from '../../evidence/binary/binary-identity.ts';
import { codeSignature } from '../../formats/code-signature.ts';
import {
  MACHO_HEADER_SIZE,
  machoCommands,
  machoHeader,
  machoSymbols,
  type MachoCommands,
  type MachoHeader,
} from '../../formats/macho.ts';
import { bindOpcodes, chainedImports, type Bind } from '../../formats/macho-binds.ts';
import { isGoName, readFunctionTable, readGoString } from './go-names.ts';
import type { Part, ReadSlice } from './read-binary.ts';

export async function readMacho(part: Part): Promise<ReadSlice> {
  const header = machoHeader(
    part.name,
    await part.read({ offset: 0, sizeBytes: Math.min(MACHO_HEADER_SIZE, part.size) }),
  );
  const commands = machoCommands(part.name, header, await part.read(header.commands));
  const symbols = await readSymbols(part, header, commands);
  const signature = await readSignature(part, commands);
  const { minimumOs, sdk, platform, uuid, dylibs, sections } = commands;
  const info = sections.find(({ name }) => name.endsWith(',__go_buildinfo'));
  return {
    slice: {
      architecture: header.architecture,
      offset: 0,
      sizeBytes: part.size,
      sections: sections.map(({ name, sizeBytes }) => ({ name, sizeBytes })),
      ...(symbols && { symbols }),
      ...(await readFunctionTable(part, sections, header.endian)),
      macho: {
        fileType: header.fileType,
        ...(minimumOs !== undefined && { minimumOs }),
        ...(sdk !== undefined && { sdk }),
        ...(platform !== undefined && { platform }),
        ...(uuid !== undefined && { uuid }),
        dylibs: [...dylibs],
        ...(signature && { signature }),
      },
    },
    buildInfoRange: info && { offset: info.offset, sizeBytes: info.sizeBytes },
    stringAt: (address) =>
      readGoString(part, address, header.is64 ? 8 : 4, header.endian, (at) => fileOffset(commands, at)),
  };
}

async function readSymbols(part: Part, header: MachoHeader, commands: MachoCommands) {
  const { symbols, dylibs } = commands;
  if (!symbols) return undefined;
  const all = machoSymbols(part.name, header, await part.read(symbols.table), await part.read(symbols.names));
  const ordinals = new Map((await readBinds(part, commands)).map(({ symbol, ordinal }) => [symbol, ordinal]));
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

/** Pages are hashed a megabyte at a time, so a large binary costs no memory. */
const PAGES_AT_ONCE = 256;

async function readSignature(part: Part, { signature }: MachoCommands): Promise<SignatureState | undefined> {
  if (!signature) return undefined;
  const { directories, cmsSizeBytes } = codeSignature(part.name, await part.read(signature));
  const directory = directories.find(({ hashType }) => hashType === 'sha256') ?? directories[0];
  if (!directory) return undefined;
  const { pageSize, pageHashes, codeLimit, isAdHoc, isLinkerSigned, identifier } = directory;
  const badPages: number[] = [];
  if (directory.hashType === 'sha256') {
    for (let first = 0; first < pageHashes.length; first += PAGES_AT_ONCE) {
      const hashes = pageHashes.slice(first, first + PAGES_AT_ONCE);
      const offset = first * pageSize;
      const bytes = await part.read({
        offset,
        sizeBytes: Math.max(0, Math.min(hashes.length * pageSize, codeLimit - offset)),
      });
      hashes.forEach((signed, index) => {
        const page = bytes.subarray(index * pageSize, (index + 1) * pageSize);
        if (createHash('sha256').update(page).digest('hex') !== signed) badPages.push(first + index);
      });
    }
  }
  return { isAdHoc, isLinkerSigned, identifier, pages: pageHashes.length, pageSize, badPages, cmsSizeBytes };
}

function fileOffset({ segments }: MachoCommands, address: number): number | undefined {
  const segment = segments.find((one) => address >= one.address && address < one.address + one.sizeBytes);
  return segment && segment.offset + (address - segment.address);
}
