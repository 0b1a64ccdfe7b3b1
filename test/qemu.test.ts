/**
 * What a translated program really sees: a Go program for arm64 under qemu-user prints the files
 * that the witnesses read, and the probe is asked about a machine made of them.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { hardwareOf, isTranslated, type Translation } from '../src/evidence/machine/translation.ts';
import { containerOf } from '../src/formats/container.ts';
import { goArchitecture } from '../src/formats/machine-names.ts';
import { fakeHost } from '../src/host/fake.ts';
import { translationProbe } from '../src/probes/machine/translation.ts';
import { has } from './built-binaries.ts';
import { capability } from './capability.ts';
import { hasGo, QUICK, value } from './real-toolchain.ts';

/** Prints, as JSON, the first bytes of each file named (base64) and the machine that uname(2) tells. */
const PROGRAM = `package main

import (
	"encoding/json"
	"io"
	"os"
	"syscall"
)

func main() {
	var name syscall.Utsname
	syscall.Uname(&name)
	machine := ""
	for _, c := range name.Machine {
		if c != 0 {
			machine += string(rune(c))
		}
	}
	files := map[string][]byte{}
	for _, path := range os.Args[1:] {
		if file, err := os.Open(path); err == nil {
			files[path], _ = io.ReadAll(io.LimitReader(file, 1<<16))
			file.Close()
		}
	}
	json.NewEncoder(os.Stdout).Encode(map[string]any{"machine": machine, "files": files})
}
`;

const FILES = [
  '/proc/sys/kernel/arch',
  '/proc/cpuinfo',
  '/proc/thread-self/exe',
  '/proc/self/exe',
  '/proc/thread-self/maps',
  '/proc/thread-self/cmdline',
  '/proc/self/auxv',
];

interface Sight {
  readonly machine: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

const directory = mkdtempSync(join(tmpdir(), 'goassay-qemu-'));
after(() => rmSync(directory, { recursive: true, force: true }));

function sightOf(goarch: string, runner: readonly string[]): Sight {
  writeFileSync(join(directory, 'main.go'), PROGRAM);
  const path = join(directory, `sight-${goarch}`);
  execFileSync('go', ['build', '-o', path, 'main.go'], {
    cwd: directory,
    env: {
      ...process.env,
      GOOS: 'linux',
      GOARCH: goarch,
      CGO_ENABLED: '0',
      GOFLAGS: '',
      GOTOOLCHAIN: 'local',
    },
  });
  const [program = path, ...rest] = [...runner, path, ...FILES];
  // The program above prints nothing else.
  const { machine, files } = JSON.parse(execFileSync(program, rest, { encoding: 'utf8' })) as {
    machine: string;
    files: Record<string, string>;
  };
  const bytes = Object.entries(files).map(([name, text]) => [name, Buffer.from(text, 'base64')] as const);
  return { machine, files: Object.fromEntries(bytes) };
}

async function witnessesOf({ machine, files }: Sight, architecture: string): Promise<Translation> {
  const commands = { 'uname -m': { stdout: `${machine}\n` } };
  return value(await translationProbe.gather(fakeHost({ architecture, files, commands }), {}, QUICK));
}

const here = goArchitecture(process.arch);
const QEMU = 'qemu-aarch64-static';
const translating = capability(
  `go and ${QEMU} on linux/amd64`,
  hasGo && here === 'amd64' && process.platform === 'linux' && has(QEMU),
);
const text = (sight: Sight, path: string): string => new TextDecoder().decode(sight.files[path]).trim();
const machineOf = (sight: Sight, path: string): string | undefined =>
  containerOf(sight.files[path] ?? new Uint8Array())?.architectures[0];

test('qemu-user fakes uname and /proc/self/exe, not what the decisive witnesses read', translating, () => {
  const sight = sightOf('arm64', [QEMU]);
  assert.equal(sight.machine, 'aarch64');
  assert.equal(machineOf(sight, '/proc/self/exe'), 'arm64');
  assert.equal(machineOf(sight, '/proc/thread-self/exe'), 'amd64');
  const kernel = text(sight, '/proc/sys/kernel/arch');
  assert.ok(['x86_64', ''].includes(kernel), kernel); // since Linux 6.1
  assert.match(text(sight, '/proc/thread-self/maps'), /qemu-aarch64/);
});

test(
  'a program under qemu-user is found translated, on the hardware that is really there',
  translating,
  async () => {
    const translation = await witnessesOf(sightOf('arm64', [QEMU]), 'arm64');
    assert.equal(isTranslated(translation), true);
    assert.equal(hardwareOf(translation), 'amd64');
    assert.ok(translation.witnesses.length >= 6);
    const wrong = translation.witnesses.filter(
      ({ about, says, weight }) =>
        weight !== 'hint' && says !== (about === 'process' ? 'translated' : 'amd64'),
    );
    assert.deepEqual(wrong, []);
  },
);

const native = capability('go on Linux', hasGo && process.platform === 'linux');

test('a program of the machine itself is found native, by every witness', native, async () => {
  const translation = await witnessesOf(sightOf(here, []), process.arch);
  assert.equal(isTranslated(translation), false);
  assert.equal(hardwareOf(translation), here);
  assert.deepEqual(
    [...new Set(translation.witnesses.map(({ says }) => says))].toSorted(),
    [here, 'native'].toSorted(),
  );
});
