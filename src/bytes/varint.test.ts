import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uvarint } from './varint.ts';
import { View } from './view.ts';

// As encoding/binary.AppendUvarint of Go 1.26 writes them.
for (const [bytes, value] of [
  [[0x00], 0],
  [[0x7f], 127],
  [[0x80, 0x01], 128],
  [[0xac, 0x02], 300],
  [[0xff, 0xff, 0xff, 0xff, 0x0f], 0xffffffff],
] as const) {
  test(`uvarint() reads ${value}`, () => {
    assert.deepEqual(uvarint(new View('x', Uint8Array.from([9, ...bytes, 9]), 'little'), 1), [
      value,
      bytes.length + 1,
    ]);
  });
}

test('uvarint() refuses a number without an end', () => {
  assert.throws(
    () => uvarint(new View('x', new Uint8Array(12).fill(0xff), 'little'), 0),
    /number is too long/,
  );
  assert.throws(() => uvarint(new View('x', Uint8Array.of(0x80), 'little'), 0), /needs 1 bytes/);
});
