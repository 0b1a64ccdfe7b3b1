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
import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  type BigIntStats,
} from 'node:fs';
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
  const inside = new Map<string, ZipEntry>();

  const differences: Difference[] = [];
  const onDisk: HashedFile[] = [];
  const zipped: HashedFile[] = [];
  for (const entry of archive?.entries ?? []) {
    if (!entry.name.endsWith('/')) inside.set(entry.name.slice(prefix.length), entry);
    // x/mod hashes directories that are entries too, so they cannot be slipped in.
    else zipped.push({ name: entry.name, sha256: hash('sha256', '') });
  }
  const marks: string[] = [markOf(zip)];
  let bytes = 0;
  const take = (entry: ZipEntry, name: string): Uint8Array | undefined => {
    try {
      return archive?.read(entry);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      zipFaults.push({ name, what: error.message });
      return undefined;
    }
  };

  const found = filesBelow(directory);
  for (const { name, stat } of found ?? []) {
    marks.push(`${name}:${markOfStat(stat)}`);
    const entry = inside.get(name);
    inside.delete(name);
    if (!stat.isFile()) {
      differences.push({ name, what: 'link' });
      if (entry) inside.set(name, entry);
      continue;
    }
    if ((stat.mode & 0o111n) !== 0n) differences.push({ name, what: 'executable' });
    const content = contentOf(`${directory}/${name}`, Number(stat.size));
    if (!content) {
      differences.push({ name, what: 'unreadable' });
      continue;
    }
    bytes += content.length;
    const digest = hash('sha256', content, 'hex');
    onDisk.push({ name: prefix + name, sha256: digest });
    if (!entry) {
      if (archive) differences.push({ name, what: 'added' });
      continue;
    }
    const original = take(entry, name);
    if (original && Buffer.compare(original, content) === 0) {
      zipped.push({ name: entry.name, sha256: digest });
    } else if (original) {
      zipped.push({ name: entry.name, sha256: hash('sha256', original, 'hex') });
      differences.push({ name, what: 'changed' });
    }
  }
  for (const [name, entry] of inside) {
    const original = take(entry, name);
    if (original) zipped.push({ name: entry.name, sha256: hash('sha256', original, 'hex') });
    if (found && !differences.some((one) => one.name === name)) differences.push({ name, what: 'removed' });
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

/** The signature alone: what a run costs that finds nothing changed. */
export function signatureOfModule({ directory, zip }: ModuleTask): string {
  const found = filesBelow(directory) ?? [];
  return signatureOf([markOf(zip), ...found.map(({ name, stat }) => `${name}:${markOfStat(stat)}`)]);
}

function signatureOf(marks: readonly string[]): string {
  return hash('sha256', marks.toSorted().join('\n')).slice(0, 32);
}

/** Whoever can set all four back can also read this program: it says so where it is used. */
function markOfStat({ size, ino, mode, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${size}:${ino}:${mode}:${mtimeNs}:${ctimeNs}`;
}

function markOf(path: string): string {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
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
function filesBelow(root: string): { name: string; stat: BigIntStats }[] | undefined {
  const files: { name: string; stat: BigIntStats }[] = [];
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
        const stat = lstatSync(`${root}/${name}`, { bigint: true, throwIfNoEntry: false });
        if (stat) files.push({ name, stat });
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
