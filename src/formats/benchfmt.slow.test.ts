/** No text stops the reading of benchmark results. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readBenchmarks } from './benchfmt.ts';

test('any text is read to its end, with a place for whatever is wrong', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Benchmark',
      'BenchmarkX',
      'Unit ',
      'goos: ',
      '\n',
      ' ',
      '\t',
      '1 ',
      'ns/op',
      '\r\n',
      '1e309',
      '=',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const lines = text.split('\n').length;
      for (const { line } of readBenchmarks(text, 'f')) assert.ok(line >= 1 && line <= lines);
    }),
    { numRuns: 30 },
  );
});
