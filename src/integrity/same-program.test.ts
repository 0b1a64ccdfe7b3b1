/**
 * Held against real strips and against Go's own code signing, whose source is copied from GOROOT for the
 * time of the test.
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { capability } from '../../test/capability.ts';
import { sameProgram } from './same-program.ts';

const root = mkdtempSync(join(tmpdir(), 'goassay-same-'));
after(() => rmSync(root, { recursive: true, force: true }));

function ran(argv: readonly [string, ...string[]], environment: NodeJS.ProcessEnv = {}): string {
  const [program, ...args] = argv;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, GOFLAGS: '', ...environment },
  });
  assert.equal(status, 0, `${argv.join(' ')}: ${stderr}`);
  return stdout.trim();
}

const has = (program: string): boolean => spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0;
const GO = spawnSync('go', ['version'], { timeout: 20_000 }).status === 0;

function built(goos: string): Uint8Array {
  mkdirSync(join(root, 'hello'), { recursive: true });
  cpSync('specimens/hello/main.go', join(root, 'hello/main.go'));
  writeFileSync(join(root, 'go.mod'), 'module same.test\n\ngo 1.21\n');
  ran(['go', 'build', '-o', goos, './hello'], { GOOS: goos, GOARCH: 'arm64', CGO_ENABLED: '0' });
  return readFileSync(join(root, goos));
}

/** The file with another byte, one at every place that is asked for. */
function* damaged(file: Uint8Array, places: readonly number[]): Generator<Uint8Array> {
  for (const place of places) {
    const copy = file.slice();
    copy[place] = (copy[place] ?? 0) ^ 1;
    yield copy;
  }
}

test(
  'a stripped program is the same one, and one with another instruction is not',
  capability('Go and strip for arm64', GO && has('aarch64-linux-gnu-strip') && has('llvm-strip-22')),
  () => {
    const released = built('linux');
    for (const strip of [
      ['aarch64-linux-gnu-strip'],
      ['llvm-strip-22'],
      ['llvm-strip-22', '--strip-debug'],
    ]) {
      const [program = '', ...options] = strip;
      ran([program, ...options, '-o', 'stripped', 'linux']);
      const mine = readFileSync(join(root, 'stripped'));
      assert.equal(sameProgram(released, mine), 'stripped', strip.join(' '));
      // Entry point, a program header, code, read-only data, data; and what strip left of the section table.
      for (const other of damaged(mine, [0x18, 0x60, 0x1000, 0x40000, 0x90000, 0x120100, 420]))
        assert.equal(sameProgram(released, other), undefined);
      assert.equal(sameProgram(released, mine.subarray(0, 0x100000)), undefined);
    }
  },
);

const SIGN = `package main

import (
	"bytes"
	"encoding/binary"
	"os"

	"same.test/codesign"
)

func main() {
	data, _ := os.ReadFile(os.Args[1])
	le := binary.LittleEndian
	var edit, sign, at uint32
	at = 32
	for n := le.Uint32(data[16:]); n > 0; n-- {
		if le.Uint32(data[at:]) == 0x1d {
			sign = at
		} else if string(data[at+8:at+18]) == "__LINKEDIT" {
			edit = at
		}
		at += le.Uint32(data[at+4:])
	}
	end := int64(le.Uint32(data[sign+8:]))
	size := codesign.Size(end, os.Args[3])
	le.PutUint32(data[sign+12:], uint32(size))
	le.PutUint64(data[edit+48:], uint64(end+size)-le.Uint64(data[edit+40:]))
	out := append(data[:end:end], make([]byte, size)...)
	codesign.Sign(out[end:], bytes.NewReader(out[:end]), os.Args[3], end, 0, 4096, true)
	os.WriteFile(os.Args[2], out, 0o755)
}
`;

test(
  'a program with another signature is the same one, and one with other code is not',
  capability('Go', GO),
  () => {
    const released = built('darwin');
    const goroot = ran(['go', 'env', 'GOROOT']);
    for (const name of ['codesign', 'hash']) {
      cpSync(join(goroot, 'src/cmd/internal', name), join(root, name), { recursive: true });
      const path = join(root, name, `${name}.go`);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"cmd/internal/', '"same.test/'));
    }
    mkdirSync(join(root, 'sign'), { recursive: true });
    writeFileSync(join(root, 'sign/main.go'), SIGN);
    ran(['go', 'run', './sign', 'darwin', 'signed', 'an.other.name']);
    const mine = readFileSync(join(root, 'signed'));
    assert.notDeepEqual(mine, released);
    assert.equal(sameProgram(released, mine), 'signature');
    assert.equal(sameProgram(mine, released), 'signature');
    for (const other of damaged(mine, [4, 40, 0x1100, 0x40000, 0x100000]))
      assert.equal(sameProgram(released, other), undefined);
  },
);
