/**
 * Go's function table, held against `go tool nm` of the same release: every layout since Go 1.16,
 * with and without its section, with another magic, and with module data of releases to come.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { BinarySlice } from '../src/evidence/binary/binary-identity.ts';
import { nodeHost } from '../src/host/node.ts';
import { readFunctions } from '../src/probes/binary/functions.ts';
import { withBinary } from '../src/probes/binary/read-binary.ts';
import { tell, titleOf, workshop, type Build } from './built-binaries.ts';
import { capability } from './capability.ts';
import { GO, gorootOf } from './real-toolchain.ts';

const made = workshop();
after(() => made.remove());

interface Told {
  readonly slice: BinarySlice;
  /** "address name" of every function, then the end of the last. */
  readonly functions: readonly string[];
}

async function functionsOf(path: string): Promise<Told> {
  const host = nodeHost();
  try {
    const told = await withBinary(host, path, { digest: false }, async ({ slices: [slice] }, [image]) => {
      assert.ok(slice && image);
      const found = await readFunctions(image, slice);
      assert.ok(found, 'no function table');
      const functions = [...found.starts].map((start, index) =>
        `${start.toString(16)} ${index + 1 < found.starts.length ? bare(found.nameAt(index)) : ''}`.trim(),
      );
      return { slice, functions };
    });
    assert.ok(told);
    return told;
  } finally {
    host.close();
  }
}

/** Symbols name the ABI and type arguments, which the table leaves out, and have a plain dot for "·". */
function bare(name: string): string {
  let depth = 0;
  const kept = Array.from(name.replace(/\.abi(?:0|internal)$/, '')).filter((letter) => {
    if (letter === '[') depth += 1;
    const isKept = depth === 0;
    if (letter === ']') depth -= 1;
    return isKept;
  });
  return kept.join('').replaceAll('·', '.');
}

const HELLO = { program: 'hello', stripped: false } as const;

const BUILDS: readonly Omit<Build, 'program' | 'stripped'>[] = [
  { goos: 'linux', goarch: 'arm64' },
  { goos: 'linux', goarch: 's390x' },
  { goos: 'linux', goarch: '386' },
  { goos: 'windows', goarch: 'arm64' },
  { goos: 'darwin', goarch: 'arm64' },
  { goos: 'linux', goarch: 'arm64', toolchain: 'go1.16.15' },
  { goos: 'windows', goarch: 'amd64', toolchain: 'go1.17.13' },
  { goos: 'linux', goarch: 'arm64', toolchain: 'go1.21.13' },
  { goos: 'darwin', goarch: 'arm64', toolchain: 'go1.27.4' },
];

for (const wanted of BUILDS) {
  const build = { ...HELLO, ...wanted };
  const goroot = wanted.toolchain === undefined ? undefined : gorootOf(wanted.toolchain);
  const needed = wanted.toolchain === undefined ? GO : capability(wanted.toolchain, goroot !== undefined);
  test(`${titleOf(build)}: functions are those of go tool nm`, needed, async () => {
    const go = goroot === undefined ? 'go' : join(goroot, 'bin/go');
    const path = made.build({ ...build, go });
    const { slice, functions } = await functionsOf(path);
    assert.equal(slice.functionTable?.functions, functions.length - 1);
    assert.ok(slice.moduleData);
    const listed = tell('go', 'tool', 'nm', '-n', path).matchAll(/^ *([0-9a-f]+) [tT] (.*)$/gm);
    const known = new Set(
      [...listed].flatMap(([, address = '', name = '']) =>
        [name, name.replace(/^_/, '')].map((one) => `${address} ${bare(one)}`),
      ),
    );
    assert.deepEqual(
      functions.slice(0, -1).filter((one) => !known.has(one)),
      [],
    );
    // The end of the last is where nm puts runtime.etext, but for padding.
    const etext = [...known].find((one) => / _?runtime\.etext$/.test(one));
    if (etext !== undefined) {
      const gap = Number.parseInt(etext, 16) - Number.parseInt(functions.at(-1) ?? '', 16);
      assert.ok(gap >= 0 && gap < 64, `${gap} bytes`);
    }
  });
}

/** A linux/arm64 program with something changed, which must have the functions of the unchanged one. */
async function sameWith(
  build: Build,
  change: (bytes: Buffer, slice: BinarySlice) => void,
): Promise<BinarySlice> {
  const path = made.build(build);
  const honest = await functionsOf(path);
  const bytes = readFileSync(path);
  change(bytes, honest.slice);
  const copy = join(made.directory, 'changed');
  writeFileSync(copy, bytes);
  const found = await functionsOf(copy);
  assert.deepEqual(found.functions, honest.functions);
  return found.slice;
}

const MODERN: Build = { ...HELLO, goos: 'linux', goarch: 'arm64' };

function withoutSections(bytes: Buffer): void {
  bytes.writeBigUInt64LE(0n, 0x28);
  bytes.writeUInt16LE(0, 0x3c);
}

test('without section headers the table is found by its shape, and the module data by it', GO, async () => {
  const slice = await sameWith(MODERN, withoutSections);
  assert.deepEqual(
    [slice.sections, slice.functionTable?.foundBy, slice.elf?.hasSectionHeaders],
    [[], 'search', false],
  );
});

test('a garbled magic does not hide the table, with sections or without', GO, async () => {
  for (const alsoSections of [false, true]) {
    const slice = await sameWith(MODERN, (bytes, { functionTable }) => {
      assert.ok(functionTable?.offset !== undefined);
      bytes.writeUInt32LE(0x1badc0de, functionTable.offset);
      if (alsoSections) withoutSections(bytes);
    });
    assert.deepEqual(
      [slice.functionTable?.garbledMagic, slice.functionTable?.layout],
      [0x1badc0de, '1.18 or later'],
    );
  }
});

test(
  'module data of a release to come, with fields put in and turned round, still tells the text',
  GO,
  async () => {
    // What follows the pointer to the table: 6 slices of 3 words, findfunctab, minpc, maxpc, text, etext.
    const slice = await sameWith(MODERN, (bytes, { moduleData }) => {
      assert.ok(moduleData);
      const at = moduleData.offset + 8;
      const words = Array.from({ length: 40 }, (_, index) => bytes.readBigUInt64LE(at + index * 8));
      const turned = [
        7n,
        ...words.slice(0, 18),
        99n,
        100n,
        ...words.slice(18, 23).toReversed(),
        ...words.slice(23, 37),
      ];
      turned.forEach((word, index) => bytes.writeBigUInt64LE(word, at + index * 8));
    });
    assert.ok(slice.moduleData);
  },
);

test('bytes that only look like a table are passed over', GO, async () => {
  const slice = await sameWith({ ...MODERN, goos: 'windows' }, (bytes, { functionTable, code }) => {
    assert.ok(functionTable?.offset !== undefined);
    // A header of the right shape in the code, before the real one, whose entries lead nowhere.
    const at = (code?.[0]?.offset ?? 0) + 4096;
    bytes.copy(bytes, at, functionTable.offset, functionTable.offset + 136);
  });
  assert.equal(slice.functionTable?.foundBy, 'search');
});
