/**
 * `goassay inspect` as its users call it: directories, images, gates, formats for CI, bad input.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { has, workshop } from './built-binaries.ts';
import { capability } from './capability.ts';
import { goassay, place } from './goassay.ts';
import { GO } from './real-toolchain.ts';

const made = workshop();
after(() => made.remove());

const arm64 = (): string => made.build({ program: 'hello', goos: 'linux', goarch: 'arm64', stripped: true });
const amd64 = (): string => made.build({ program: 'hello', goos: 'linux', goarch: 'amd64', stripped: true });
const darwin = (): string =>
  made.build({ program: 'hello', goos: 'darwin', goarch: 'arm64', stripped: true });

interface Inspected {
  readonly path: string;
  readonly native: { readonly verdict: string };
}

test('inspect --json is valid by its schema and says what a script needs', GO, () => {
  const { status, stdout } = goassay(['inspect', '--json', darwin()]);
  assert.equal(status, 0);
  const validate = new Ajv2020({ strict: false }).compile(
    JSON.parse(readFileSync('schema/inspection.schema.json', 'utf8')),
  );
  assert.ok(validate(JSON.parse(stdout)), JSON.stringify(validate.errors?.slice(0, 3)));
  const json = JSON.parse(stdout);
  const [slice] = json.slices;
  assert.equal(json.format, 'mach-o');
  assert.equal(slice.go.settings.GOOS, 'darwin');
  assert.match(slice.go.version, /^go1\.\d+/);
  assert.equal(slice.atomics, 'guarded');
  assert.equal(slice.signature.state, 'valid');
  assert.equal(slice.signature.kind, 'linker-signed');
  assert.deepEqual(slice.pageSizes, [4096, 16384]);
  assert.match(slice.macos.minimum, /^\d+\.\d+/);
  assert.ok(slice.needed.includes('/usr/lib/libSystem.B.dylib'));
});

test('inspect walks directories, archives and the layers of an image', GO, () => {
  const rootfs = place('rootfs/usr/bin');
  copyFileSync(arm64(), join(rootfs, 'app'));
  copyFileSync(amd64(), join(rootfs, 'helper'));
  writeFileSync(join(rootfs, 'readme'), 'no binary');
  const top = join(rootfs, '../../..');
  execFileSync('tar', ['czf', 'layer.tar.gz', '-C', 'rootfs', '.'], { cwd: top });
  execFileSync('tar', ['cf', 'image.tar', 'layer.tar.gz'], { cwd: top });
  const { status, stdout } = goassay(['inspect', '--jsonl', 'rootfs', 'image.tar'], { directory: top });
  assert.equal(status, 0);
  const lines: Inspected[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(({ path, native }) => `${native.verdict} ${path}`).toSorted(), [
    'native-arm64 image.tar › layer.tar.gz › ./usr/bin/app',
    'native-arm64 rootfs/usr/bin/app',
    'not-arm64 image.tar › layer.tar.gz › ./usr/bin/helper',
    'not-arm64 rootfs/usr/bin/helper',
  ]);
});

for (const [require, file, status, saying] of [
  ['native-arm64', arm64, 0, /0 failures/],
  ['native-arm64', amd64, 1, /native-arm64 is not met: .* say amd64/],
  ['cpu<=v8.0,glibc<=2.17,pages=65536', arm64, 0, /0 failures/],
  ['signed', arm64, 1, /the format carries none/],
  ['signed,macos<=13', darwin, 0, /0 failures/],
  ['macos<=10.15', darwin, 1, /its minimum is macOS/],
  ['pages=64K', darwin, 1, /4096, 16384/],
  ['native', arm64, 2, /Cannot use "native" as a requirement: known are native-arm64/],
  ['pages=3000', arm64, 2, /4096, 16384 or 65536/],
] as const) {
  test(`--require ${require} on ${file.name} exits ${status}`, GO, () => {
    const { status: exit, stderr } = goassay(['inspect', '--require', require, file()]);
    assert.equal(exit, status, stderr);
    assert.match(stderr, saying);
  });
}

test('SARIF and JUnit name what is wrong, and are what other readers take', GO, () => {
  const directory = place('ci formats');
  const args = ['inspect', '--require', 'native-arm64', '-o', 'sarif=out.sarif', '-o', 'junit=out.xml'];
  const { status } = goassay([...args, arm64(), amd64()], { directory });
  assert.equal(status, 1);
  const { runs } = JSON.parse(readFileSync(join(directory, 'out.sarif'), 'utf8'));
  assert.deepEqual(
    runs[0].results.map(({ ruleId, level }: { ruleId: string; level: string }) => [ruleId, level]),
    [['require-native-arm64', 'error']],
  );
  assert.equal(runs[0].artifacts.length, 2);
  const python = spawnSync(
    'python3',
    [
      '-c',
      'import sys, xml.etree.ElementTree as t; r = t.parse(sys.argv[1]).getroot(); print(r.get("tests"), r.get("failures"), len(list(r.iter("testcase"))), len(list(r.iter("failure"))))',
      join(directory, 'out.xml'),
    ],
    { encoding: 'utf8' },
  );
  assert.equal(python.stdout.trim(), '2 1 2 1', python.stderr);
});

test('--disasm, --functions and --census speak of the same code', GO, () => {
  const listed = goassay(['inspect', '--functions', '--json', arm64()]);
  const functions: { name: string; address: number; sizeBytes: number }[] = JSON.parse(listed.stdout);
  const main = functions.find(({ name }) => name === 'main.main');
  assert.ok(main);
  const { stdout: text } = goassay(['inspect', '--disasm', '--function', 'main.main', arm64()]);
  assert.match(text, /^\n0{8,}[0-9a-f]+ <main\.main>:\n/);
  assert.equal(text.trim().split('\n').length - 1, main.sizeBytes / 4);
  const { stdout: counted } = goassay(['inspect', '--census', '--json', arm64()]);
  const census: { name: string; words: number; families: Record<string, number> }[] = JSON.parse(counted);
  assert.ok(census.some(({ name, families }) => name === 'runtime' && (families['ldadd'] ?? 0) > 10));
  const words = census.reduce((sum, one) => sum + one.words, 0);
  const { stdout } = goassay(['inspect', '--disasm', arm64()]);
  const lines = stdout.split('\n').filter((line) => /^ *[0-9a-f]+: (?!00000000)/.test(line));
  assert.equal(lines.length, words);
});

test('a file that is not there, a FIFO or a directory of nothing is said, not crashed on', GO, () => {
  const directory = place('odd');
  const missing = goassay(['inspect', 'nothing-here'], { directory });
  assert.deepEqual([missing.status, missing.stdout], [2, '']);
  assert.match(missing.stderr, /Cannot read nothing-here: there is no such file/);
  mkdirSync(join(directory, 'empty'), { recursive: true });
  const empty = goassay(['inspect', 'empty'], { directory });
  assert.match(empty.stderr, /no binaries found among 0 files/);
  assert.equal(goassay(['inspect', '--require', 'native-arm64', 'empty'], { directory }).status, 3);
  const both = goassay(['inspect', '--jsonl', 'nothing-here', arm64()], { directory });
  assert.equal(both.status, 2);
  assert.match(both.stdout, /native-arm64/, 'the other file still has its answer');
});

test('a FIFO is not waited for', capability('mkfifo', has('mkfifo')), () => {
  const directory = place('fifo');
  execFileSync('mkfifo', [join(directory, 'pipe')]);
  const { status, stderr } = goassay(['inspect', 'pipe'], { directory });
  assert.equal(status, 2);
  assert.match(stderr, /not a regular file/);
});

test('an archive that is cut short gives what was read, and says so', GO, () => {
  const directory = place('cut');
  copyFileSync(arm64(), join(directory, 'app'));
  copyFileSync(arm64(), join(directory, 'other'));
  execFileSync('tar', ['cf', 'cut.tar', 'app', 'other'], { cwd: directory });
  truncateSync(join(directory, 'cut.tar'), 2_000_000);
  const { status, stdout, stderr } = goassay(['inspect', 'cut.tar'], { directory });
  assert.equal(status, 2);
  assert.match(stdout, /native-arm64 {2}cut\.tar › app/);
  assert.match(stderr, /the archive is damaged/);
});

test('a sparse file of 4 GiB is answered within two windows of memory', GO, () => {
  const path = join(place('sparse'), 'sparse');
  copyFileSync(arm64(), path);
  truncateSync(path, 2 ** 32);
  const { stdout, status } = goassay(['inspect', '--json', path]);
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).native.verdict, 'native-arm64');
});
