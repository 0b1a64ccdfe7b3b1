/**
 * How it is known that a tree has not changed since it was read: size, inode, mode and both times of
 * every file and directory in it, and of one file beside it.
 *
 * The names are kept, because listing directories costs as much as looking at their files, and one
 * whose times stand still has the same names in it. Of its files that says nothing: one edited in place leaves
 * its directory as it was. So every file is looked at, each time.
 *
 * @module
 */

import { hash } from 'node:crypto';
import { lstatSync, readdirSync, type Stats } from 'node:fs';

export interface Stamp {
  /** One name a line: directories from the root on and with a slash behind, each before its files. "" where there is no tree. */
  readonly listing: string;
  /** "" if it cannot be told from what is changed a moment later. */
  readonly signature: string;
}

export interface FoundTree {
  readonly stamp: Stamp;
  /** Whatever is no directory, by its name from the root on; undefined where there is no tree. */
  readonly files: Map<string, Stats> | undefined;
  /** Listed, but not to be found by the name: gone meanwhile, or the name is not UTF-8. */
  readonly lost: readonly string[];
}

/** Times are as coarse as the file system's clock, 2 s at worst: what is younger could change and show none. */
const CLOCK_STEP_MS = 2000;
const MARKS_EACH = 5;

/** Lists and looks at everything; `beside` is a file that belongs to the tree and lies outside it. */
export function findTree(root: string, beside: string): FoundTree {
  const now = Date.now();
  const marks: number[] = [];
  const listing: string[] = [];
  const files = new Map<string, Stats>();
  const lost: string[] = [];
  const mark = (stat: Stats | undefined): void => {
    marks.push(stat?.size ?? 0, stat?.ino ?? 0, stat?.mode ?? 0, stat?.mtimeMs ?? 0, stat?.ctimeMs ?? 0);
  };
  mark(lstatSync(beside, { throwIfNoEntry: false }));
  const waiting = [''];
  while (waiting.length > 0) {
    const directory = waiting.pop() ?? '';
    const path = `${root}/${directory}`;
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (!stat && directory === '')
      return { stamp: { listing: '', signature: signatureOf(marks) }, files: undefined, lost };
    if (!stat) {
      lost.push(directory);
      continue;
    }
    mark(stat);
    listing.push(directory || '/');
    for (const item of readdirSync(path, { withFileTypes: true })) {
      const name = directory + item.name;
      if (item.isDirectory()) {
        waiting.push(`${name}/`);
        continue;
      }
      const file = lstatSync(`${root}/${name}`, { throwIfNoEntry: false });
      if (!file) {
        lost.push(name);
        continue;
      }
      mark(file);
      listing.push(item.name);
      files.set(name, file);
    }
  }
  const isSettled =
    lost.length === 0 && marks.every((value, at) => at % MARKS_EACH < 3 || value <= now - CLOCK_STEP_MS);
  return {
    stamp: { listing: listing.join('\n'), signature: isSettled ? signatureOf(marks) : '' },
    files,
    lost,
  };
}

/** Whether everything is as it was; what had been changed a moment before it was read is not known to be. */
export function isUnchanged(root: string, beside: string, { listing, signature }: Stamp): boolean {
  if (signature === '') return false;
  const names = listing === '' ? [] : listing.split('\n');
  const marks = new Float64Array(MARKS_EACH * (names.length + 1));
  let next = 0;
  const mark = (path: string, isNeeded: boolean): boolean => {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (!stat) {
      next += MARKS_EACH;
      return !isNeeded;
    }
    marks[next] = stat.size;
    marks[next + 1] = stat.ino;
    marks[next + 2] = stat.mode;
    marks[next + 3] = stat.mtimeMs;
    marks[next + 4] = stat.ctimeMs;
    next += MARKS_EACH;
    return true;
  };
  mark(beside, false);
  let directory = `${root}/`;
  for (const name of names) {
    const isDirectory = name.endsWith('/');
    if (isDirectory) directory = name === '/' ? `${root}/` : `${root}/${name}`;
    if (!mark(isDirectory ? directory : directory + name, true)) return false;
  }
  if (names.length === 0 && lstatSync(root, { throwIfNoEntry: false })) return false;
  return digestOf(marks) === signature;
}

function signatureOf(marks: readonly number[]): string {
  return digestOf(Float64Array.from(marks));
}

function digestOf({ buffer }: Float64Array<ArrayBuffer>): string {
  return hash('sha256', new Uint8Array(buffer)).slice(0, 32);
}
