import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { containerOf } from './container.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const elf = (ident: string, machine: string): Uint8Array =>
  bytes(`7f454c46 ${ident} 01 ${'00'.repeat(9)} 0200 ${machine}`);

/** First bytes as `readelf -h`, `otool -fh` and `llvm-readobj` name them. */
const TABLE = [
  ['an ELF for arm64', elf('02 01', 'b700'), 'elf', ['arm64']],
  ['an ELF for amd64', elf('02 01', '3e00'), 'elf', ['amd64']],
  ['a big-endian ELF for s390x', elf('02 02', '0016'), 'elf', ['s390x']],
  ['an ELF for ppc64le', elf('02 01', '1500'), 'elf', ['ppc64le']],
  ['an ELF for mips64', elf('02 02', '0008'), 'elf', ['mips64']],
  ['an ELF for a machine without a Go port', elf('02 01', 'f700'), 'elf', ['machine-0xf7']],
  ['a Mach-O for arm64', bytes('cffaedfe 0c000001 00000000'), 'mach-o', ['arm64']],
  ['a Mach-O for amd64', bytes('cffaedfe 07000001 03000000'), 'mach-o', ['amd64']],
  [
    'a universal Mach-O',
    bytes(`cafebabe 00000002 01000007 ${'00'.repeat(16)} 0100000c ${'00'.repeat(16)}`),
    'mach-o-fat',
    ['amd64', 'arm64'],
  ],
  ['a Java class file', bytes('cafebabe 00000034 0000'), 'other', []],
  ['a PE for arm64', bytes(`4d5a ${'00'.repeat(58)} 40000000 50450000 64aa`), 'pe', ['arm64']],
  ['a DOS program', bytes(`4d5a ${'00'.repeat(58)} 40000000 4e450000 0000`), 'other', []],
  ['a shell script', new TextEncoder().encode('#!/bin/sh\nexec go "$@"\n'), 'script', []],
  ['a text', new TextEncoder().encode('hello'), 'other', []],
] as const;

for (const [what, content, format, architectures] of TABLE) {
  test(`containerOf() recognises ${what}`, () => {
    assert.deepEqual(containerOf(content), { format, architectures });
  });
}

test('containerOf() recognises the program that runs this test', async () => {
  const { openSync, readSync, closeSync } = await import('node:fs');
  const file = openSync(process.execPath, 'r');
  const first = new Uint8Array(4096);
  readSync(file, first);
  closeSync(file);
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  assert.ok(containerOf(first)?.architectures.includes(architecture));
});

test('containerOf() has no answer for too few bytes, and any bytes give an answer in bounded time', () => {
  for (const content of ['', '7f', '7f454c46', 'cffaedfe 0c', 'cafebabe 00000002 0100', '4d5a0000'])
    assert.equal(containerOf(bytes(content)), undefined, content);
  const magic = fc.constantFrom('7f454c460201', 'cffaedfe', 'cafebabe', 'cafebabf', '4d5a', '2321', '');
  fc.assert(
    fc.property(magic, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      containerOf(Uint8Array.from([...bytes(start), ...rest]));
    }),
  );
});
