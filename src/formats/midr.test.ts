import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coreName } from './midr.ts';

// The names that `lscpu` of util-linux 2.42 prints for these machines (tests/expected/lscpu) and
// that archspec gives its dumps (tests/targets).
const CASES: readonly [implementer: string, part: string, name: string, machine: string][] = [
  ['0x41', '0xd46', 'Cortex-A510', 'lscpu arm-A510-A710-A715-X3'],
  ['0x41', '0xd47', 'Cortex-A710', 'lscpu arm-A510-A710-A715-X3'],
  ['0x41', '0xd4d', 'Cortex-A715', 'lscpu arm-A510-A710-A715-X3'],
  ['0x41', '0xd4e', 'Cortex-X3', 'lscpu arm-A510-A710-A715-X3'],
  ['0x41', '0xd08', 'Cortex-A72', 'archspec linux-amazon-cortex_a72'],
  ['0x41', '0xd0c', 'Neoverse-N1', 'archspec linux-amazon-neoverse_n1'],
  ['0x41', '0xd49', 'Neoverse-N2', 'archspec linux-rhel9-neoverse_n2'],
  ['0x41', '0xd83', 'Neoverse-V3AE', 'archspec linux-ubuntu24.04-neoverse_v3ae'],
  ['0x43', '0x0af', 'ThunderX2-99xx', 'archspec linux-centos7-thunderx2'],
  ['0x46', '0x001', 'A64FX', 'archspec linux-rocky8-a64fx'],
  ['0x61', '0x022', 'Icestorm-M1', 'archspec linux-asahi-m1'],
  ['0xc0', '0xac4', 'Ampere-1a', 'archspec linux-ubuntu22.04-ampere1a'],
];

for (const [implementer, part, name, machine] of CASES) {
  test(`coreName() knows the ${name} of ${machine}`, () => {
    assert.equal(coreName(implementer, part), name);
  });
}

test('coreName() guesses nothing from the part 0x0 that virtual machines show', () => {
  for (const implementer of ['0x00', '0x41', '0x61', '0xc0'])
    assert.equal(coreName(implementer, '0x000'), undefined);
});

test('coreName() does not take the same part of another maker', () => {
  assert.equal(coreName('0xc0', '0xd0c'), undefined);
});

test('coreName() is undefined for words that are no numbers, those of Object’s prototype too', () => {
  for (const word of ['', 'constructor', '__proto__', '0x', '41', 'toString'])
    assert.equal(coreName(word, word), undefined);
});
