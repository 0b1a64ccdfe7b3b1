/**
 * goassay's reader of execution traces against golang.org/x/exp/trace: its test data, its fuzzing
 * seeds, and traces of real Go versions, event by event with every argument.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FormatError } from '../src/bytes/error.ts';
import { tracedCollections, traceCensus } from '../src/formats/gotrace-collections.ts';
import { TIMED_EVENTS } from '../src/formats/gotrace-events.ts';
import { forEachEvent, readTrace, type Generation, type Trace } from '../src/formats/gotrace.ts';
import { capability } from './capability.ts';
import { gorootOf } from './real-toolchain.ts';
import { askXExp, fuzzSeeds, NEEDS_X_EXP, testTraces, tracedRun } from './trace-oracle.ts';

/** Layouts of 1.23 and 1.26; that of the Go on PATH comes first, and the test data has those of 1.22 and 1.25. */
const VERSIONS = ['', 'go1.24.9', 'go1.27.4'];

/** What the full reader refuses for its beginning of a second generation that is cut short. */
const CUT_SHORT = 'go122-fail-first-gen-first.test';

/** One line an event, as the oracle writes them from the raw reader. */
function linesOf({ generations }: Trace): string[] {
  return generations.flatMap((generation) => [...eventLines(generation), ...tableLines(generation)]);
}

function eventLines(generation: Generation): string[] {
  const lines: string[] = [];
  forEachEvent(generation, ({ type, thread, ticks, args }) => {
    const spec = TIMED_EVENTS[type] ?? assert.fail();
    lines.push(
      JSON.stringify([spec.name, generation.number, thread, ticks, ...args.slice(0, spec.args.length)]),
    );
  });
  return lines;
}

function tableLines({ number, nanosecondsPerTick, clock, ...generation }: Generation): string[] {
  return [
    ...[...generation.strings].map(([id, text]) => ['String', number, id, text]),
    ...[...generation.stacks].map(([id, frames]) => [
      'Stack',
      number,
      id,
      frames.length,
      ...frames.flatMap(({ pc, function: called, file, line }) => [pc, called, file, line]),
    ]),
    ...generation.samples.map(({ ticks, thread, processor, goroutine, stack }) => [
      'CPUSample',
      number,
      ticks,
      thread,
      processor,
      goroutine,
      stack,
    ]),
    ['Frequency', number, Math.round(1e9 / nanosecondsPerTick)],
    ...(clock
      ? [['ClockSnapshot', number, clock.monotonicNs, clock.wall.seconds, clock.wall.nanoseconds]]
      : []),
    ...generation.experimental.map(({ experiment, thread, ticks, bytes }) => [
      'ExperimentalBatch',
      number,
      experiment,
      thread,
      ticks,
      Buffer.from(bytes).toString('hex'),
    ]),
  ].map((line) => JSON.stringify(line));
}

/** The oracle's numbers go through JSON.parse, so that those beyond 2^53 are rounded as ours are. */
function oracleLines(path: string): string[] {
  return askXExp('raw', path)
    .trimEnd()
    .split('\n')
    .map((line) => {
      const parsed = JSON.parse(line) as (string | number)[];
      // A snapshot stands in a batch whose thread and time are those of the clock itself.
      return JSON.stringify(
        parsed[0] === 'ClockSnapshot' ? [...parsed.slice(0, 2), ...parsed.slice(4)] : parsed,
      );
    });
}

function agrees(path: string): number {
  const ours = linesOf(readTrace(path, readFileSync(path)));
  const theirs = oracleLines(path);
  const sorted = (lines: string[]): string[] => lines.toSorted();
  const isEvent = (line: string): boolean =>
    !/^\["(String|Stack|CPUSample|Frequency|ClockSnapshot|Exp)/.test(line);
  // Events in the very order of the file; tables by content.
  assert.deepEqual(ours.filter(isEvent), theirs.filter(isEvent));
  assert.deepEqual(sorted(ours), sorted(theirs));
  return ours.length;
}

const cases = testTraces();

test('there are cases of test data to read', NEEDS_X_EXP, () => {
  assert.ok(cases.length >= 21, `${cases.length} cases`);
});

for (const { name, path, expected } of cases) {
  if (name === CUT_SHORT) {
    test(`${name} is refused, as its words say`, NEEDS_X_EXP, () => {
      assert.match(expected, /^FAILURE/);
      assert.throws(() => readTrace(path, readFileSync(path)), /a batch of 50 bytes is cut short/);
    });
    continue;
  }
  test(`every event of ${name} is read as x/exp/trace reads it`, NEEDS_X_EXP, () => {
    assert.ok(agrees(path) > 0);
  });
}

test('seeds that made x/exp/trace stumble give a value or a FormatError', NEEDS_X_EXP, () => {
  const seeds = fuzzSeeds();
  assert.ok(seeds.length >= 17);
  for (const path of seeds) {
    try {
      const trace = readTrace(path, readFileSync(path));
      traceCensus(trace);
      tracedCollections(trace);
    } catch (error) {
      assert.ok(error instanceof FormatError, `${path}: ${String(error)}`);
    }
  }
});

interface Told {
  readonly counts: Readonly<Record<string, number>>;
  readonly stops: readonly (readonly [name: string, begin: number, end: number])[];
}

for (const version of VERSIONS) {
  const goroot = version === '' ? undefined : gorootOf(version);
  const needs = version !== '' && goroot === undefined ? capability(version, false) : NEEDS_X_EXP;
  test(
    `every event of a trace of ${version || 'the Go on PATH'} is read as x/exp/trace reads it`,
    needs,
    () => {
      const path = tracedRun(goroot === undefined ? 'go' : join(goroot, 'bin/go'));
      assert.ok(agrees(path) > 1000);
      const trace = readTrace(path, readFileSync(path));
      const { counts, stops } = JSON.parse(askXExp('events', path)) as Told;
      const samples = trace.generations.reduce((sum, generation) => sum + generation.samples.length, 0);
      assert.equal(samples, counts['StackSample'] ?? 0);
      const { collections, otherStops } = tracedCollections(trace);
      assert.equal(collections.length, counts['RangeBegin GC concurrent mark phase']);
      const ours = [...collections.flatMap((collection) => collection.stops), ...otherStops].toSorted(
        (one, other) => one.beganNs - other.beganNs,
      );
      assert.deepEqual(
        ours.map(({ reason }) => `stop-the-world (${reason})`),
        stops.map(([name]) => name),
      );
      // It rounds the time to nanoseconds at each event, so that its durations drift by some of them.
      for (const [index, [, begin, end]] of stops.entries())
        assert.ok(Math.abs((ours[index]?.durationNs ?? NaN) - (end - begin)) < 1000, `stop ${index}`);
    },
  );
}
