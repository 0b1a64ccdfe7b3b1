import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { functionTableHead, quantumOf } from './pclntab.ts';

// As `readelf -x .gopclntab` shows them in builds of go1.26.8 for linux/arm64 and linux/s390x, and of go1.17.
const HEADS: readonly (readonly [bytes: number[], endian: 'little' | 'big', head: unknown])[] = [
  [[0xf1, 0xff, 0xff, 0xff, 0, 0, 4, 8], 'little', { layout: '1.20', quantum: 4, pointerSize: 8 }],
  [[0xff, 0xff, 0xff, 0xf1, 0, 0, 2, 8], 'big', { layout: '1.20', quantum: 2, pointerSize: 8 }],
  [[0xfa, 0xff, 0xff, 0xff, 0, 0, 1, 4], 'little', { layout: '1.16', quantum: 1, pointerSize: 4 }],
  [[0xf1, 0xff, 0xff, 0xff, 0, 0, 3, 8], 'little', undefined],
  [[0xf1, 0xff, 0xff, 0xff], 'little', undefined],
  [[0x7f, 0x45, 0x4c, 0x46, 0, 0, 4, 8], 'little', undefined],
];

for (const [bytes, endian, head] of HEADS) {
  test(`functionTableHead() reads ${bytes.map((byte) => byte.toString(16)).join(' ')} as ${JSON.stringify(head)}`, () => {
    assert.deepEqual(functionTableHead(Uint8Array.from(bytes), endian), head);
  });
}

test('functionTableHead() survives any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => void functionTableHead(bytes, 'little')),
  );
});

test('quantumOf() tells arm64 from x86', () => {
  assert.notEqual(quantumOf('arm64'), quantumOf('amd64'));
  assert.equal(quantumOf('machine-0xf7'), undefined);
});
