import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { decodeBase64, encodeBase64 } from './base64.ts';

test('base64 is what Node makes of any bytes, and comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const text = encodeBase64(bytes);
      assert.equal(text, Buffer.from(bytes).toString('base64'));
      assert.deepEqual([...(decodeBase64(text) ?? [])], [...bytes]);
    }),
  );
});

test('decodeBase64() takes no second spelling of a value', () => {
  const spellings = [
    'AA=',
    'AA',
    'AB==',
    'AA==\n',
    ' AA==',
    'A-8=',
    'A_8=',
    'AAA',
    'A===',
    '====',
    'AAAA=',
    'AA==AA==',
  ];
  for (const text of spellings) assert.equal(decodeBase64(text), undefined, text);
});
