/**
 * Small Go programs as oracles: written into a module of their own, with golang.org/x/mod as the
 * user's module proxy has it, built once per run of the tests.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capability } from './capability.ts';

const XMOD = 'golang.org/x/mod v0.42.0';

const root = mkdtempSync(join(tmpdir(), 'goassay-oracle-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));

let module: string | undefined;

/** A directory with a go.mod that needs x/mod; undefined where it cannot be had. */
function moduleRoot(): string | undefined {
  if (module !== undefined) return module === '' ? undefined : module;
  writeFileSync(join(root, 'go.mod'), `module oracle\n\ngo 1.24.0\n\nrequire ${XMOD}\n`);
  const { status } = spawnSync('go', ['mod', 'download', 'golang.org/x/mod'], { cwd: root, env: settings() });
  module = status === 0 ? root : '';
  return module === '' ? undefined : module;
}

function settings(): NodeJS.ProcessEnv {
  return { ...process.env, GOFLAGS: '-mod=mod', GOWORK: 'off', GO111MODULE: '' };
}

export const XMOD_HERE = capability('a Go command and golang.org/x/mod', moduleRoot() !== undefined);

/** Builds `source`, package main, and returns the program's path. */
export function goProgram(name: string, source: string): string {
  const directory = join(root, name);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'main.go'), source);
  const program = join(directory, 'program');
  const { status, stderr } = spawnSync('go', ['build', '-o', program, `./${name}`], {
    cwd: root,
    env: settings(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`go build ${name}: ${stderr}`);
  return program;
}

/** What the program prints, given `input`. */
export function say(program: string, input = '', args: readonly string[] = []): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}
