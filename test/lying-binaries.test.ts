/**
 * Binaries whose headers lie about sizes, and paths that are no binaries at all.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { FormatError } from '../src/bytes/error.ts';
import { bindOpcodes, chainedImports } from '../src/formats/macho-binds.ts';
import { codeSignature } from '../src/formats/code-signature.ts';
import { elfHeader, elfSymbols } from '../src/formats/elf.ts';
import { fakeHost } from '../src/host/fake.ts';
import { HostError, type OpenFile } from '../src/host/host.ts';
import { nodeHost } from '../src/host/node.ts';
import { readBinary } from '../src/probes/binary/read-binary.ts';
import { has, identityOf, workshop } from './built-binaries.ts';
import { capability } from './capability.ts';
import { GO } from './real-toolchain.ts';

const made = workshop();
after(() => made.remove());

const elf = (): Buffer =>
  readFileSync(made.build({ program: 'hello', goos: 'linux', goarch: 'arm64', stripped: false }));

function sectionAt(bytes: Buffer, type: number): number {
  const table = Number(bytes.readBigUInt64LE(0x28));
  for (let at = table; ; at += 64) if (bytes.readUInt32LE(at + 4) === type) return at;
}

/** What is changed in an ELF file, by the gABI's names, which part it makes unreadable, and why. */
const LIES: readonly (readonly [string, (bytes: Buffer) => unknown, string, RegExp])[] = [
  ['e_shnum is 0xffff', (b) => b.writeUInt16LE(0xffff, 0x3c), 'section table', /the file ends before/],
  ['e_shentsize is 1', (b) => b.writeUInt16LE(1, 0x3a), 'section table', /entries of 1 bytes are too small/],
  ['e_shoff is 2^62', (b) => b.writeBigUInt64LE(2n ** 62n, 0x28), 'section table', /the file ends before/],
  ['e_shoff is 2^40', (b) => b.writeBigUInt64LE(2n ** 40n, 0x28), 'section table', /the file ends before/],
  [
    'e_phentsize is 1',
    (b) => b.writeUInt16LE(1, 0x36),
    'program headers',
    /entries of 1 bytes are too small/,
  ],
  ['e_phoff is 2^62', (b) => b.writeBigUInt64LE(2n ** 62n, 0x20), 'program headers', /the file ends before/],
  [
    'the symbol table has 2^62 bytes',
    (b) => b.writeBigUInt64LE(2n ** 62n, sectionAt(b, 2) + 32),
    'symbols',
    /too large/,
  ],
  [
    'the symbol table lies at 2^62',
    (b) => b.writeBigUInt64LE(2n ** 62n, sectionAt(b, 2) + 24),
    'symbols',
    /file ends/,
  ],
];

for (const [what, lie, part, message] of LIES) {
  test(`readBinary() reads the rest of an ELF file where ${what}`, GO, async () => {
    const bytes = elf();
    const whole = join(made.directory, 'honest');
    writeFileSync(whole, bytes);
    lie(bytes);
    const path = join(made.directory, 'liar');
    writeFileSync(path, bytes);
    const [[slice], [honest]] = [(await identityOf(path)).slices, (await identityOf(whole)).slices];
    assert.ok(slice && honest && honest.problems === undefined);
    assert.deepEqual(
      slice.problems?.map((problem) => problem.part),
      [part],
    );
    assert.match(slice.problems[0]?.message ?? '', message);
    assert.equal(slice.elf?.entry, honest.elf?.entry);
    // By program headers where sections are lost; where those are lost, nothing says what lies where.
    if (part !== 'program headers') {
      assert.deepEqual(slice.buildInfo, honest.buildInfo);
      assert.equal(slice.functionTable?.functions, honest.functionTable?.functions);
      assert.equal(slice.functionTable?.textStart, honest.functionTable?.textStart);
    }
  });
}

test('readBinary() reads a program at the start of a sparse file of 4 GiB', GO, async () => {
  const path = join(made.directory, 'sparse');
  writeFileSync(path, elf());
  const { slices } = await identityOf(path);
  truncateSync(path, 2 ** 32);
  // Hashing 4 GiB of nothing is not what is tested.
  const host = { ...nodeHost(), digest: () => Promise.resolve('') };
  const found = await readBinary(host, path);
  assert.equal(found?.sizeBytes, 2 ** 32);
  assert.deepEqual(
    found.slices,
    slices.map((slice) => ({ ...slice, sizeBytes: 2 ** 32 })),
  );
});

test('readBinary() says that a file shrank while it was read', GO, async () => {
  const bytes = elf();
  let reads = 0;
  const file: OpenFile = {
    sizeBytes: bytes.length,
    read(offset, length) {
      reads += 1;
      const end = reads < 6 ? bytes.length : 4096;
      return Promise.resolve(bytes.subarray(offset, Math.max(offset, Math.min(offset + length, end))));
    },
  };
  const host = {
    ...fakeHost({}),
    withFile: <T>(_: string, use: (open: OpenFile) => Promise<T>) => use(file),
  };
  await assert.rejects(readBinary(host, '/tmp/app', { digest: false }), (error) => {
    assert.ok(error instanceof HostError, String(error));
    assert.match(error.message, /^Cannot read app: the file shrank while it was read at 0x/);
    return true;
  });
});

const refused = (error: unknown): boolean => error instanceof HostError && error.refusal === 'not-a-file';

test('readBinary() refuses a directory', async () => {
  await assert.rejects(identityOf(made.directory), refused);
});

test(
  'readBinary() refuses a FIFO without waiting for its writer',
  capability('mkfifo', has('mkfifo')),
  async () => {
    const path = join(made.directory, 'fifo');
    execFileSync('mkfifo', [path]);
    await assert.rejects(identityOf(path), refused);
  },
);

/** A SuperBlob with one CodeDirectory (cs_blobs.h) of no slots and the given header fields. */
function signature(pages: number, hashSize: number, pageShift: number): Uint8Array {
  const bytes = Buffer.alloc(20 + 44 + 64);
  const directory = 20;
  for (const [at, value] of [
    [0, 0xfade0cc0],
    [4, bytes.length],
    [8, 1],
    [16, directory],
    [directory, 0xfade0c02],
    [directory + 4, bytes.length - directory],
    [directory + 16, 44],
    [directory + 20, 40],
    [directory + 28, pages],
    [directory + 32, 100],
  ] as const)
    bytes.writeUInt32BE(value, at);
  bytes.writeUInt8(hashSize, directory + 36);
  bytes.writeUInt8(2, directory + 37);
  bytes.writeUInt8(pageShift, directory + 39);
  return bytes;
}

test('codeSignature() reads a small directory, and one page of any length where the page size is 0', () => {
  const [directory] = codeSignature('app', signature(2, 32, 12)).directories;
  assert.deepEqual([directory?.pages, directory?.pageSize, directory?.codeLimit], [2, 4096, 100]);
  assert.equal(codeSignature('app', signature(1, 32, 0)).directories[0]?.pageSize, 100);
});

test('codeSignature() refuses 4 billion pages whose hashes have no bytes', () => {
  assert.throws(() => codeSignature('app', signature(0xffffffff, 0, 12)), FormatError);
  assert.throws(() => codeSignature('app', signature(0xffffffff, 32, 12)), FormatError);
});

test(
  'symbols that all share one endless name cost no more than the file has bytes',
  { timeout: 20_000 },
  () => {
    const header = elfHeader('app', elf());
    const names = new Uint8Array(2 ** 20).fill(0x61);
    const table = Buffer.alloc(24 * 50_000);
    for (let at = 24; at < table.length; at += 24) table.writeUInt32LE(1, at);
    const start = process.threadCpuUsage();
    assert.throws(() => elfSymbols('app', header, table, names), FormatError);
    const fixups = Buffer.alloc(2 ** 20, 0x61);
    for (const [index, value] of [0, 0, 28, 28, 100_000, 1, 0].entries())
      fixups.writeUInt32LE(value, index * 4);
    assert.throws(() => chainedImports('app', fixups), FormatError);
    assert.ok(process.threadCpuUsage(start).user < 2_000_000);
  },
);

test('bindOpcodes() refuses what dyld does not know and numbers that do not end', () => {
  assert.deepEqual(bindOpcodes('app', Uint8Array.of(0x11, 0x40, 0x5f, 0x61, 0, 0x90, 0)), [
    { symbol: '_a', ordinal: 1 },
  ]);
  assert.deepEqual(bindOpcodes('app', Uint8Array.of(0x3e, 0x40, 0x61, 0, 0x90)), [
    { symbol: 'a', ordinal: -2 },
  ]);
  for (const bytes of [[0xe0], [0x20], [0x20, ...Array<number>(20).fill(0x80)], [0x60, 0xff]])
    assert.throws(() => bindOpcodes('app', Uint8Array.from(bytes)), FormatError);
});
