/**
 * golang.org/x/mod as an oracle: the copy that the Go command itself is built from, in the GOROOT
 * of the Go on PATH, with a small program of ours around it. Nothing is downloaded or kept.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { capability } from './capability.ts';

export const goroot = spawnSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).stdout?.trim() ?? '';
const vendored = join(goroot, 'src/cmd/vendor/golang.org/x/mod');

export const NEEDS_X_MOD = capability('a Go with the sources of its command', existsSync(vendored));

/** The script tests and module files of the Go command, read at test time. */
export const goTestdata = join(goroot, 'src/cmd/go/testdata');
export const NEEDS_GO_TESTDATA = capability("the Go command's own test data", existsSync(goTestdata));

export interface Question {
  readonly Ask: string;
  readonly Args: readonly string[];
}

let built: string | undefined;

function oracle(): string {
  if (built !== undefined) return built;
  const directory = mkdtempSync(join(tmpdir(), 'goassay-x-mod-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  cpSync(vendored, join(directory, 'mod'), { recursive: true });
  writeFileSync(join(directory, 'mod/go.mod'), 'module golang.org/x/mod\n\ngo 1.24\n');
  cpSync(resolve('test/x-mod-oracle/main.go'), join(directory, 'main.go'));
  const require = 'require golang.org/x/mod v0.0.0\nreplace golang.org/x/mod => ./mod\n';
  writeFileSync(join(directory, 'go.mod'), `module oracle\n\ngo 1.24\n\n${require}`);
  built = join(directory, 'oracle');
  const env = { ...process.env, GOFLAGS: '-mod=mod', GOPROXY: 'off', GOWORK: 'off', GOTOOLCHAIN: 'local' };
  execFileSync('go', ['build', '-o', built, '.'], { cwd: directory, env });
  return built;
}

/** One answer per question, in order. */
function askXMod(questions: readonly Question[]): unknown[] {
  const { status, stdout, stderr } = spawnSync(oracle(), {
    input: questions.map((question) => JSON.stringify(question)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`The oracle ends with ${status}: ${stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

/** Holds our answers against x/mod's. */
export function agree(questions: readonly Question[], ours: (question: Question) => unknown): void {
  const theirs = askXMod(questions);
  for (const [index, question] of questions.entries())
    assert.deepEqual(ours(question), theirs[index], JSON.stringify(question));
}
