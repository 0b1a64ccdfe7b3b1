import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hwcapNames } from './hwcap.ts';

// The values that a program under qemu-aarch64 7.2 was given, and the Features that the machines
// it pretends to be print: archspec-json tests/targets/linux-amazon-cortex_a72 and -neoverse_n1.
// qemu leaves out evtstrm, and ssbs of the N1.
test('hwcapNames() of a Cortex-A72 are the Features that Graviton prints', () => {
  const printed = 'fp asimd evtstrm aes pmull sha1 sha2 crc32 cpuid'.split(' ');
  assert.deepEqual(hwcapNames(0x8fbn), printed.filter((name) => name !== 'evtstrm').toSorted());
});

test('hwcapNames() of a Neoverse-N1 are the Features that Graviton2 prints', () => {
  const printed =
    'fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp cpuid asimdrdm lrcpc dcpop asimddp ssbs';
  const expected = printed.split(' ').filter((name) => name !== 'evtstrm' && name !== 'ssbs');
  assert.deepEqual(hwcapNames(0x119ffbn), expected.toSorted());
});

// Bit numbers from asm/hwcap.h.
test('hwcapNames() reads both words to their last named bits', () => {
  assert.deepEqual(hwcapNames(1n << 31n, 1n << 1n), ['pacg', 'sve2']);
  assert.deepEqual(hwcapNames(1n << 47n, 1n << 63n), ['poe', 'smesmop4']);
  assert.deepEqual(hwcapNames(0n, (1n << 17n) | (1n << 32n)), ['bti', 'ebf16']);
});

test('hwcapNames() shows a bit that it has no name for', () => {
  assert.deepEqual(hwcapNames(1n << 60n), ['hwcap-bit-60']);
});
