import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { FormatError } from '../bytes/error.ts';
import { gctraceLine, isGctraceLine } from './gctrace.ts';

/** As programs of these releases printed them on linux/amd64. */
const PRINTED = [
  ['1.9.7', 'gc 11 @0.122s 3%: 0.062+0.23+0.009 ms clock, 0.12+0/0.046/0.001+0.019 ms cpu, 7->12->12 MB, 8 MB goal, 2 P'],
  ['1.10.8', 'gc 12 @0.133s 1%: 0.034+0.061+0.13 ms clock, 0.069+0/0.018/0+0.26 ms cpu, 12->12->0 MB, 15 MB goal, 2 P (forced)'],
  ['1.13.15', 'gc 2 @0.027s 33%: 0.26+0.076+0.18 ms clock, 0.52+0.041/0/0+0.37 ms cpu, 9->9->9 MB, 10 MB goal, 2 P'],
  ['1.16.15', 'gc 2 @0.026s 1%: 0.005+3.2+0.003 ms clock, 0.011+0/0.34/0+0.006 ms cpu, 7->7->7 MB, 8 MB goal, 2 P (forced)'],
  ['1.17.13', 'gc 2 @0.024s 18%: 5.9+3.9+0.003 ms clock, 11+0/0.42/0+0.007 ms cpu, 7->7->7 MB, 8 MB goal, 2 P (forced)'],
  ['1.18.10', 'gc 12 @0.255s 3%: 0.007+0.36+0.001 ms clock, 0.015+0/0.035/0.11+0.003 ms cpu, 12->12->0 MB, 16 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)'],
  ['1.21.13', 'gc 11 @0.106s 3%: 0.035+0.064+0 ms clock, 0.070+0/0.016/0.013+0.001 ms cpu, 12->12->0 MB, 25 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)'],
  ['1.26.8', 'gc 104 @1.133s 1%: 13+4.3+0.27 ms clock, 26+0.047/2.5/0+0.55 ms cpu, 86->102->22 MB, 101 MB goal, 0 MB stacks, 0 MB globals, 2 P'],
  ['1.27.4', 'gc 12 @0.127s 2%: 0.13+0.34+0.002 ms clock, 0.27+0/0.18/0+0.005 ms cpu, 12->12->0 MB, 20 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)'],
] as const; // prettier-ignore

/** What the runtime prints for a duration, fmtNSAsMS in its words: cut to two digits, three decimals at most. */
function printedAgain(ns: number): string {
  if (ns >= 10e6) return String(Math.floor(ns / 1e6));
  let digits = Math.floor(ns / 1e3);
  let decimals = 3;
  for (; digits >= 100; decimals -= 1) digits = Math.floor(digits / 10);
  return digits === 0 ? '0' : (digits / 10 ** decimals).toFixed(decimals);
}

for (const [version, line] of PRINTED) {
  test(`gctraceLine() reads what Go ${version} prints, and holds all that it says`, () => {
    const read = gctraceLine(line);
    const times = (parts: readonly { atLeast: number }[], by: string): string =>
      parts.map(({ atLeast }) => printedAgain(atLeast)).join(by);
    const sizes = [...read.sizesMiB].map(([name, size]) => `${size} MB ${name}, `).join('');
    const again = `gc ${read.number} @${(read.startedMs.atLeast / 1000).toFixed(3)}s ${read.percentInCollection}%: ${times(read.clockNs, '+')} ms clock, ${read.cpuNs.map((part) => times(part, '/')).join('+')} ms cpu, ${read.heapMiB.join('->')} MB, ${read.goalMiB} MB goal, ${sizes}${read.processors} P${read.forced ? ' (forced)' : ''}`;
    assert.equal(again, line);
  });
}

test('gctraceLine() says between which bounds a duration lies', () => {
  const { clockNs } = gctraceLine(PRINTED[6][1]);
  assert.deepEqual(clockNs, [
    { atLeast: 35_000, below: 36_000 },
    { atLeast: 64_000, below: 65_000 },
    { atLeast: 0, below: 1000 },
  ]);
  assert.deepEqual(gctraceLine(PRINTED[7][1]).clockNs[0], { atLeast: 13_000_000, below: 14_000_000 });
});

test('any duration lies between the bounds of what the runtime prints for it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e11 }), (ns) => {
      const line = PRINTED[5][1].replace('0.007+', `${printedAgain(ns)}+`);
      const [cut] = gctraceLine(line).clockNs;
      assert.ok(cut && cut.atLeast <= ns && ns < cut.below, `${ns}: ${JSON.stringify(cut)}`);
    }),
  );
});

test('gctraceLine() reads five phases, as Go 1.5 documents them, and notes', () => {
  const five = gctraceLine(
    'gc 7 @0.140s 1%: 0.031+2+1.1+3.9+1.2 ms clock, 0.06+2+0+3.9/0.5/0+2.4 ms cpu, 4->4->1 MB, 4 MB goal, 2 P',
  );
  assert.equal(five.clockNs.length, 5);
  // As Go 1.26.8 printed it with GOEXPERIMENT=goroutineleakprofile.
  const leaks =
    'gc 1 @0.026s 71% (checking for goroutine leaks): 78+4.6+0.009 ms clock, 156+0/1.1/0+0.019 ms cpu, 0->0->0 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)';
  assert.deepEqual(gctraceLine(leaks).notes, ['checking for goroutine leaks']);
});

for (const line of [
  '',
  'gc 13', // the program ended while it was printed
  'gc1(1): 0+0+98+0 us, 0 -> 0 MB, 21 (21-0) objects', // Go 1.4 and before
  'gc forced',
  'scvg: inuse: 4, idle: 59, sys: 63, released: 58, consumed: 5 (MB)',
  PRINTED[5][1].replace('0.36', '0..36'),
  `${PRINTED[5][1]} and more`,
]) {
  test(`gctraceLine() refuses “${line.slice(0, 60)}”`, () => {
    assert.throws(() => gctraceLine(line), FormatError);
  });
}

test('gctraceLine() gives a value or a FormatError for any text', () => {
  const [, line] = PRINTED[8];
  const damaged = fc
    .tuple(fc.nat(line.length), fc.nat(6), fc.string({ maxLength: 6 }))
    .map(([at, length, text]) => line.slice(0, at) + text + line.slice(at + length));
  fc.assert(
    fc.property(fc.oneof(fc.string(), damaged), (text) => {
      try {
        gctraceLine(text);
      } catch (error) {
        assert.ok(error instanceof FormatError);
      }
    }),
  );
});

test('isGctraceLine() takes the goal of a program whose collector is off: 2^63 bytes in MiB', () => {
  // Go 1.26.8 after debug.SetGCPercent(-1) and runtime.GC().
  const line =
    'gc 17 @0.038s 9%: 0.13+0.076+0.003 ms clock, 0.26+0/0.064/0+0.007 ms cpu, 0->0->0 MB, 8532210231537 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)';
  assert.ok(isGctraceLine(line));
  assert.equal(gctraceLine(line).goalMiB, 8532210231537);
});
