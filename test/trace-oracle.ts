/**
 * golang.org/x/exp/trace as an oracle, through the Go module proxy: a small program of ours around
 * its reader, its test data in binary, and traces that programs of real Go versions write.
 *
 * @module
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { capability } from './capability.ts';

const VERSION = 'v0.0.0-20261113113407-e3970619a1a4';

const root = mkdtempSync(join(tmpdir(), 'goassay-x-exp-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));

const sources = mkdirIn('oracle');
/** The path of the oracle, for what `askXExp` cannot tell: how it failed. */
export const oracleProgram = join(sources, 'oracle');
const found = prepare();

export const NEEDS_X_EXP = capability(
  'golang.org/x/exp/trace, through the Go module proxy',
  found !== undefined,
);

function prepare(): string | undefined {
  cpSync(resolve('test/trace-oracle/main.go'), join(sources, 'main.go'));
  const module = 'module golang.org/x/exp/trace/oracle\n\ngo 1.25\n\nrequire golang.org/x/exp';
  writeFileSync(join(sources, 'go.mod'), `${module} ${VERSION}\n`);
  const env = { ...process.env, GOFLAGS: '-mod=mod', GOWORK: 'off' };
  const build = spawnSync('go', ['build', '-o', oracleProgram, '.'], { cwd: sources, env });
  if (build.status !== 0) return undefined;
  const list = spawnSync('go', ['list', '-m', '-f', '{{.Dir}}', 'golang.org/x/exp'], { cwd: sources, env });
  return list.stdout.toString().trim();
}

function mkdirIn(name: string): string {
  return mkdtempSync(join(root, `${name}-`));
}

/** What the oracle prints; fails if it does. */
export function askXExp(mode: string, ...paths: readonly string[]): string {
  return execFileSync(oracleProgram, [mode, ...paths], { encoding: 'utf8', maxBuffer: 2 ** 30 });
}

export interface TestTrace {
  readonly name: string;
  readonly path: string;
  /** The words of the case: SUCCESS, or FAILURE and a pattern. */
  readonly expected: string;
}

/** Every case of the module’s test data; none where the module is not at hand. */
export function testTraces(): TestTrace[] {
  return namesIn('tests').map((name) => {
    const path = join(root, `${name}.trace`);
    return { name, path, expected: askXExp('binary', join(testdata('tests'), name), path).trim() };
  });
}

/** The seeds of the module’s fuzzing, by path. */
export function fuzzSeeds(): string[] {
  return namesIn('fuzz/FuzzReader').map((name) => {
    const path = join(root, `${name}.seed`);
    askXExp('seed', join(testdata('fuzz/FuzzReader'), name), path);
    return path;
  });
}

const testdata = (folder: string): string => join(found ?? '', 'trace/testdata', folder);

function namesIn(folder: string): string[] {
  return found === undefined ? [] : readdirSync(testdata(folder)).toSorted();
}

/** The specimen that hands over between goroutines, built by the Go on PATH and run; the path of its trace. */
export function tracedHandOffs(): string {
  const directory = mkdirIn('handing-over');
  cpSync(resolve('specimens/scheduler'), directory, { recursive: true });
  writeFileSync(join(directory, 'go.mod'), 'module scheduler\n\ngo 1.21\n');
  const env = { ...process.env, GOFLAGS: '', GOTOOLCHAIN: 'local', GOWORK: 'off' };
  execFileSync('go', ['build', '-o', 'scheduler', '.'], { cwd: directory, env });
  const path = join(directory, 'trace.out');
  execFileSync(join(directory, 'scheduler'), ['-trace', path], { env });
  return path;
}

/** The specimen that collects, built by the go command at `go` and run; the path of its trace. */
export function tracedRun(go: string, { cycles = 20, godebug = '' } = {}): string {
  const directory = mkdirIn('traced');
  cpSync(resolve('specimens/gc-meters/main.go'), join(directory, 'main.go'));
  writeFileSync(join(directory, 'go.mod'), 'module traced\n\ngo 1.21\n');
  const env = { ...process.env, GOFLAGS: '', GOTOOLCHAIN: 'local', GOWORK: 'off', GODEBUG: '' };
  execFileSync(go, ['build', '-o', 'traced', '.'], { cwd: directory, env });
  const path = join(directory, 'trace.out');
  execFileSync(join(directory, 'traced'), ['-trace', path, '-cycles', String(cycles), '-profile'], {
    env: { ...env, GODEBUG: godebug },
    maxBuffer: 2 ** 28,
  });
  return path;
}
