import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { functionTableHead, quantumOf, type FunctionTableHead } from './pclntab.ts';

interface Head {
  readonly what: string;
  readonly hex: string;
  readonly endian: 'little' | 'big';
  readonly head: Partial<FunctionTableHead>;
}

// As `readelf -x .gopclntab` shows them in builds of the releases named.
const HEADS: readonly Head[] = [
  {
    what: 'go1.26.8 linux/arm64',
    hex: `f1ffffff00000408a505000000000000 ae000000000000000000000000000000
      480000000000000050eb000000000000 38f0000000000000180c010000000000
      d8eb030000000000696e7465726e616c`,
    endian: 'little',
    head: {
      layout: '1.20',
      quantum: 4,
      pointerSize: 8,
      functions: 0x5a5,
      namesOffset: 0x48,
      entriesOffset: 0x3ebd8,
    },
  },
  {
    what: 'go1.26.8 linux/s390x',
    hex: `fffffff100000208000000000000054e 00000000000000a90000000000000000
      0000000000000048000000000000e228 000000000000e7380000000000010270
      000000000003dc00696e7465726e616c`,
    endian: 'big',
    head: {
      layout: '1.20',
      quantum: 2,
      pointerSize: 8,
      functions: 0x54e,
      namesOffset: 0x48,
      entriesOffset: 0x3dc00,
    },
  },
  {
    what: 'go1.21.13 linux/arm64',
    hex: `f1ffffff000004083504000000000000 7c000000000000000010010000000000
      600000000000000020aa000000000000 60ad000000000000c0d9000000000000
      80e80200000000000000000000000000 00000000000000000000000000000000`,
    endian: 'little',
    head: {
      layout: '1.20',
      textStart: 0x11000,
      functions: 0x435,
      namesOffset: 0x60,
      entriesOffset: 0x2e880,
      entrySize: 4,
    },
  },
  {
    what: 'go1.17.13 linux/386',
    hex: `faffffff00000104080400006a000000 40000000407c0000e07e000080a40000
      80750200000000000000000000000000 00000000000000000000000000000000
      696e7465726e616c2f6370752e496e69`,
    endian: 'little',
    head: {
      layout: '1.16',
      quantum: 1,
      pointerSize: 4,
      functions: 0x408,
      entriesOffset: 0x27580,
      isRelative: false,
    },
  },
];

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));

for (const { what, hex, endian, head } of HEADS) {
  test(`functionTableHead() reads that of ${what}, and without its magic by shape`, () => {
    const bytes = bytesOf(hex);
    const found = functionTableHead(bytes, endian);
    assert.ok(found?.isMagicKnown);
    assert.deepEqual({ ...found, ...head }, found);
    bytes.set([0x12, 0x34, 0x56, 0x78]);
    const garbled = functionTableHead(bytes, endian);
    assert.deepEqual([garbled?.isMagicKnown, garbled?.tables], [false, found.tables]);
  });
}

test('functionTableHead() passes over what is none', () => {
  const [one] = HEADS;
  const bytes = bytesOf(one?.hex ?? '');
  for (const [at, value] of [
    [4, 1],
    [6, 3],
    [7, 5],
    [11, 9],
    [24, 0],
  ] as const) {
    const changed = Uint8Array.from(bytes);
    changed[at] = value;
    const isStillOne = at === 24;
    assert.equal(functionTableHead(changed, 'little') !== undefined, isStillOne, `byte ${at}`);
  }
  assert.equal(functionTableHead(bytes.subarray(0, 12), 'little'), undefined);
});

test('functionTableHead() survives any bytes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 160, size: 'max' }),
      (bytes) => void functionTableHead(bytes, 'little'),
    ),
  );
});

test('quantumOf() tells arm64 from x86', () => {
  assert.notEqual(quantumOf('arm64'), quantumOf('amd64'));
  assert.equal(quantumOf('machine-0xf7'), undefined);
});
