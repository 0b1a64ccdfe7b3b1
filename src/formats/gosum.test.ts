import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { FormatError } from '../bytes/error.ts';
import { hashesOf, parseGoSum } from './gosum.ts';

test('parseGoSum() takes lines apart and tells which are of go.mod alone', () => {
  const lines = parseGoSum(
    'a.test/m v1.0.0 h1:aa=\na.test/m v1.0.0/go.mod h1:bb=\n\n  a.test/m\tv1.0.0   h2:cc=  \n',
  );
  assert.deepEqual(
    lines.map(({ version, ofGoMod, hash, line }) => `${line} ${version} ${ofGoMod} ${hash}`),
    ['1 v1.0.0 false h1:aa=', '2 v1.0.0 true h1:bb=', '4 v1.0.0 false h2:cc='],
  );
  assert.deepEqual(hashesOf(lines, { path: 'a.test/m', version: 'v1.0.0', ofGoMod: false }), ['h1:aa=']);
});

test('parseGoSum() refuses a file with a line of another number of fields, as go does', () => {
  for (const text of ['a v1\n', 'a v1 h1:x y\n', 'a\n'])
    assert.throws(() => parseGoSum(text), /instead of 3/);
});

test('parseGoSum() makes lines or a FormatError of any text', () => {
  const parts = fc.constantFrom(
    ' ',
    '\n',
    '\t',
    'a.test/m',
    'v1.0.0',
    'h1:',
    '/go.mod',
    '\u0000',
    '\u2028',
    '地',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 40 }), (words) => {
      const text = words.join('');
      try {
        parseGoSum(text);
      } catch (error) {
        assert.ok(error instanceof FormatError);
      }
    }),
  );
});
