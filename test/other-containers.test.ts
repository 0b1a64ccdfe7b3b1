/**
 * PE files against llvm-readobj, archives against ar, universal files whose slices lie, and a
 * program whose build information was removed, fetched from npm for the test and thrown away.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { has, identityOf, tell, workshop } from './built-binaries.ts';
import { capability } from './capability.ts';
import { GO, hasGo } from './real-toolchain.ts';

const made = workshop();
after(() => made.remove());

const HELLO = { program: 'hello', stripped: false } as const;

for (const goarch of ['arm64', 'amd64', '386']) {
  const needed = capability('go and llvm-readobj', hasGo && has('llvm-readobj'));
  test(
    `windows/${goarch}: headers are those of llvm-readobj, build information that of go version`,
    needed,
    async () => {
      const path = made.build({ ...HELLO, goos: 'windows', goarch });
      const identity = await identityOf(path);
      const [slice] = identity.slices;
      const text = tell('llvm-readobj', '--file-headers', '--sections', '--coff-imports', path);
      const number = (name: string): number =>
        Number(new RegExp(`^ +${name}: .*?(0x[0-9A-F]+|\\d+)\\)?$`, 'm').exec(text)?.[1]);
      const { pe } = slice ?? {};
      assert.deepEqual(
        [pe?.machine, pe?.subsystem, pe?.imageBase, (pe?.entry ?? 0) - (pe?.imageBase ?? 0)],
        [number('Machine'), number('Subsystem'), number('ImageBase'), number('AddressOfEntryPoint')],
      );
      const names = [...text.matchAll(/^ {4}Name: (\S+) \(/gm)].map(([, name]) => name);
      const addresses = [...text.matchAll(/^ {4}VirtualAddress: (\S+)/gm)].map(([, at]) => Number(at));
      assert.deepEqual(
        pe?.sections.map(({ address }) => address - pe.imageBase),
        addresses,
      );
      assert.equal(pe.sections.length, names.length);
      assert.deepEqual(
        pe.imports,
        [...text.matchAll(/^Import \{\n +Name: (\S+)/gm)].map(([, name]) => name),
      );
      assert.equal(slice?.architecture, goarch);
      assert.equal(`${path}: ${identity.buildInfo?.goVersion}`, tell('go', 'version', path).trim());
      assert.equal(slice.functionTable?.quantum, goarch === 'arm64' ? 4 : 1);
      assert.ok(slice.buildId?.go && (slice.symbols?.goCount ?? 0) > 1000);
      assert.equal(slice.buildId.go, tell('go', 'tool', 'buildid', path).trim());
    },
  );
}

test(
  'an archive has the members that ar lists, and its objects are slices',
  capability('go and ar', hasGo && has('ar')),
  async () => {
    const [elf, macho] = ['linux', 'darwin'].map((goos) => made.build({ ...HELLO, goos, goarch: 'arm64' }));
    assert.ok(elf !== undefined && macho !== undefined);
    const directory = join(made.directory, 'members');
    mkdirSync(directory, { recursive: true });
    const names = ['go.o', 'an-object-with-a-long-name.o', 'read.me'];
    for (const [index, content] of [readFileSync(elf), readFileSync(macho), Buffer.from('odd')].entries())
      writeFileSync(join(directory, names[index] ?? ''), content);
    const path = join(made.directory, 'hello.a');
    tell('ar', 'qc', path, ...names.map((name) => join(directory, name)));
    const identity = await identityOf(path);
    assert.deepEqual(
      identity.members?.map(({ name }) => name),
      tell('ar', 't', path).trim().split('\n'),
    );
    assert.deepEqual(
      identity.members.map(({ format, architecture }) => [format, architecture]),
      [
        ['elf', 'arm64'],
        ['mach-o', 'arm64'],
        ['other', undefined],
      ],
    );
    assert.deepEqual(
      identity.slices.map(({ member, sizeBytes }) => [member, sizeBytes]),
      identity.members.slice(0, 2).map(({ name, sizeBytes }) => [name, sizeBytes]),
    );
    const [alone] = (await identityOf(elf)).slices;
    assert.equal(identity.slices[0]?.functionTable?.functions, alone?.functionTable?.functions);
    for (const { offset, buildInfo } of identity.slices) assert.ok(buildInfo && buildInfo.offset > offset);
  },
);

test(
  'a universal file whose table lies about a slice, or whose slices overlap, keeps both words',
  GO,
  async () => {
    const thin = readFileSync(made.build({ ...HELLO, goos: 'darwin', goarch: 'amd64' }));
    const head = Buffer.alloc(16_384);
    const entry = [0x0100000c, 0, head.length, thin.length, 14];
    for (const [index, value] of [0xcafebabe, 2, ...entry, ...entry].entries())
      head.writeUInt32BE(value, index * 4);
    const path = join(made.directory, 'liar');
    writeFileSync(path, Buffer.concat([head, thin]));
    const { slices, sliceConflicts } = await identityOf(path);
    assert.deepEqual(
      slices.map(({ architecture, declared }) => [architecture, declared]),
      [
        ['amd64', { architecture: 'arm64', offset: 8 }],
        ['amd64', { architecture: 'arm64', offset: 28 }],
      ],
    );
    assert.deepEqual(sliceConflicts, [[0, 1]]);
  },
);

/** Of a release whose build information was removed: its Go release is that of its change log. */
function esbuild(): string | undefined {
  const { status, stdout } = spawnSync(
    'npm',
    ['pack', '--silent', '--fetch-retries=0', '@esbuild/linux-arm64@0.28.2'],
    {
      cwd: made.directory,
      encoding: 'utf8',
      timeout: 20_000,
    },
  );
  const packed = stdout?.trim().split('\n').at(-1) ?? '';
  if (status !== 0 || packed === '') return undefined;
  tell('tar', '-xzf', join(made.directory, packed), '-C', made.directory, 'package/bin/esbuild');
  return join(made.directory, 'package/bin/esbuild');
}

const removed = esbuild();

test(
  'without build information Go’s version is read from the runtime’s own text',
  capability('npm registry', removed !== undefined),
  async () => {
    const [slice] = (await identityOf(removed ?? '')).slices;
    assert.doesNotMatch(spawnSync('go', ['version', removed ?? ''], { encoding: 'utf8' }).stdout, /go1/);
    assert.equal(slice?.buildInfo, undefined);
    assert.equal(slice?.goVersionText?.text, 'go1.26.5');
    assert.equal(
      readFileSync(removed ?? '').toString(
        'latin1',
        slice.goVersionText.offset,
        slice.goVersionText.offset + 8,
      ),
      'go1.26.5',
    );
    assert.equal(slice.functionTable?.functions, 8912);
  },
);
