/**
 * Reading a binary by windows: the parsers of `formats/` say what to fetch next, and this file
 * fetches it. Memory is bounded by the symbol table, which is refused above a limit.
 *
 * @module
 */

import { FormatError } from '../../bytes/error.ts';
import type { BinaryIdentity, BinarySlice } from '../../evidence/binary/binary-identity.ts';
import { buildInfo, findBuildInfo, type BuildInfo } from '../../formats/buildinfo.ts';
import { containerOf } from '../../formats/container.ts';
import type { Range } from '../../formats/elf.ts';
import { machoSlices } from '../../formats/macho.ts';
import { HostError, type Host, type OpenFile } from '../../host/host.ts';
import { readElf } from './read-elf.ts';
import { readMacho } from './read-macho.ts';

/** The first bytes decide the container; a PE header may lie some hundred bytes in. */
const HEAD = 4096;

/** No symbol table, section table or signature of a real program is larger than this. */
const LARGEST_PART = 2 ** 28;

/** Part of a file with the name it has in messages. */
export interface Part {
  readonly name: string;
  readonly size: number;
  /** The bytes of a range; throws FormatError if the file ends before it or it is absurdly large. */
  read(range: Range): Promise<Uint8Array>;
}

/** A slice, and the bytes where its build information may lie. */
export interface ReadSlice {
  readonly slice: BinarySlice;
  readonly buildInfoRange: Range | undefined;
  /** A Go string header at a virtual address, for the layout before Go 1.18. */
  readonly stringAt: (address: number) => Promise<string | undefined>;
}

/** Undefined if there is no such file. */
export async function readBinary(host: Host, path: string): Promise<BinaryIdentity | undefined> {
  const sha256 = await host.digest(path);
  if (sha256 === undefined) return undefined;
  return host.withFile(path, async (file) => {
    const head = await file.read(0, HEAD);
    const { format = 'other' } = containerOf(head) ?? {};
    const parts = partsOf(path, file, head, format);
    const reading = format === 'elf' ? readElf : readMacho;
    const slices: BinarySlice[] = [];
    let found: BuildInfo | undefined;
    for (const { part, offset } of parts) {
      const { slice, buildInfoRange, stringAt } = await reading(part);
      slices.push({ ...slice, offset });
      found ??= buildInfoRange && (await readBuildInfo(part, buildInfoRange, stringAt));
    }
    return {
      path,
      sizeBytes: file.sizeBytes,
      sha256,
      container: format,
      slices,
      ...(found && { buildInfo: told(found) }),
    };
  });
}

function partsOf(path: string, file: OpenFile, head: Uint8Array, format: BinaryIdentity['container']) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const part = (at: Range, label: string): { part: Part; offset: number } => ({
    offset: at.offset,
    part: { name: label, size: at.sizeBytes, read: (range) => readRange(file, label, at, range) },
  });
  const whole = { offset: 0, sizeBytes: file.sizeBytes };
  if (format === 'elf' || format === 'mach-o') return [part(whole, name)];
  if (format !== 'mach-o-fat') return [];
  return (machoSlices(name, head) ?? []).map((slice) => part(slice, `${name} › ${slice.architecture}`));
}

async function readRange(file: OpenFile, name: string, within: Range, range: Range): Promise<Uint8Array> {
  const { offset, sizeBytes } = range;
  const place = `at 0x${offset.toString(16)}`;
  if (sizeBytes > LARGEST_PART)
    throw new FormatError(`Cannot read ${name}: a part of ${sizeBytes} bytes is too large ${place}`, offset);
  if (
    !Number.isSafeInteger(offset) ||
    offset + sizeBytes > within.sizeBytes ||
    within.offset + offset + sizeBytes > file.sizeBytes
  ) {
    throw new FormatError(
      `Cannot read ${name}: the file ends before a part of ${sizeBytes} bytes ${place}`,
      offset,
    );
  }
  const bytes = await file.read(within.offset + offset, sizeBytes);
  if (bytes.length < sizeBytes)
    throw new HostError('failed', `Cannot read ${name}: the file shrank while it was read ${place}`);
  return bytes;
}

async function readBuildInfo(
  part: Part,
  range: Range,
  stringAt: ReadSlice['stringAt'],
): Promise<BuildInfo | undefined> {
  const bytes = await part.read(range);
  const at = findBuildInfo(bytes);
  if (at === undefined) return undefined;
  // The old layout points elsewhere: the parser asks, what it asked for is fetched, it runs again.
  const strings = new Map<number, string | undefined>();
  for (let round = 0; round < 3; round += 1) {
    const wanted: number[] = [];
    const info = buildInfo(part.name, bytes, at, (address) => {
      if (!strings.has(address)) wanted.push(address);
      return strings.get(address);
    });
    if (wanted.length === 0) return info;
    for (const address of wanted) strings.set(address, await stringAt(address));
  }
  return undefined;
}

function told({ goVersion, path, main, settings }: BuildInfo): NonNullable<BinaryIdentity['buildInfo']> {
  return {
    goVersion,
    path,
    ...(main && { main: { path: main.path, version: main.version } }),
    settings: settings.map(([key, value]): [string, string] => [key, value]),
  };
}
