/**
 * The one order of all threads against golang.org/x/exp/trace: what it accepts and refuses, and of every
 * thread and every resource the same events in the same order, each concerning the same.
 *
 * Two events of different threads that nothing connects may stand either way round, so the whole
 * lists are not compared: x/exp rounds times to nanoseconds, and here they are ticks.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { FormatError } from '../src/bytes/error.ts';
import { TIMED_EVENTS } from '../src/formats/gotrace-events.ts';
import { readyDelays } from '../src/formats/gotrace-delays.ts';
import { forEachInOrder, type OrderedEvent } from '../src/formats/gotrace-order.ts';
import { generationsOf } from '../src/formats/gotrace.ts';
import { quantileOfSorted } from '../src/stats/quantiles.ts';
import {
  askXExp,
  fuzzSeeds,
  NEEDS_X_EXP,
  oracleProgram,
  testTraces,
  tracedHandOffs,
  tracedRun,
} from './trace-oracle.ts';

interface Line {
  readonly kind: string;
  readonly thread: number;
  readonly processor: number;
  readonly goroutine: number;
  readonly about: string;
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:ProcsChange|Heap.*)$/, 'Metric'],
  [/^GoLabel$/, 'Label'],
  [/^UserTask(Begin|End)$/, 'Task$1'],
  [/^UserRegion(Begin|End)$/, 'Region$1'],
  [/^UserLog$/, 'Log'],
  [/^(?:STW|GC|GCSweep|GCMarkAssist)(Begin|Active|End)$/, 'Range$1'],
  [/^(?:Proc|Go)[A-Z].*$/, 'StateTransition'],
];

const FIRST_EXPERIMENTAL = 128;

/** As x/exp tells it: a switch is three transitions, and one that ends with a processor loses it first. */
function linesOf({ type, args, thread, processor = -1, goroutine = -1 }: OrderedEvent): Line[] {
  const name = type < FIRST_EXPERIMENTAL ? (TIMED_EVENTS[type]?.name ?? '') : '';
  const [pattern, kind] = KINDS.find(([one]) => one.test(name)) ?? [/$/, 'Experimental'];
  const line = { kind: name.replace(pattern, kind), thread, processor, goroutine };
  if (kind === 'Experimental') return [{ ...line, kind, about: '' }];
  if (kind !== 'StateTransition') return [{ ...line, about: '' }];
  const own = `Goroutine(${goroutine})`;
  const other = `Goroutine(${args[0]})`;
  if (name.startsWith('GoSwitch'))
    return [
      { ...line, about: other },
      { ...line, about: own },
      { ...line, goroutine: -1, about: other },
    ];
  if (name === 'GoDestroySyscall' && processor !== -1)
    return [
      { ...line, about: `Proc(${processor})` },
      { ...line, about: own },
    ];
  if (name === 'ProcStop') return [{ ...line, about: `Proc(${processor})` }];
  if (name.startsWith('Proc')) return [{ ...line, about: `Proc(${args[0]})` }];
  const namesOther = /^Go(Create|Start|Unblock|Status)/.test(name);
  return [{ ...line, about: namesOther ? other : own }];
}

function ours(path: string): { readonly lines: Line[]; readonly trouble?: string } {
  const lines: Line[] = [];
  try {
    forEachInOrder(generationsOf(path, readFileSync(path)), (event) => lines.push(...linesOf(event)));
  } catch (error) {
    assert.ok(error instanceof FormatError, String(error));
    return { lines, trouble: error.message };
  }
  return { lines };
}

function theirs(path: string): { readonly lines: Line[]; readonly trouble?: string } {
  const { status, stdout, stderr } = spawnSync(oracleProgram, ['order', path], { maxBuffer: 2 ** 30 });
  const lines = stdout
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => {
      const [kind, thread, processor, goroutine, about] = JSON.parse(line) as [
        string,
        number,
        number,
        number,
        string,
      ];
      return { kind, thread, processor, goroutine, about };
    });
  return status === 0 ? { lines } : { lines, trouble: stderr.toString() };
}

function grouped(lines: readonly Line[], key: (line: Line) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const line of lines) {
    const group = groups.get(key(line)) ?? [];
    group.push(JSON.stringify(line));
    groups.set(key(line), group);
  }
  return new Map([...groups].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function sameOrder(path: string): number {
  const [own, oracle] = [ours(path), theirs(path)];
  assert.equal(own.trouble === undefined, oracle.trouble === undefined, own.trouble ?? oracle.trouble);
  for (const key of [({ thread }: Line) => String(thread), ({ about }: Line) => about]) {
    const [one, other] = [grouped(own.lines, key), grouped(oracle.lines, key)];
    assert.deepEqual([...one.keys()], [...other.keys()]);
    // Not deepEqual: its account of where two long lists differ takes minutes.
    for (const [group, lines] of one) {
      if (group === '') continue; // of no resource, so nothing connects them
      const expected = other.get(group) ?? [];
      const differing = lines.findIndex((line, index) => line !== expected[index]);
      assert.equal(differing, -1, `${group}: ${lines[differing]}, expected ${expected[differing]}`);
      assert.equal(lines.length, expected.length, group);
    }
  }
  return own.lines.length;
}

for (const { name, path, expected } of testTraces()) {
  test(`${name} is put into the order of x/exp/trace, or refused as there`, NEEDS_X_EXP, () => {
    sameOrder(path);
    const { trouble } = ours(path);
    assert.equal(trouble === undefined, expected.startsWith('SUCCESS'), trouble);
    if (expected.startsWith('FAILURE'))
      assert.match(trouble ?? '', /expected a processor but there is none/, expected);
  });
}

test('seeds that made x/exp/trace stumble are accepted and refused as there', NEEDS_X_EXP, () => {
  for (const path of fuzzSeeds()) {
    const [own, oracle] = [ours(path), theirs(path)];
    if (/layout of Go 1\.(1\d|2[01])|no trace header/.test(own.trouble ?? '')) continue; // read there, not here
    assert.equal(own.trouble === undefined, oracle.trouble === undefined, `${path}: ${own.trouble}`);
  }
});

for (const godebug of ['', 'traceallocfree=1']) {
  test(`a trace of the Go on PATH ${godebug} is put into the order of x/exp/trace`, NEEDS_X_EXP, () => {
    assert.ok(sameOrder(tracedRun('go', { godebug })) > 1000);
  });
}

test('a trace whose events are exchanged is refused, as there', NEEDS_X_EXP, () => {
  const path = tracedRun('go', { cycles: 5 });
  const bytes = readFileSync(path);
  const kinds = JSON.parse(askXExp('events', path)) as { counts: Record<string, number> };
  assert.ok((kinds.counts['StateTransition'] ?? 0) > 100);
  let refused = 0;
  for (const generation of generationsOf(path, bytes)) {
    for (const { from, to } of generation.batches.slice(0, 40)) {
      const damaged = Uint8Array.from(bytes);
      damaged[from] = damaged[from] === 17 ? 18 : 17; // a stop where something else began
      if (to - from < 4) continue;
      try {
        forEachInOrder(generationsOf(path, damaged), () => undefined);
      } catch (error) {
        assert.ok(error instanceof FormatError, String(error));
        refused += 1;
      }
    }
  }
  assert.ok(refused > 0);
});

test('readyDelays() are those between the transitions that x/exp/trace tells', NEEDS_X_EXP, () => {
  const path = tracedHandOffs();
  const own = readyDelays(generationsOf(path, readFileSync(path))).toSorted((one, other) => one - other);
  const oracle = (JSON.parse(askXExp('delays', path)) as number[]).toSorted((one, other) => one - other);
  assert.ok(own.length > 1000);
  assert.equal(own.length, oracle.length);
  // It rounds every step of a thread's time down to a nanosecond, and never lets two events have the same time.
  for (const probability of [0.5, 0.9, 0.99]) {
    const [one, other] = [quantileOfSorted(own, probability), quantileOfSorted(oracle, probability)];
    assert.ok(Math.abs(one - other) <= Math.max(100, 0.05 * other), `${probability}: ${one}, ${other}`);
  }
});
