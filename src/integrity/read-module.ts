/**
 * One module of the cache, read once: the hash of its extracted directory, the hash of its zip,
 * and where the two differ.
 *
 * Every file on disk is hashed. The zip is inflated and its bytes compared with those on disk, which
 * costs a tenth of hashing them again; only what differs is hashed by itself. So both hashes come
 * from one pass of SHA-256 and mean what two would.
 *
 * @module
 */

import { hash } from 'node:crypto';
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { FormatError } from '../bytes/error.ts';
import { dirHash, type HashedFile } from '../formats/dirhash.ts';
import { faultsOfModuleZip } from '../formats/module-zip.ts';
import type { ZipEntry } from '../formats/zip-directory.ts';
import { contentOf } from '../host/content-of.ts';
import { sha256 } from '../sumdb/digest.ts';
import type { KnownZip } from './known-zips.ts';
import { findTree, type Stamp } from './stamp.ts';
import { openZip, type ZipFile } from './zip-file.ts';

export interface ModuleTask {
  /** "path@version". */
  readonly module: string;
  readonly directory: string;
  readonly zip: string;
  /** Read the zip too, if it is there. */
  readonly withZip: boolean;
  /** Need not be inflated if its bytes are still these. */
  readonly knownZip?: KnownZip | undefined;
}

interface Difference {
  /** Inside the module. */
  readonly name: string;
  readonly what: 'changed' | 'added' | 'removed' | 'link' | 'executable' | 'unreadable';
}

export interface ModuleReading {
  /** "h1:…" of what lies in the directory; undefined if there is none. */
  readonly directoryHash?: string;
  /** "h1:…" of the zip's contents; undefined if there is none or it is damaged. */
  readonly zipHash?: string;
  /** SHA-256 of the archive itself, where it is sound. */
  readonly zipDigest?: string;
  /** What is wrong with the zip itself. */
  readonly zipFaults: readonly { readonly name: string; readonly what: string }[];
  /** Of the directory against the zip, if both can be read. */
  readonly differences: readonly Difference[];
  readonly files: number;
  readonly bytes: number;
  /** What a later run compares. */
  readonly stamp: Stamp;
}

const MOST_ZIP_BYTES = 500 * 2 ** 20;

export function readModule(task: ModuleTask): ModuleReading {
  const { module, directory, zip, withZip, knownZip } = task;
  const prefix = `${module}/`;
  const zipFaults: { name: string; what: string }[] = [];
  // Looked at before anything is read: what is changed while it is read is read again next time.
  const { stamp, files: found, lost } = findTree(directory, zip);
  const packed = withZip ? bytesOfZip(zip, zipFaults) : undefined;
  const zipDigest = packed && hash('sha256', packed, 'hex');
  const isKnown = zipDigest !== undefined && zipDigest === knownZip?.digest;
  const archive = packed && !isKnown ? archiveIn(zip, packed, prefix, zipFaults) : undefined;
  const differences: Difference[] = lost.map((name) => ({ name, what: 'unreadable' }));
  const onDisk: HashedFile[] = [];
  const zipped: HashedFile[] = [];
  let bytes = 0;

  /** Hashes what lies there and compares it with what it should be, if that is known. */
  const take = (name: string, stat: Stats, original: Uint8Array | undefined): string | undefined => {
    if (!stat.isFile()) {
      differences.push({ name, what: 'link' });
      return undefined;
    }
    if ((stat.mode & 0o111) !== 0) differences.push({ name, what: 'executable' });
    const content = attemptToRead(`${directory}/${name}`, stat.size);
    if (!content) {
      differences.push({ name, what: 'unreadable' });
      return undefined;
    }
    bytes += content.length;
    const digest = hash('sha256', content, 'hex');
    onDisk.push({ name: prefix + name, sha256: digest });
    if (!original) return undefined;
    if (Buffer.compare(original, content) === 0) return digest;
    differences.push({ name, what: 'changed' });
    return undefined;
  };

  for (const { entry, content } of contentsOf(archive, zipFaults, prefix)) {
    const name = entry.name.slice(prefix.length);
    const stat = found?.get(name);
    found?.delete(name);
    const digest = stat && take(name, stat, content);
    if (content) zipped.push({ name: entry.name, sha256: digest ?? hash('sha256', content, 'hex') });
    // x/mod hashes directories that are entries too, so they cannot be slipped in.
    if (found && !stat && !name.endsWith('/')) differences.push({ name, what: 'removed' });
  }
  for (const [name, stat] of found ?? []) {
    if (archive && stat.isFile()) differences.push({ name, what: 'added' });
    take(name, stat, undefined);
  }
  const isOdd = differences.some(({ what }) => what === 'link' || what === 'unreadable');
  const directoryHash = found && !isOdd ? dirHash(sha256, onDisk) : undefined;
  // Only the zip's own files can say which of those on disk is another.
  if (isKnown && found && directoryHash !== knownZip?.hash)
    return readModule({ ...task, knownZip: undefined });
  const zipHash = isKnown
    ? knownZip?.hash
    : archive && zipFaults.length === 0
      ? dirHash(sha256, zipped)
      : undefined;
  return {
    ...(directoryHash !== undefined && { directoryHash }),
    ...(zipHash !== undefined && { zipHash }),
    ...(zipHash !== undefined && zipDigest !== undefined && { zipDigest }),
    zipFaults,
    differences,
    files: onDisk.length,
    bytes,
    stamp,
  };
}

/** Inflated at once: 1 MiB costs a third less CPU than one file or 16 MiB, which the allocator gives back each time. */
const BATCH_BYTES = 2 ** 20;

/** Every entry with its bytes; none for one that is damaged, which is told among the faults. */
function* contentsOf(
  archive: ZipFile | undefined,
  faults: { name: string; what: string }[],
  prefix: string,
): Generator<{ entry: ZipEntry; content: Uint8Array | undefined }> {
  const entries = archive?.entries ?? [];
  for (let start = 0; archive && start < entries.length;) {
    let end = start;
    for (let size = 0; end < entries.length && (end === start || size < BATCH_BYTES); end += 1)
      size += entries[end]?.sizeBytes ?? 0;
    const batch = entries.slice(start, end);
    start = end;
    const together = attempt(() => archive.readTogether(batch));
    for (const [at, entry] of batch.entries()) {
      const content =
        together?.[at] ??
        attempt(
          () => archive.read(entry),
          (what) => faults.push({ name: entry.name.slice(prefix.length), what }),
        );
      yield { entry, content };
    }
  }
}

function attempt<T>(work: () => T, refused: (what: string) => void = () => undefined): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    refused(error.message);
    return undefined;
  }
}

function bytesOfZip(path: string, faults: { name: string; what: string }[]): Uint8Array | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if (!stat.isFile() || stat.size > MOST_ZIP_BYTES) {
    faults.push({ name: '', what: stat.isFile() ? `it has ${stat.size} bytes` : 'it is no regular file' });
    return undefined;
  }
  try {
    return readFileSync(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    faults.push({ name: '', what: error.message });
    return undefined;
  }
}

function archiveIn(
  path: string,
  bytes: Uint8Array,
  prefix: string,
  faults: { name: string; what: string }[],
): ZipFile | undefined {
  try {
    const archive = openZip(path, bytes);
    faults.push(...faultsOfModuleZip(archive.entries, prefix, bytes.length));
    return faults.length === 0 ? archive : undefined;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    faults.push({ name: '', what: error.message });
    return undefined;
  }
}

function attemptToRead(path: string, sizeBytes: number): Uint8Array | undefined {
  try {
    return contentOf(path, sizeBytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
