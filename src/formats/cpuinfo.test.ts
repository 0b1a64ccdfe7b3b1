import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cpuinfoCores, sharedFeatures } from './cpuinfo.ts';

/** RK3399, as util-linux's lscpu tests hold it: the little cores come first; features shortened. */
const BIG_LITTLE = `processor\t: 0
BogoMIPS\t: 48.00
Features\t: fp asimd evtstrm aes crc32
CPU implementer\t: 0x41
CPU architecture: 8
CPU variant\t: 0x0
CPU part\t: 0xd03
CPU revision\t: 4

processor\t: 4
BogoMIPS\t: 48.00
Features\t: fp asimd evtstrm aes crc32 atomics
CPU implementer\t: 0x41
CPU part\t: 0xd08

Serial\t\t: 0123
`;

const X86 = `processor\t: 0
vendor_id\t: GenuineIntel
model name\t: Intel(R) Core(TM)2 Duo CPU     P8600  @ 2.40GHz
flags\t\t: fpu vme sse4_1
power management:

`;

test('cpuinfoCores() reads cores that differ, and no core from the lines about the board', () => {
  const cores = cpuinfoCores(BIG_LITTLE);
  assert.deepEqual(
    cores.map(({ processor, implementer, part }) => [processor, implementer, part]),
    [
      [0, '0x41', '0xd03'],
      [4, '0x41', '0xd08'],
    ],
  );
  assert.equal(cores[0]?.model, undefined);
});

test('cpuinfoCores() reads an x86 core with a colon-less model name as it stands', () => {
  assert.deepEqual(cpuinfoCores(X86), [
    {
      processor: 0,
      implementer: undefined,
      part: undefined,
      model: 'Intel(R) Core(TM)2 Duo CPU     P8600  @ 2.40GHz',
      features: ['fpu', 'vme', 'sse4_1'],
    },
  ]);
});

test('sharedFeatures() keeps what every core has', () => {
  assert.deepEqual(sharedFeatures(cpuinfoCores(BIG_LITTLE)), ['aes', 'asimd', 'crc32', 'evtstrm', 'fp']);
  assert.deepEqual(sharedFeatures([]), []);
});

test('cpuinfoCores() takes no longer for a line of blanks', { timeout: 5000 }, () => {
  for (const blank of [' ', '\t', '\r', '\u2028']) {
    const start = performance.now();
    assert.deepEqual(cpuinfoCores(`x${blank.repeat(100_000)}x`), []);
    assert.ok(performance.now() - start < 1000);
  }
});

test('any text gives cores with whole numbers', () => {
  const piece = fc.constantFrom('processor\t: ', 'Features: ', 'CPU part', ':', ' ', '\n', '\n\n', '7');
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      const cores = cpuinfoCores(pieces.join(''));
      assert.ok(cores.every(({ processor }) => processor >= 0));
      sharedFeatures(cores);
    }),
  );
});
