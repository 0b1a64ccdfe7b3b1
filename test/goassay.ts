/**
 * The command as its user starts it: a process, its two streams, its exit code, in a place with
 * blanks and characters beyond ASCII.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { capability } from './capability.ts';

export const MAIN = resolve('src/cli/main.ts');
// A place with blanks and characters beyond ASCII, as people have them.
export const root = mkdtempSync(join(tmpdir(), 'goassay cli 测试-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));

export interface Call {
  readonly environment?: Readonly<Record<string, string>>;
  readonly directory?: string;
}

export function goassay(args: readonly string[], { environment = {}, directory = root }: Call = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', GOASSAY_LANG: 'en', NO_COLOR: '1', ...environment },
    timeout: 120_000,
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

/** Claims that are judged in a second and need a Go, but no build. */
export const QUICK = [
  '--only',
  'untranslated-process,known-core-structure,unshadowed-go,darwin-metrics-implementation',
];

const goIsHere = spawnSync('go', ['version']).status === 0;
export const NEEDS_GO = capability('a Go command on PATH', goIsHere);

export function place(name: string): string {
  const directory = join(root, name);
  mkdirSync(directory, { recursive: true });
  return directory;
}

/** An executable that behaves badly in a directory of its own; returns the directory, for PATH. */
export function fakeGo(name: string, script: string): string {
  const directory = place(`fake ${name}`);
  writeFileSync(join(directory, 'go'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(directory, 'go'), 0o755);
  return directory;
}
