/**
 * Reading build information where Go's linker puts it: a section named after it, else the first
 * data segment. A header elsewhere is data of a program that reads such headers, and one whose
 * strings make no sense is passed over.
 *
 * Source: Go's debug/buildinfo (searchMagic, DataStart).
 *
 * @module
 */

import { FormatError } from '../../bytes/error.ts';
import type { BinarySlice } from '../../evidence/binary/binary-identity.ts';
import { buildInfo, findBuildInfo, type BuildInfo } from '../../formats/buildinfo.ts';
import { readGoString, readMemory, type Image } from './image.ts';
import { windows, within } from './part.ts';

const SECTION = /^(?:\.go\.buildinfo|__\w+,__go_buildinfo)$/;
const HEADER_SIZE = 32;

/** Kubernetes' binaries list 20 KiB of modules. */
const LARGEST = 2 ** 22;

/** The linker puts it at the start of the data; a sparse file may claim any size. */
const MOST_SEARCHED = 2 ** 26;

/** Headers that made no sense, before the search is given up. */
const MOST_CANDIDATES = 16;

export async function readBuildInfo(image: Image): Promise<BinarySlice['buildInfo']> {
  const { part, sections, data } = image;
  const place = sections.find(({ name }) => SECTION.test(name)) ?? data;
  if (!place) return undefined;
  let left = MOST_CANDIDATES;
  const searched = { offset: place.offset, sizeBytes: Math.min(place.sizeBytes, MOST_SEARCHED) };
  for await (const { bytes, offset } of windows(part, searched, HEADER_SIZE)) {
    const phase = (place.address + (offset - place.offset)) % 16;
    let at = findBuildInfo(bytes, 0, phase);
    for (; at !== undefined; at = findBuildInfo(bytes, at + 1, phase)) {
      if ((left -= 1) < 0) return undefined;
      const delta = offset + at - place.offset;
      const found = await attempt(image, offset + at, place.address + delta, place.sizeBytes - delta);
      if (found) return told(found, part.start + offset + at);
    }
  }
  return undefined;
}

async function attempt(
  image: Image,
  offset: number,
  address: number,
  sizeBytes: number,
): Promise<BuildInfo | undefined> {
  const { part } = image;
  const bytes = await part.read(within(part, { offset, sizeBytes: Math.min(sizeBytes, LARGEST) }));
  // Pointers of the old layout are relocated in position-independent programs.
  const header = await readMemory(image, address, HEADER_SIZE);
  const whole = header?.length === HEADER_SIZE && image.pointers ? joined(header, bytes) : bytes;
  const strings = new Map<number, Uint8Array | undefined>();
  try {
    // The parser asks, what it asked for is fetched, it runs again.
    for (let round = 0; round < 3; round += 1) {
      const wanted: number[] = [];
      const info = buildInfo(part.name, whole, 0, (at) => {
        if (!strings.has(at)) wanted.push(at);
        return strings.get(at);
      });
      if (wanted.length === 0) return info;
      for (const at of wanted) strings.set(at, await readGoString(image, at));
    }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
  return undefined;
}

function joined(header: Uint8Array, bytes: Uint8Array): Uint8Array {
  const whole = Uint8Array.from(bytes);
  // Only the two pointers can differ; inline strings begin behind them.
  whole.set(header, 0);
  return whole;
}

function told(info: BuildInfo, offset: number): NonNullable<BinarySlice['buildInfo']> {
  const { layout, goVersion, path, main, deps, settings } = info;
  return {
    offset,
    layout,
    goVersion,
    path,
    ...(main && { main: module(main) }),
    deps: deps.map(({ replacedBy, ...dep }) => ({
      ...module(dep),
      ...(replacedBy && { replacedBy: module(replacedBy) }),
    })),
    settings: settings.map(([key, value]): [string, string] => [key, value]),
  };
}

function module({ path, version, sum }: { path: string; version: string; sum: string }) {
  return { path, version, ...(sum !== '' && { sum }) };
}
