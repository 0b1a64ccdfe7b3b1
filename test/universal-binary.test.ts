/**
 * Universal binaries put together of two that Go built: every slice must read as its file did.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { FormatError } from '../src/bytes/error.ts';
import type { BinarySlice } from '../src/evidence/binary/binary-identity.ts';
import { has, identityOf, tell, workshop } from './built-binaries.ts';
import { capability } from './capability.ts';
import { GO, hasGo } from './real-toolchain.ts';

const made = workshop();
after(() => made.remove());

const thin = ['amd64', 'arm64'].map(
  (goarch) => () => made.build({ program: 'hello', goos: 'darwin', goarch, stripped: false }),
);

/** Apple's fat.h: a big-endian header, then per slice CPU type, subtype, offset, size, alignment. */
function universal(is64: boolean, lie = 0): string {
  const files = thin.map((build) => readFileSync(build()));
  const align = 2 ** 14;
  const head = Buffer.alloc(align);
  const parts: Buffer[] = [head];
  let offset = align;
  head.writeUInt32BE(is64 ? 0xcafebabf : 0xcafebabe, 0);
  head.writeUInt32BE(files.length, 4);
  for (const [index, file] of files.entries()) {
    const at = 8 + index * (is64 ? 32 : 20);
    head.writeUInt32BE(file.readUInt32LE(4), at);
    head.writeUInt32BE(file.readUInt32LE(8), at + 4);
    if (is64) {
      head.writeBigUInt64BE(BigInt(offset), at + 8);
      head.writeBigUInt64BE(BigInt(file.length + lie), at + 16);
      head.writeUInt32BE(14, at + 24);
    } else {
      head.writeUInt32BE(offset, at + 8);
      head.writeUInt32BE(file.length + lie, at + 12);
      head.writeUInt32BE(14, at + 16);
    }
    const padded = Buffer.alloc(Math.ceil(file.length / align) * align);
    file.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  const path = join(made.directory, `universal-${is64 ? 64 : 32}-${lie}`);
  writeFileSync(path, Buffer.concat(parts));
  return path;
}

/** Fields that count from the start of the file, and so move with the slice. */
const PLACES: readonly string[] = ['offset'];

/** Segments count from the start of the slice. */
function unplaced({ macho }: BinarySlice): unknown {
  return { ...macho, segments: macho?.segments?.map(({ offset: _offset, ...segment }) => segment) };
}

for (const is64 of [false, true]) {
  const kind = is64 ? 'with 64-bit offsets' : 'with 32-bit offsets';

  test(`a universal file ${kind} has the slices of its two files`, GO, async () => {
    const found = await identityOf(universal(is64));
    assert.equal(found.container, 'mach-o-fat');
    assert.deepEqual(
      found.slices.map(({ architecture }) => architecture),
      ['amd64', 'arm64'],
    );
    assert.equal(found.buildInfo?.settings.find(([key]) => key === 'GOOS')?.[1], 'darwin');
    for (const [index, build] of thin.entries()) {
      const [alone] = (await identityOf(build())).slices;
      const slice = found.slices[index];
      assert.ok(slice && alone);
      // Places count from the start of the file, so they move by the slice's own.
      const moved = JSON.parse(JSON.stringify(alone), (key, value: unknown) =>
        PLACES.includes(key) && typeof value === 'number' ? value + slice.offset : value,
      );
      const { declared, ...rest } = slice;
      assert.deepEqual({ ...rest, macho: unplaced(rest) }, { ...moved, macho: unplaced(moved) });
      assert.equal(declared?.architecture, alone.architecture);
    }
  });

  const needed = capability('go and llvm-objdump', hasGo && has('llvm-objdump'));
  test(`a universal file ${kind} is laid out as llvm-objdump says`, needed, async () => {
    const path = universal(is64);
    const text = tell('llvm-objdump', '--macho', '--universal-headers', path);
    const numbers = (name: string): number[] =>
      [...text.matchAll(new RegExp(`^ +${name} (\\d+)`, 'gm'))].map(([, number]) => Number(number));
    const { slices } = await identityOf(path);
    assert.deepEqual(
      slices.map(({ offset }) => offset),
      numbers('offset'),
    );
    assert.deepEqual(
      slices.map(({ sizeBytes }) => sizeBytes),
      numbers('size'),
    );
  });
}

test('slices that claim 16 MiB too many are still read, because nothing lies there', GO, async () => {
  const { slices } = await identityOf(universal(false, 2 ** 24));
  assert.equal(slices.length, 2);
});

test('a byte changed in the second slice is a bad page of that slice alone', GO, async () => {
  const path = universal(false);
  const [, second] = (await identityOf(path)).slices;
  assert.ok(second?.macho?.signature);
  const { pageSize } = second.macho.signature;
  const bytes = readFileSync(path);
  const at = second.offset + 5 * pageSize + 17;
  bytes[at] = (bytes[at] ?? 0) ^ 0x80;
  writeFileSync(path, bytes);
  const found = await identityOf(path);
  assert.deepEqual(
    found.slices.map(({ macho }) => macho?.signature?.badPages),
    [found.slices[0]?.macho?.signature && [], [5]],
  );
});

test('a universal file that ends within its second slice is damaged', GO, async () => {
  const path = universal(false);
  writeFileSync(path, readFileSync(path).subarray(0, 2 ** 20));
  await assert.rejects(identityOf(path), FormatError);
});
