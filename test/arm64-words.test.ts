/**
 * What the oracle cannot say of instruction words: absolute targets, features by name, classes, words
 * newer than llvm-mc 14, and that every word has an answer.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classOf, disassemble, featureOf } from '../src/arm64/index.ts';

test('disassemble() writes targets as offsets, and absolute when the address is known', () => {
  assert.equal(disassemble(0x14000001), 'b #4');
  assert.equal(disassemble(0x14000001, 0x400ffc), 'b 0x401000');
  assert.equal(disassemble(0x54ffffe1, 0x401000), 'b.ne 0x400ffc');
  assert.equal(disassemble(0x90000020, 0x401234), 'adrp x0, 0x405000');
  assert.equal(disassemble(0x58000041, 0x401000), 'ldr x1, 0x401008');
});

/** Words of Arm's own listings; the last ten are newer than llvm-mc 14. */
const KNOWN = [
  [0xd503201f, 'nop', undefined, 'system'],
  [0xd65f03c0, 'ret', undefined, 'branch'],
  [0xb8e20003, 'ldaddal w2, w3, [x0]', 'lse', 'atomic'],
  [0x88fbfc64, 'casal w27, w4, [x3]', 'lse', 'atomic'],
  [0x885ffc20, 'ldaxr w0, [x1]', undefined, 'atomic'],
  [0x4e284bc0, 'aese v0.16b, v30.16b', 'aes', 'crypto'],
  [0x0ee0e189, 'pmull v9.1q, v12.1d, v0.1d', 'aes', 'simd'],
  [0xce0f5159, 'eor3 v25.16b, v10.16b, v15.16b, v20.16b', 'sha3', 'crypto'],
  [0x9ac34c41, 'crc32x w1, w2, x3', 'crc', 'crc'],
  [0x4e829420, 'sdot v0.4s, v1.16b, v2.16b', 'dotprod', 'simd'],
  [0x1e7e0000, 'fjcvtzs w0, d0', 'jscvt', 'fp'],
  [0xf8bfc020, 'ldapr x0, [x1]', 'lrcpc', 'atomic'],
  [0xd503233f, 'paciasp', 'paca', 'system'],
  [0xd503245f, 'bti c', 'bti', 'system'],
  [0x1d038441, 'cpyprn [x1]!, [x3]!, x2!', 'mops', 'load-store'],
  [0xdac01c20, 'cnt x0, x1', 'cssc', 'integer'],
  [0xdac02020, 'abs x0, x1', 'cssc', 'integer'],
  [0x9ac26020, 'smax x0, x1, x2', 'cssc', 'integer'],
  [0x91c3fc20, 'smax x0, x1, #-1', 'cssc', 'integer'],
  [0x19228061, 'swpp x1, x2, [x3]', 'lse128', 'atomic'],
  [0xd503251f, 'chkfeat x16', 'chk', 'system'],
  [0x0d0185e3, 'stl1 { v3.d }[0], [x15]', 'lrcpc3', 'atomic'],
  [0x74d287c0, 'cbbeq w0, w18, #248', 'cmpbr', 'branch'],
  [0xd6ff07e0, 'texit nb', 'tev', 'branch'],
  [0xd50b7700, 'gcspushm x0', 'gcs', 'system'],
] as const;

for (const [word, text, feature, kind] of KNOWN) {
  test(`0x${word.toString(16)} is ${text}, needs ${feature ?? 'nothing'}, is ${kind}`, () => {
    assert.equal(disassemble(word), text);
    assert.equal(featureOf(word), feature);
    assert.equal(classOf(word), kind);
  });
}

test('every word has an answer: a text with its class, or neither', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (word) => {
      const text = disassemble(word);
      const kind = classOf(word);
      if (text !== undefined) assert.match(text, /^[a-z][a-z0-9.]*( \S.*)?$/);
      if (kind !== 'sve' && kind !== 'sme') assert.equal(text === undefined, kind === undefined);
      if (kind === undefined) assert.equal(featureOf(word), undefined);
    }),
    { numRuns: 20_000 },
  );
});
