/**
 * SHA-256 of every file below a directory, as fast as one thread reads: files are opened, read and
 * closed synchronously, because 12,000 round trips through the thread pool cost more than the
 * reading. Every few milliseconds the event loop gets its turn, so that a run can be interrupted.
 *
 * Links are not followed and not hashed: what is one is told.
 *
 * @module
 */

import { hash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { contentOf } from './content-of.ts';
import { HostError, type TreeEntry } from './host.ts';

const BREATH_MS = 15;

export async function digestTree(
  root: string,
  unread: readonly string[],
  signal?: AbortSignal,
): Promise<TreeEntry[] | undefined> {
  const entries: TreeEntry[] = [];
  const waiting = [''];
  let breathed = performance.now();
  while (waiting.length > 0) {
    const directory = waiting.pop() ?? '';
    const found = namesIn(root, directory);
    if (found === undefined) {
      if (directory === '') return undefined;
      continue; // removed meanwhile: its files will be missing
    }
    for (const item of found) {
      const name = `${directory}${item.name}`;
      if (item.isDirectory()) waiting.push(`${name}/`);
      else if (unread.includes(name.slice(0, name.indexOf('/'))))
        entries.push({ name, type: item.isFile() ? 'file' : 'other', executable: false });
      else entries.push(entryOf(root, name, item.isFile(), item.isSymbolicLink()));
      if (performance.now() - breathed < BREATH_MS) continue;
      await new Promise<void>((resolve) => setImmediate(resolve));
      breathed = performance.now();
      if (signal?.aborted) throw new HostError('interrupted', `Cannot read ${root}: the run was interrupted`);
    }
  }
  return entries;
}

function namesIn(root: string, directory: string) {
  try {
    return readdirSync(`${root}/${directory}`, { withFileTypes: true });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw refused(`${root}/${directory}`, code);
  }
}

function entryOf(root: string, name: string, isFile: boolean, isLink: boolean): TreeEntry {
  if (!isFile) return { name, type: isLink ? 'link' : 'other', executable: false };
  const path = `${root}/${name}`;
  try {
    const { mode, size } = lstatSync(path);
    const executable = (mode & 0o111) !== 0;
    return { name, type: 'file', executable, sha256: hash('sha256', contentOf(path, size), 'hex') };
  } catch (error) {
    const code = codeOf(error);
    // A name that is not UTF-8 cannot be opened by what was made of it.
    if (code === 'ENOENT') return { name, type: 'other', executable: false };
    throw refused(path, code);
  }
}

function refused(path: string, code: string | undefined): HostError {
  const refusal = code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed';
  return new HostError(refusal, `Cannot read ${path}: ${code ?? 'it cannot be opened'}`);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
