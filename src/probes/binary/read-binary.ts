/**
 * Reading a binary by windows: the parsers of `formats/` say what to fetch next, and this room
 * fetches it, so that memory does not grow with the file. A damaged header throws FormatError;
 * damage of other parts is written down with the slice, and the rest is read.
 *
 * @module
 */

import type { BinaryIdentity, BinarySlice } from '../../evidence/binary/binary-identity.ts';
import { containerOf } from '../../formats/container.ts';
import { overlaps, universalSlices } from '../../formats/universal.ts';
import type { Host, OpenFile } from '../../host/host.ts';
import type { Image } from './image.ts';
import { partOf, type Part } from './part.ts';
import { Problems } from './problems.ts';
import { objectParts, readMembers } from './read-archive.ts';
import { readElf } from './read-elf.ts';
import { readMacho } from './read-macho.ts';
import { readPe } from './read-pe.ts';

/** The first bytes decide the container; a PE header may lie some hundred bytes in. */
const HEAD = 4096;

/** A slice as evidence, and its bytes while the file is open. */
export interface ReadSlice {
  readonly slice: BinarySlice;
  readonly image: Image;
}

export interface Reading {
  /** Of the whole file; a large one takes seconds. Default true. */
  readonly digest?: boolean;
}

/** Undefined if there is no such file. */
export function readBinary(
  host: Host,
  path: string,
  reading: Reading = {},
): Promise<BinaryIdentity | undefined> {
  return withBinary(host, path, reading, (identity) => Promise.resolve(identity));
}

/** Calls `use` while the file is open, with one image per slice in the same order; undefined if there is no such file. */
export async function withBinary<T>(
  host: Host,
  path: string,
  { digest = true }: Reading,
  use: (identity: BinaryIdentity, images: readonly Image[]) => Promise<T>,
): Promise<T | undefined> {
  const sha256 = digest ? await host.digest(path) : undefined;
  if (digest && sha256 === undefined) return undefined;
  return host.withFile(path, async (file) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const { format, read, facts } = await readSlices(file, name);
    const slices = read.map(({ slice }) => slice);
    const first = slices.find(({ buildInfo }) => buildInfo)?.buildInfo;
    const identity: BinaryIdentity = {
      path,
      sizeBytes: file.sizeBytes,
      ...(sha256 !== undefined && { sha256 }),
      container: format,
      slices,
      ...(first && { buildInfo: inBrief(first) }),
      ...facts,
    };
    return use(
      identity,
      read.map(({ image }) => image),
    );
  });
}

interface Slices {
  readonly format: BinaryIdentity['container'];
  readonly read: readonly ReadSlice[];
  readonly facts: Pick<BinaryIdentity, 'members' | 'sliceConflicts' | 'problems'>;
}

async function readSlices(file: OpenFile, name: string): Promise<Slices> {
  const head = await file.read(0, HEAD);
  const { format = 'other' } = containerOf(head) ?? {};
  const whole = partOf(file, name, { offset: 0, sizeBytes: file.sizeBytes });
  switch (format) {
    case 'elf':
      return { format, read: [await readElf(whole)], facts: {} };
    case 'mach-o':
      return { format, read: [await readMacho(whole)], facts: {} };
    case 'pe':
      return { format, read: [await readPe(whole)], facts: {} };
    case 'mach-o-fat':
      return readUniversal(file, name, head);
    case 'ar':
      return readArchive(file, whole);
    case 'script':
    case 'other':
      return { format, read: [], facts: {} };
  }
}

async function readUniversal(file: OpenFile, name: string, head: Uint8Array): Promise<Slices> {
  const table = universalSlices(name, head) ?? [];
  const read: ReadSlice[] = [];
  for (const { architecture, entryOffset, ...range } of table) {
    const part = partOf(file, `${name} › ${architecture}`, range);
    const { slice, image } = await readMacho(part);
    read.push({ image, slice: { ...slice, declared: { architecture, offset: entryOffset } } });
  }
  const conflicts = overlaps(table);
  return {
    format: 'mach-o-fat',
    read,
    facts: conflicts.length > 0 ? { sliceConflicts: conflicts } : {},
  };
}

async function readArchive(file: OpenFile, whole: Part): Promise<Slices> {
  const problems = new Problems();
  const members = await readMembers(whole, problems);
  const read: ReadSlice[] = [];
  for (const { part, member } of objectParts(file, whole.name, members)) {
    const found = await problems.attempt(member.name, member.offset, () =>
      member.format === 'elf' ? readElf(part) : readMacho(part),
    );
    if (found) read.push({ ...found, slice: { ...found.slice, member: member.name } });
  }
  return {
    format: 'ar',
    read,
    facts: { members, ...(problems.list.length > 0 && { problems: problems.list }) },
  };
}

/** What claims about the whole file ask for. */
function inBrief({
  goVersion,
  path,
  main,
  settings,
}: NonNullable<BinarySlice['buildInfo']>): NonNullable<BinaryIdentity['buildInfo']> {
  return {
    goVersion,
    path,
    ...(main && { main: { path: main.path, version: main.version } }),
    settings,
  };
}
