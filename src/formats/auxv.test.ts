import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FormatError } from '../bytes/error.ts';
import { auxiliaryVector } from './auxv.ts';

function words(...values: readonly bigint[]): Uint8Array {
  const data = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, index) => data.setBigUint64(index * 8, value, true));
  return new Uint8Array(data.buffer);
}

test('auxiliaryVector() reads what LD_SHOW_AUXV=1 showed under qemu-aarch64 7.2 -cpu neoverse-n1', () => {
  const bytes = words(3n, 0x5500000040n, 6n, 0x1000n, 16n, 0x119ffbn, 26n, 0n, 17n, 100n, 0n, 0n);
  assert.deepEqual(auxiliaryVector(bytes, 64), { pageSize: 4096n, hwcap: 0x119ffbn, hwcap2: 0n });
});

test('auxiliaryVector() finds the vDSO that the kernel maps', () => {
  assert.equal(auxiliaryVector(words(33n, 0x7fff12345000n, 0n, 0n), 64).vdso, 0x7fff12345000n);
});

test('auxiliaryVector() reads the narrow words of a 32-bit process', () => {
  const bytes = new Uint8Array(new Uint32Array([6, 4096, 16, 0x3fb0d6, 0, 0]).buffer);
  assert.deepEqual(auxiliaryVector(bytes, 32), { pageSize: 4096n, hwcap: 0x3fb0d6n });
});

test('auxiliaryVector() refuses a vector without an end', () => {
  assert.throws(() => auxiliaryVector(words(6n, 4096n), 64), FormatError);
  assert.throws(() => auxiliaryVector(new Uint8Array(1 << 20).fill(1), 64), /no AT_NULL/);
  assert.throws(() => auxiliaryVector(new Uint8Array(), 64), FormatError);
});

test('any bytes give a vector or a FormatError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(32, 64), (bytes, wordBits) => {
      try {
        auxiliaryVector(bytes, wordBits);
      } catch (error) {
        assert.ok(error instanceof FormatError, String(error));
      }
    }),
  );
});
