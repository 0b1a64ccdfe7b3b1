import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FormatError } from '../bytes/error.ts';
import type { ElfHeader } from './elf.ts';
import { versionDefinitions, versionedSymbols } from './elf-version-definitions.ts';

const HEADER: ElfHeader = {
  is64: true,
  endian: 'little',
  type: 3,
  machine: 183,
  architecture: 'arm64',
  entry: 0,
  flags: 0,
  programTable: { offset: 0, sizeBytes: 0, count: 0, entrySize: 56 },
  sectionTable: { offset: 0, sizeBytes: 0, count: 0, entrySize: 64, namesIndex: 0 },
};

/** libx.so of `void f(void){}` with the version script `X_1 { global: f; };`, linked by GNU ld 2.40 for aarch64. */
const NAMES = Buffer.from('\0f\0libx.so\0X_1\0');
const DEFINITIONS = Buffer.from(
  '0100010001000100efb5f902140000001c0000000300000000000000' +
    '0100000002000100215e000014000000000000000b00000000000000',
  'hex',
);

test('versionDefinitions() names versions but not the library itself', () => {
  assert.deepEqual([...versionDefinitions('libx.so', HEADER, DEFINITIONS, NAMES)], [[2, 'X_1']]);
});

test('versionDefinitions() and versionedSymbols() take any bytes', () => {
  const bytes = fc.uint8Array({ maxLength: 200 });
  fc.assert(
    fc.property(bytes, bytes, bytes, (one, names, versions) => {
      try {
        const found = versionDefinitions('x', HEADER, one, names);
        versionedSymbols('x', HEADER, { symbols: one, names, versions }, found, new Set(['f']));
      } catch (error) {
        assert.ok(error instanceof FormatError);
      }
    }),
  );
});
