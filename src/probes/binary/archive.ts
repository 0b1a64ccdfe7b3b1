/**
 * The members of a tar archive, plain or compressed, one after the other: how container images
 * and releases are shipped. A member's bytes are only there until the next one is asked for.
 *
 * @module
 */

import { Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { FormatError } from '../../bytes/error.ts';
import { HostError, type OpenFile } from '../../host/host.ts';

export type Packing = 'tar' | 'gzip' | 'zstd';

/** Bytes that tell a packing: the magic of tar lies at 257. */
export const PACKING_HEAD = 512;

/** More members than any image has; a hostile archive of empty files would never end. */
const MOST_MEMBERS = 5_000_000;

/** What all members of one archive may unpack to: images of tens of gigabytes are real. */
const LARGEST_ARCHIVE = 2 ** 37;

const WINDOW = 2 ** 20;

export interface Member {
  readonly name: string;
  readonly sizeBytes: number;
  /** To be read once, and before the next member is asked for. */
  readonly content: AsyncIterable<Uint8Array>;
}

export function packingOf(head: Uint8Array): Packing | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd';
  return 'ustar'.split('').every((letter, index) => head[257 + index] === letter.charCodeAt(0))
    ? 'tar'
    : undefined;
}

/** The regular files in order. Throws FormatError where the archive is damaged, HostError where zstd is not to be had. */
export async function* members(name: string, file: OpenFile, packing: Packing): AsyncGenerator<Member> {
  // Few of the files that are inspected are archives.
  const { createTarDecoder } = await import('modern-tar');
  const plain = unpacked(windows(file), packing);
  const entries = (Readable.toWeb(plain) as ReadableStream<Uint8Array>) // Node's own type of the same stream
    .pipeThrough(createTarDecoder({ strict: true }));
  let count = 0;
  let total = 0;
  try {
    for await (const { header, body } of entries) {
      count += 1;
      total += header.size;
      if (count > MOST_MEMBERS || total > LARGEST_ARCHIVE)
        throw new FormatError(
          `Cannot read ${name}: it holds more than ${MOST_MEMBERS} files or ${LARGEST_ARCHIVE} bytes`,
          0,
        );
      if (header.type === undefined || header.type === 'file') {
        yield { name: header.name, sizeBytes: header.size, content: body };
      }
      if (!body.locked) await body.cancel();
    }
  } catch (error) {
    if (error instanceof FormatError || error instanceof HostError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new FormatError(`Cannot read ${name}: the archive is damaged after ${count} members (${why})`, 0);
  }
}

async function* windows(file: OpenFile): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.sizeBytes; at += WINDOW) {
    yield await file.read(at, Math.min(WINDOW, file.sizeBytes - at));
  }
}

function unpacked(bytes: AsyncIterable<Uint8Array>, packing: Packing): Readable {
  const packed = Readable.from(bytes, { objectMode: false });
  if (packing === 'tar') return packed;
  const unpack = packing === 'gzip' ? zlib.createGunzip() : zstd();
  packed.on('error', (error) => unpack.destroy(error));
  return packed.pipe(unpack);
}

function zstd(): zlib.ZstdDecompress {
  // Node 22.15 brought it; package.json admits older ones.
  if (!('createZstdDecompress' in zlib))
    throw new HostError('failed', 'Cannot unpack zstd: this Node has no zstd; use Node 22.15 or later');
  return zlib.createZstdDecompress();
}
