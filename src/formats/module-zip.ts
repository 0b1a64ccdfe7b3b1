/**
 * What a zip must be to be a module: where its files lie, how they may be called, how large they
 * may be.
 *
 * Source: golang.org/x/mod/zip, package comment and checkZip; go.dev/ref/mod#zip-files. Stricter in
 * one thing: a name that is there twice is refused even when both are directories.
 *
 * @module
 */

import { faultOfFilePath } from './module-path.ts';
import type { ZipEntry } from './zip-directory.ts';

const MOST_BYTES = 500 * 2 ** 20;
const MOST_SINGLE_BYTES = 16 * 2 ** 20;

export interface ZipFault {
  /** As the archive has it, or "" for the archive as a whole. */
  readonly name: string;
  readonly what: string;
}

/** Everything that is wrong with it; a module's zip has nothing. */
export function faultsOfModuleZip(
  entries: readonly ZipEntry[],
  prefix: string,
  archiveBytes: number,
): ZipFault[] {
  const faults: ZipFault[] = [];
  const seen = new Map<string, { name: string; isDirectory: boolean }>();
  let total = 0;
  const claim = (name: string, isDirectory: boolean): string | undefined => {
    const folded = foldCase(name);
    const other = seen.get(folded);
    // Another file's directory, claimed with all that are above it.
    if (isDirectory && other?.isDirectory === true && other.name === name) return undefined;
    if (other === undefined) seen.set(folded, { name, isDirectory });
    else if (other.name !== name)
      return `it is the same as ${JSON.stringify(other.name)} where case does not count`;
    else return 'it is there twice, or as file and directory';
    const parent = name.lastIndexOf('/');
    return parent < 0 ? undefined : claim(name.slice(0, parent), true);
  };

  if (archiveBytes > MOST_BYTES) faults.push({ name: '', what: `it has ${archiveBytes} bytes` });
  for (const { name: whole, sizeBytes, attributes, madeByUnix } of entries) {
    const add = (what: string): number => faults.push({ name: whole, what });
    if (!whole.startsWith(prefix)) {
      add(`it does not lie below ${prefix}`);
      continue;
    }
    const isDirectory = whole.endsWith('/');
    const name = isDirectory ? whole.slice(prefix.length, -1) : whole.slice(prefix.length);
    if (isDirectory && sizeBytes !== 0) add('a directory has contents');
    if (name === '') continue;
    const fault = faultOfFilePath(name);
    if (fault !== undefined) add(fault);
    else if (
      name !==
      name
        .split('/')
        .filter((part) => part !== '.' && part !== '')
        .join('/')
    )
      add('it is not written the short way');
    const collision = claim(name, isDirectory);
    if (collision !== undefined) add(collision);
    if (isDirectory) continue;
    const base = name.slice(name.lastIndexOf('/') + 1);
    if (base.toLowerCase() === 'go.mod' && name !== 'go.mod')
      add('a go.mod may only be at the top, in small letters');
    if ((name === 'go.mod' || name === 'LICENSE') && sizeBytes > MOST_SINGLE_BYTES)
      add(`it has ${sizeBytes} bytes`);
    // The file type of a Unix mode: only regular files, or none said.
    if (madeByUnix && ![0, 0o10].includes((attributes >>> 28) & 0o17)) add('it is no regular file');
    total += sizeBytes;
  }
  if (total > MOST_BYTES) faults.push({ name: '', what: `its files have ${total} bytes together` });
  return faults;
}

/**
 * One name for all that differ in case only, by Unicode's simple folding. Going up and down again
 * folds a long s and the Kelvin sign; a dotless i folds to nothing else (CaseFolding.txt).
 */
export function foldCase(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  return Array.from(text, (letter) => {
    if (letter === 'ı') return letter;
    return single(single(letter, letter.toUpperCase()), single(letter, letter.toUpperCase()).toLowerCase());
  }).join('');
}

function single(letter: string, changed: string): string {
  return Array.from(changed).length === 1 ? changed : letter;
}
