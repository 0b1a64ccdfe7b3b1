/**
 * Writing results: whole or not at all, and never lost.
 *
 * A file is written beside its place and renamed over it, so a reader sees the old one or the
 * new one. If the place cannot be written, the files go to the system's temporary directory and
 * the user is told where.
 *
 * @module
 */

import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from './exit-codes.ts';

export interface ResultFile {
  readonly path: string;
  readonly content: string;
}

/** Proves before the run that `directory` can be written. Throws UsageError if not. */
export async function checkWritable(directory: string): Promise<void> {
  const trial = join(directory, `.goassay-${process.pid}.tmp`);
  try {
    await mkdir(directory, { recursive: true });
    await (await open(trial, 'w')).close();
    await rm(trial);
  } catch (error) {
    throw new UsageError(
      `Cannot write to ${directory}: ${codeOf(error)}. Name another directory with --out, or use --json to print the report`,
    );
  }
}

/** Returns the paths written. Throws UsageError after rescuing what could not be put in its place. */
export async function writeAll(files: readonly ResultFile[]): Promise<string[]> {
  const written: string[] = [];
  const lost: { file: ResultFile; why: string }[] = [];
  for (const file of files) {
    try {
      await writeWhole(file);
      written.push(file.path);
    } catch (error) {
      lost.push({ file, why: codeOf(error) });
    }
  }
  if (lost.length === 0) return written;
  const what = lost.map(({ file, why }) => `Cannot write ${file.path}: ${why}`).join('\n');
  throw new UsageError(`${what}\n${await rescue(lost.map(({ file }) => file))}`);
}

async function writeWhole({ path, content }: ResultFile): Promise<void> {
  const place = resolve(path);
  const beside = join(dirname(place), `.${basename(place)}.${process.pid}.tmp`);
  await mkdir(dirname(place), { recursive: true });
  try {
    const file = await open(beside, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function rescue(files: readonly ResultFile[]): Promise<string> {
  try {
    const directory = await mkdtemp(join(tmpdir(), 'goassay-rescued-'));
    for (const file of files) await writeWhole({ ...file, path: join(directory, basename(file.path)) });
    return `Nothing is lost: it was written to ${directory} instead`;
  } catch (error) {
    return `It could not be written to ${tmpdir()} either: ${codeOf(error)}. Free some space and run goassay again`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
