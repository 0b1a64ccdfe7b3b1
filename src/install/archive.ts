/**
 * A release archive, such as go1.26.8.linux-arm64.tar.gz from go.dev/dl, as the other source of a Go tree.
 *
 * The checksum log has no archives. It has the module that holds the same files, so every file of the
 * archive is hashed, the module's hash is made of them, and only what that hash covers is unpacked:
 * api/, doc/, misc/ and test/, of which nobody signed anything here, are left out. Each file is hashed once more as it is written.
 *
 * @module
 */

import { hash } from 'node:crypto';
import { chmodSync, createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import { FormatError } from '../bytes/error.ts';
import { dirHash } from '../formats/dirhash.ts';
import { LEFT_OUT, toolchainFiles, type FoundFile } from '../formats/goroot-module.ts';
import { foldCase } from '../formats/module-zip.ts';
import { faultOfFilePath } from '../formats/module-path.ts';
import { HostError } from '../host/host.ts';
import { sha256 } from '../sumdb/digest.ts';
import { isProgram } from './unpack.ts';

/** Four times what a release has. */
const MOST_FILES = 64_000;
const MOST_BYTES = 2 ** 30;

/** By the file's name on disk, below the tree. */
export interface ProvenArchive {
  readonly digests: ReadonlyMap<string, string>;
  /** Files that no logged hash covers. */
  readonly leftOut: number;
}

/** As go.dev/dl names it. Throws HostError for Windows, whose archives are zips. */
export function archiveName(release: string, platform: string): string {
  if (platform.startsWith('windows-'))
    throw new HostError(
      'failed',
      `Cannot install ${release} for ${platform} from an archive: those are zips. Install it from the module proxy`,
    );
  return `${release}.${platform === 'linux-arm' ? 'linux-armv6l' : platform}.tar.gz`;
}

/** Throws FormatError if it is no archive, or not the one whose module's hash is expected. */
export async function provenArchive(file: string, module: string, expected: string): Promise<ProvenArchive> {
  const found: FoundFile[] = [];
  for await (const { name, bytes } of filesIn(file))
    found.push({ name, type: 'file', sha256: hash('sha256', bytes, 'hex') });
  const { covered, uncovered, odd } = toolchainFiles(found, false);
  const [strange] = odd;
  if (strange) throw refused(module, `${strange.name} is a ${strange.what}, and no release has one`);
  const is = dirHash(
    sha256,
    covered.map((one) => ({ name: `${module}/${one.name}`, sha256: one.sha256 })),
  );
  if (is !== expected) throw refused(module, `expected ${expected} as the log has it, came ${is}`);
  const digests = new Map(
    found.flatMap(({ name, sha256: digest }) =>
      digest === undefined || isLeftOut(name) ? [] : [[name, digest] as const],
    ),
  );
  return { digests, leftOut: uncovered };
}

/** Writes the tree below `root`, which must be there and empty, with the modes that a release has. */
export async function unpackArchive(
  file: string,
  module: string,
  { digests }: ProvenArchive,
  root: string,
): Promise<number> {
  const made = new Set<string>();
  let files = 0;
  for await (const { name, bytes, mode } of filesIn(file)) {
    if (isLeftOut(name)) continue;
    if (hash('sha256', bytes, 'hex') !== digests.get(name))
      throw refused(module, `${name} is not what it was a moment ago`);
    const path = join(root, name);
    if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    made.add(dirname(path));
    writeFileSync(path, bytes, { flag: 'wx' });
    chmodSync(path, (mode & 0o111) !== 0 || isProgram(name) ? 0o755 : 0o644);
    files += 1;
  }
  return files;
}

interface ArchivedFile {
  /** From the tree's root on, without "go/". */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mode: number;
}

/** Only files and directories below "go/", each file once and under a name that no system takes for another. */
async function* filesIn(path: string): AsyncGenerator<ArchivedFile> {
  // Few installs are from an archive.
  const { createTarDecoder } = await import('modern-tar');
  const seen = new Set<string>();
  const packed = createReadStream(path);
  const plain = packed.pipe(createGunzip());
  packed.on('error', (error) => plain.destroy(error));
  const entries = (Readable.toWeb(plain) as ReadableStream<Uint8Array>) // Node's own type of the same stream
    .pipeThrough(createTarDecoder({ strict: true }));
  let total = 0;
  try {
    for await (const { header, body } of entries) {
      const { name: whole, type = 'file', mode = 0o644, size } = header;
      if (type === 'directory') {
        await body.cancel();
        continue;
      }
      const name = whole.slice('go/'.length);
      const fault = whole.startsWith('go/') ? faultOfFilePath(name) : 'it does not lie below go/';
      if (fault !== undefined || type !== 'file')
        throw refused(
          path,
          `${JSON.stringify(whole)}: ${fault ?? `it is a ${type}, and no release has one`}`,
        );
      const folded = foldCase(name);
      total += size;
      if (seen.has(folded)) throw refused(path, `${name} is there twice, or differs in case only`);
      if (seen.size >= MOST_FILES || total > MOST_BYTES)
        throw refused(path, `it holds more than ${MOST_FILES} files or ${MOST_BYTES} bytes`);
      seen.add(folded);
      yield { name, bytes: await wholeOf(body), mode };
    }
  } catch (error) {
    if (error instanceof FormatError) throw error;
    if (error instanceof Error && 'syscall' in error) throw error;
    throw refused(path, `the archive is damaged (${error instanceof Error ? error.message : String(error)})`);
  } finally {
    packed.destroy();
  }
}

async function wholeOf(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

function isLeftOut(name: string): boolean {
  return name.includes('/') && LEFT_OUT.includes(name.split('/', 1)[0] ?? '');
}

function refused(what: string, why: string): FormatError {
  return new FormatError(`Cannot accept the archive of ${what}: ${why} at 0`, 0);
}
