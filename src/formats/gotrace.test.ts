import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { FormatError } from '../bytes/error.ts';
import { traceCensus } from './gotrace.ts';

const header = (version: string): number[] => [
  ...new TextEncoder().encode(`go ${version} trace`.padEnd(16, '\0')),
];

/** A batch of generation 1, thread 7, time 300: its size and its bytes. */
const batch = (...bytes: number[]): number[] => [1, 1, 7, 0xac, 0x02, bytes.length, ...bytes];

test('traceCensus() counts events and passes over batches of other things', () => {
  const bytes = Uint8Array.from([
    ...header('1.26'),
    ...batch(4, 5, 1, 1, 0x61), // strings
    ...batch(26, 1, 2, 3, 27, 1, 29, 1, 2, 3, 16, 0x80, 0x01, 2, 3), // STW begin and end, GC begin, goroutine start
    ...batch(8, 0x80, 0x08), // frequency
    52, // end of generation
  ]);
  assert.deepEqual(traceCensus('t', bytes), {
    version: '1.26',
    batches: 3,
    events: 4,
    stopTheWorld: { begins: 1, ends: 1 },
    collections: 1,
  });
});

for (const [what, bytes, says] of [
  ['no trace', [...header('1.26')].fill(0), /no trace header/],
  ['an older layout', header('1.21'), /the layout of Go 1\.21 is not read here/],
  ['a batch that is cut short', [...header('1.26'), 1, 1, 7, 1, 50, 26], /a batch of 50 bytes is cut short/],
  ['an unknown event', [...header('1.26'), ...batch(27, 1, 99)], /event 99 is not known/],
  ['an event beyond its batch', [...header('1.26'), ...batch(27), 1], /an event reaches beyond its batch/],
] as const) {
  test(`traceCensus() refuses ${what}`, () => {
    assert.throws(() => traceCensus('t', Uint8Array.from(bytes)), says);
  });
}

test('traceCensus() gives a value or a FormatError for any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        traceCensus('t', Uint8Array.from([...header('1.27'), ...bytes]));
      } catch (error) {
        assert.ok(error instanceof FormatError);
      }
    }),
    { numRuns: 2000 },
  );
});
