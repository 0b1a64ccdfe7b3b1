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
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, type Stats } from 'node:fs';
import { FormatError } from '../bytes/error.ts';
import { dirHash, type HashedFile } from '../formats/dirhash.ts';
import { faultsOfModuleZip } from '../formats/module-zip.ts';
import type { ZipEntry } from '../formats/zip-directory.ts';
import { sha256 } from '../sumdb/digest.ts';
import { openZip, type ZipFile } from './zip-file.ts';

export interface ModuleTask {
  /** "path@version". */
  readonly module: string;
  readonly directory: string;
  readonly zip: string;
  /** Read the zip too, if it is there. */
  readonly withZip: boolean;
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
  /** What is wrong with the zip itself. */
  readonly zipFaults: readonly { readonly name: string; readonly what: string }[];
  /** Of the directory against the zip, if both can be read. */
  readonly differences: readonly Difference[];
  readonly files: number;
  readonly bytes: number;
  /** Changes when anything about any file does: what a later run compares. */
  readonly signature: string;
}

const MOST_ZIP_BYTES = 500 * 2 ** 20;

export function readModule({ module, directory, zip, withZip }: ModuleTask): ModuleReading {
  const prefix = `${module}/`;
  const zipFaults: { name: string; what: string }[] = [];
  const archive = withZip ? zipAt(zip, prefix, zipFaults) : undefined;
  const found = filesBelow(directory);
  const differences: Difference[] = [];
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
    const content = contentOf(`${directory}/${name}`, stat.size);
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

  const marks = [markOf(zip), ...Array.from(found ?? [], ([name, stat]) => `${name}:${markOfStat(stat)}`)];
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
  return {
    ...(found && !isOdd && { directoryHash: dirHash(sha256, onDisk) }),
    ...(archive && zipFaults.length === 0 && { zipHash: dirHash(sha256, zipped) }),
    zipFaults,
    differences,
    files: onDisk.length,
    bytes,
    signature: signatureOf(marks),
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

/** The signature alone: what a run costs that finds nothing changed. */
export function signatureOfModule({ directory, zip }: ModuleTask): string {
  const found = filesBelow(directory) ?? [];
  return signatureOf([markOf(zip), ...Array.from(found, ([name, stat]) => `${name}:${markOfStat(stat)}`)]);
}

function signatureOf(marks: readonly string[]): string {
  return hash('sha256', marks.toSorted().join('\n')).slice(0, 32);
}

/** Whoever can set all four back can also read this program: it says so where it is used. */
function markOfStat({ size, ino, mode, mtimeMs, ctimeMs }: Stats): string {
  return `${size}:${ino}:${mode}:${mtimeMs}:${ctimeMs}`;
}

function markOf(path: string): string {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat ? markOfStat(stat) : '-';
}

function zipAt(path: string, prefix: string, faults: { name: string; what: string }[]): ZipFile | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if (!stat.isFile() || stat.size > MOST_ZIP_BYTES) {
    faults.push({ name: '', what: stat.isFile() ? `it has ${stat.size} bytes` : 'it is no regular file' });
    return undefined;
  }
  try {
    const bytes = readFileSync(path);
    const archive = openZip(path, bytes);
    faults.push(...faultsOfModuleZip(archive.entries, prefix, bytes.length));
    return faults.length === 0 ? archive : undefined;
  } catch (error) {
    if (!(error instanceof FormatError) && !(error instanceof Error && 'code' in error)) throw error;
    faults.push({ name: '', what: error.message });
    return undefined;
  }
}

/** Undefined if there is no such directory. */
function filesBelow(root: string): Map<string, Stats> | undefined {
  const files = new Map<string, Stats>();
  const waiting = [''];
  while (waiting.length > 0) {
    const directory = waiting.pop() ?? '';
    let names;
    try {
      names = readdirSync(`${root}/${directory}`, { withFileTypes: true });
    } catch (error) {
      if (directory === '' && error instanceof Error && 'code' in error && error.code === 'ENOENT')
        return undefined;
      throw error;
    }
    for (const item of names) {
      const name = directory + item.name;
      if (item.isDirectory()) waiting.push(`${name}/`);
      else {
        const stat = lstatSync(`${root}/${name}`, { throwIfNoEntry: false });
        if (stat) files.set(name, stat);
      }
    }
  }
  return files;
}

let window = Buffer.allocUnsafe(2 ** 20);

/** One open, one read, one close. The bytes are valid until the next call. */
function contentOf(path: string, sizeBytes: number): Uint8Array | undefined {
  if (window.length <= sizeBytes) window = Buffer.allocUnsafe(sizeBytes + 4096);
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    let read = 0;
    for (;;) {
      const more = readSync(descriptor, window, read, Math.min(window.length, sizeBytes + 1) - read, read);
      read += more;
      if (more === 0 || read >= sizeBytes) break;
    }
    return window.subarray(0, read);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
