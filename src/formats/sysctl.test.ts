import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sysctlValues } from './sysctl.ts';

test('sysctlValues() reads names and values, empty and with colons ones too', () => {
  // The lines of archspec-json's tests/targets/rossetta2-monterey-core2, and one of an Apple chip.
  const text = `hw.cputype: 7
machdep.cpu.brand_string: Apple M1
machdep.cpu.features:
hw.optional.arm.FEAT_LSE: 1
kern.version: Darwin Kernel Version 21.1.0: Wed Oct 13 17:33:23 PDT 2021
`;
  assert.deepEqual(
    [...sysctlValues(text)],
    [
      ['hw.cputype', '7'],
      ['machdep.cpu.brand_string', 'Apple M1'],
      ['machdep.cpu.features', ''],
      ['hw.optional.arm.FEAT_LSE', '1'],
      ['kern.version', 'Darwin Kernel Version 21.1.0: Wed Oct 13 17:33:23 PDT 2021'],
    ],
  );
});

test('sysctlValues() takes no message for a value', () => {
  assert.equal(sysctlValues("sysctl: unknown oid 'hw.nperflevels'\n").get('hw.nperflevels'), undefined);
  assert.equal(sysctlValues('').size, 0);
});

test('any text gives values without line ends', () => {
  const piece = fc.constantFrom('hw.cputype: ', 'a', ':', ' ', '\n', '.');
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      for (const value of sysctlValues(pieces.join('')).values()) assert.ok(!value.includes('\n'));
    }),
  );
});
