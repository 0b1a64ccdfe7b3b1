import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { FormatError } from '../bytes/error.ts';
import { traceCensus, tracedCollections } from './gotrace-collections.ts';
import { forEachInOrder } from './gotrace-order.ts';
import { forEachEvent, generationsOf, readTrace } from './gotrace.ts';

const header = (version: string): number[] => [
  ...new TextEncoder().encode(`go ${version} trace`.padEnd(16, '\0')),
];

/** A batch of generation 1, thread 7, time 300: its size and its bytes. */
const batch = (...bytes: number[]): number[] => [1, 1, 7, 0xac, 0x02, bytes.length, ...bytes];

/** 15,625,000 ticks a second, so 64 ns each; at tick 302 it is 5 s on the monotonic clock. */
const clocks = batch(50, 8, 0xa8, 0xd6, 0xb9, 0x07, 51, 2, 0x80, 0xe4, 0x97, 0xd0, 0x12, 9, 1);
const END = 52;

const small = Uint8Array.from([
  ...header('1.26'),
  ...clocks,
  ...batch(4, 5, 1, 14, ...new TextEncoder().encode('GC mark termin')),
  ...batch(2, 3, 4, 1, 0x80, 0x20, 1, 0, 12), // stack 4: one frame, pc 4096, function 1, line 12
  ...batch(6, 7, 100, 7, 1, 8, 4),
  ...batch(29, 1, 3, 4, 26, 2, 1, 4, 37, 1, 0x80, 0x08, 30, 1, 5, 38, 1, 0x80, 0x10, 27, 5, 16, 0x80, 0x01, 2, 3),
  49, 1, 1, 7, 3, 2, 0xff, 0xfe,
  END,
]); // prettier-ignore

test('readTrace() reads tables, clocks, samples and batches of experiments', () => {
  const { version, generations } = readTrace('t', small);
  assert.equal(version, '1.26');
  assert.equal(generations.length, 1);
  const [generation] = generations;
  assert.ok(generation);
  assert.equal(generation.nanosecondsPerTick, 64);
  assert.deepEqual(generation.clock, {
    ticks: 302,
    monotonicNs: 5_000_000_000,
    wall: { seconds: 9, nanoseconds: 1 },
  });
  assert.deepEqual([...generation.strings], [[1, 'GC mark termin']]);
  assert.deepEqual([...generation.stacks], [[4, [{ pc: 4096, function: 1, file: 0, line: 12 }]]]);
  assert.deepEqual(generation.samples, [{ ticks: 100, thread: 7, processor: 1, goroutine: 8, stack: 4 }]);
  assert.deepEqual(
    generation.experimental.map(({ experiment, bytes }) => [experiment, ...bytes]),
    [[1, 0xff, 0xfe]],
  );
  const ticks: number[] = [];
  forEachEvent(generation, (event) => ticks.push(event.ticks));
  assert.deepEqual(ticks, [301, 303, 304, 305, 306, 311, 439]);
});

test('traceCensus() counts events and batches of every sort', () => {
  assert.deepEqual(traceCensus(readTrace('t', small)), {
    version: '1.26',
    batches: 6,
    events: 7,
    stopTheWorld: { begins: 1, ends: 1 },
    collections: 1,
  });
});

test('tracedCollections() gives a collection its stops and what they say of the heap', () => {
  assert.deepEqual(tracedCollections(readTrace('t', small)), {
    tickNs: 64,
    collections: [
      {
        beganNs: 301 * 64,
        endedNs: 305 * 64,
        stops: [
          {
            reason: 'GC mark termin',
            beganNs: 303 * 64,
            durationNs: 8 * 64,
            heapBytes: 1024,
            goalBytes: 2048,
          },
        ],
      },
    ],
    otherStops: [],
  });
});

for (const [what, bytes, says] of [
  ['no trace', [...header('1.26')].fill(0), /no trace header at 0x0/],
  ['a header that is cut short', header('1.26').slice(0, 9), /16 bytes are cut short/],
  ['an older layout', header('1.21'), /the layout of Go 1\.21 is not read here/],
  ['a newer layout', header('1.31'), /the layout of Go 1\.31 is not known here/],
  ['a batch that is cut short', [...header('1.26'), 1, 1, 7, 1, 50, 26], /a batch of 50 bytes is cut short/],
  ['a batch that is too large', [...header('1.26'), 1, 1, 7, 1, 0x80, 0x80, 0x40], /of 1048576 bytes is too/],
  ['an unknown event', [...header('1.26'), ...clocks, ...batch(27, 1, 99), END], /event 99 is not known/],
  ['an event beyond its batch', [...header('1.26'), ...clocks, ...batch(27), END], /ends within a number/],
  ['a generation without end', [...header('1.26'), ...clocks], /generation 1 does not end/],
  ['a generation without clock', [...header('1.23'), ...batch(27, 1)], /generation 1 has no frequency/],
  ['a string that comes twice', [...header('1.26'), ...batch(4, 5, 1, 0, 5, 1, 0)], /string 1 comes twice/],
  [
    'a stack without strings',
    [...header('1.22'), ...batch(8, 1), ...batch(2, 3, 4, 1, 1, 9, 9, 1)],
    /stack 4/,
  ],
  [
    'a number that is too long',
    [...header('1.22'), 1, ...Array<number>(11).fill(0xff)],
    /a number is too long/,
  ],
] as const) {
  test(`readTrace() refuses ${what}`, () => {
    assert.throws(() => traceCensus(readTrace('t', Uint8Array.from(bytes))), says);
  });
}

test('forEachInOrder() refuses what cannot have been', () => {
  // A collection on a thread that has neither processor nor goroutine.
  assert.throws(
    () => forEachInOrder(generationsOf('t', small), () => undefined),
    /expected a processor but there is none/,
  );
});

test('readTrace() and what reads its events give a value or a FormatError for any bytes', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Uint8Array.from(batch(...bytes))),
    fc
      .constantFrom(clocks, [END], [26, 1, 1, 1], [...small.subarray(16)])
      .map((bytes) => Uint8Array.from(bytes)),
  );
  let values = 0;
  fc.assert(
    fc.property(fc.constantFrom('1.22', '1.23', '1.25', '1.26'), fc.array(piece), (version, pieces) => {
      try {
        const trace = readTrace(
          't',
          Uint8Array.from([...header(version), ...pieces.flatMap((one) => [...one])]),
        );
        traceCensus(trace);
        tracedCollections(trace);
        values += 1;
        forEachInOrder(trace.generations, () => undefined);
      } catch (error) {
        assert.ok(error instanceof FormatError, String(error));
      }
    }),
    { numRuns: 2000 },
  );
  assert.ok(values > 20, `${values} of 2000 were traces`);
});
