/**
 * The toolchain module's zip made into a Go tree: every file hashed before any is written, the whole
 * held against the log, and only then unpacked.
 *
 * @module
 */

import { hash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { FormatError } from '../bytes/error.ts';
import { dirHash } from '../formats/dirhash.ts';
import { faultsOfModuleZip } from '../formats/module-zip.ts';
import { nameOnDisk } from '../formats/goroot-module.ts';
import { openZip, type ZipFile } from '../integrity/zip-file.ts';
import { sha256 } from '../sumdb/digest.ts';

/** Throws FormatError if it is no module zip, or not the one whose hash is expected. */
export function provenZip(file: string, module: string, expected: string): ZipFile {
  const bytes = readFileSync(file);
  const zip = openZip(`the zip of ${module}`, bytes);
  const [fault] = faultsOfModuleZip(zip.entries, `${module}/`, bytes.length);
  if (fault)
    throw new FormatError(`Cannot accept the zip of ${module}: ${fault.name}: ${fault.what} at 0`, 0);
  const files = zip.entries.map((entry) => ({
    name: entry.name,
    sha256: hash('sha256', zip.read(entry), 'hex'),
  }));
  const is = dirHash(sha256, files);
  if (is !== expected)
    throw new FormatError(
      `Cannot accept the zip of ${module}: expected ${expected} as the log has it, came ${is} at 0`,
      0,
    );
  return zip;
}

/** Writes the tree below `root`, which must not be there, with the modes that a release has. */
export function unpackTree(zip: ZipFile, module: string, root: string): number {
  let files = 0;
  const made = new Set<string>();
  for (const entry of zip.entries) {
    const inside = entry.name.slice(module.length + 1);
    if (inside === '' || inside.endsWith('/')) continue;
    const name = nameOnDisk(inside, false);
    const path = join(root, name);
    if (!path.startsWith(`${root}/`))
      throw new FormatError(`Cannot unpack ${name}: it leads out of ${root} at 0`, 0);
    const directory = dirname(path);
    if (!made.has(directory)) {
      mkdirSync(directory, { recursive: true });
      made.add(directory);
    }
    writeFileSync(path, zip.read(entry), { flag: 'wx' });
    const bits = entry.madeByUnix ? (entry.attributes >>> 16) & 0o111 : 0;
    chmodSync(path, bits !== 0 || isProgram(name) ? 0o755 : 0o644);
    files += 1;
  }
  return files;
}

/** As the go command makes them when it unpacks a toolchain: cmd/go/internal/toolchain Exec. */
export function isProgram(name: string): boolean {
  return /^(bin|pkg\/tool)\//.test(name) || /^lib\/wasm\/go_\w+_exec$/.test(name);
}

/** A file that only one of several installers can make; what holds it is the process that wrote its number. */
export function claimLock(path: string): boolean {
  try {
    const descriptor = openSync(path, 'wx');
    writeSync(descriptor, String(process.pid));
    fsyncSync(descriptor);
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
