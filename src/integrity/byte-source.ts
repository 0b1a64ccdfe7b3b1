/**
 * The central directory and single files of a zip that is read by windows, from disk or by range
 * requests: naming one file of a 70 MB archive costs three requests and some kilobytes.
 *
 * @module
 */

import { View } from '../bytes/view.ts';
import {
  dataOffset,
  findDirectory,
  readDirectory,
  TAIL_BYTES,
  zip64Directory,
  type ZipEntry,
} from '../formats/zip-directory.ts';
import { HostError, type Host, type OpenFile } from '../host/host.ts';
import { askProxies } from '../sumdb/proxies.ts';
import { unpack } from './zip-file.ts';

const MOST_BYTES = 2 ** 28;

export interface RemoteZip {
  readonly entries: readonly ZipEntry[];
  /** Undefined for what is damaged. */
  read(entry: ZipEntry): Promise<Uint8Array | undefined>;
}

export async function zipBehind(name: string, { sizeBytes, read }: OpenFile): Promise<RemoteZip> {
  const tailBytes = Math.min(sizeBytes, TAIL_BYTES);
  const tail = new View(name, await read(sizeBytes - tailBytes, tailBytes), 'little');
  const found = findDirectory(tail, sizeBytes);
  const place =
    'zip64' in found ? zip64Directory(new View(name, await read(found.zip64, 56), 'little')) : found;
  if (place.size > MOST_BYTES) throw tail.error(`its directory has ${place.size} bytes`, 0);
  const directory = new View(name, await read(place.offset, place.size), 'little');
  return {
    entries: readDirectory(directory, place),
    async read(entry) {
      if (entry.compressedBytes > MOST_BYTES || entry.sizeBytes > MOST_BYTES) return undefined;
      const header = await read(entry.offset, 30 + 4 * entry.name.length + 1024);
      const at = dataOffset(new View(name, header, 'little'), entry);
      return unpack(await read(entry.offset + at, entry.compressedBytes), entry.method, entry.sizeBytes);
    },
  };
}

/** A file of a module proxy. Throws HostError if no proxy has it, or the one that does knows no ranges. */
export async function rangesOf(host: Host, goproxy: string, path: string): Promise<OpenFile> {
  const first = await askProxies(host, goproxy, path, {
    headers: { range: 'bytes=0-0' },
    limitBytes: MOST_BYTES,
  });
  const total = Number(/^bytes 0-0\/(\d+)$/.exec(first.answer.headers['content-range'] ?? '')?.[1]);
  const { body, status } = first.answer;
  if (status === 200) {
    return {
      sizeBytes: body.length,
      read: (offset, length) => Promise.resolve(body.subarray(offset, offset + length)),
    };
  }
  if (!Number.isSafeInteger(total))
    throw new HostError('broken-answer', `Cannot read ${path} by ranges: the answer does not say its size`);
  return {
    sizeBytes: total,
    async read(offset, length) {
      if (length === 0) return new Uint8Array();
      const end = Math.min(offset + length, total) - 1;
      const answer = await host.request({
        url: first.url,
        headers: { range: `bytes=${offset}-${end}` },
        limitBytes: length,
      });
      if (answer.status !== 206 || answer.body.length !== end - offset + 1)
        throw new HostError(
          'broken-answer',
          `Cannot read ${path} by ranges: it answered ${answer.status} with ${answer.body.length} bytes`,
        );
      return answer.body;
    },
  };
}
