/** The census is the sum of what is said of each word; the table behind it leaves out nothing. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { censusByFunction, censusOf } from './census.ts';
import { familyOf } from './families.ts';

/** One word of each family, by llvm-mc 14 (lse128: by the Arm ARM). */
const EXAMPLES = {
  branch: 0xd65f03c0,
  'load-store': 0xa9bf7bfd,
  integer: 0x910003fd,
  system: 0xd503201f,
  fp: 0x1e602821,
  simd: 0x4ea18400,
  'exclusive-load': 0x885ffc20,
  'exclusive-store': 0xc802fc20,
  ordered: 0xf8bfc020,
  cas: 0x88fbfc64,
  swp: 0xb8a08041,
  ldadd: 0xb8e20003,
  ldclr: 0xf8211002,
  ldeor: 0xf8212002,
  ldset: 0xf8213002,
  'ldmin-ldmax': 0xf8214002,
  lse128: 0x19228061,
  aes: 0x4e284bc0,
  pmull: 0x0ee0e189,
  sha1: 0x5e000020,
  sha2: 0x5e004020,
  sha3: 0xce0f5159,
  sm: 0xcec08420,
  crc: 0x9ac34c41,
  pauth: 0xd503233f,
  bti: 0xd503245f,
  mte: 0x9ac11020,
  sve: 0x04210400,
  undefined: 0xffffffff,
  udf: 0x00000001,
  zero: 0,
} as const;

for (const [family, word] of Object.entries(EXAMPLES)) {
  test(`0x${word.toString(16)} is of the family ${family}`, () => assert.equal(familyOf(word), family));
}

test('censusByFunction() gives each function its own words', () => {
  const counts = censusByFunction(Uint32Array.of(0, 0xd65f03c0, 0xd65f03c0, 0xb8e20003), [1, 3]);
  assert.equal(censusOf(counts, 0).branch, 2);
  assert.equal(censusOf(counts, 1).ldadd, 1);
});
