/**
 * Reading an execution trace: the figure is at least 50 MB/s of processor time, every event decoded and
 * every table read. The rival is golang.org/x/exp/trace's reader on the same file, in the same rounds,
 * in random order. It puts the threads' events into one order and checks that order: what it is held
 * against is our reader with its order, told beside the figure.
 *
 *     node bench/trace.ts [TRACE]
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { forEachInOrder } from '../src/formats/gotrace-order.ts';
import { forEachEvent, generationsOf, readTrace } from '../src/formats/gotrace.ts';
import { askXExp, tracedRun } from '../test/trace-oracle.ts';
import { median } from './interleaved.ts';

const ROUNDS = 9;
const TARGET = 50;

const path = process.argv[2] ?? tracedRun('go', { cycles: 100 });
const file = readFileSync(path);
const megabytes = file.length / 1e6;

function ours(): { readonly ms: number; readonly events: number } {
  const before = process.cpuUsage();
  let events = 0;
  let sum = 0;
  for (const generation of readTrace('bench', file).generations)
    forEachEvent(generation, ({ ticks, args }) => {
      events += 1;
      sum += ticks + (args[0] ?? 0);
    });
  const { user, system } = process.cpuUsage(before);
  if (Number.isNaN(sum)) throw new Error('an event has no number');
  return { ms: (user + system) / 1e3, events };
}

function ordered(): { readonly ms: number; readonly events: number } {
  const before = process.cpuUsage();
  let events = 0;
  forEachInOrder(generationsOf('bench', file), () => {
    events += 1;
  });
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1e3, events };
}

function theirs(): { readonly ms: number; readonly events: number } {
  const { nanoseconds, events } = JSON.parse(askXExp('read', path)) as {
    nanoseconds: number;
    events: number;
  };
  return { ms: nanoseconds / 1e6, events };
}

const READERS = { ours, ordered, theirs } as const;
const times = { ours: [] as number[], ordered: [] as number[], theirs: [] as number[] };
let [events, rivalEvents] = [0, 0];
const first = ours();
for (let round = 0; round < ROUNDS; round += 1) {
  const turns = (['ours', 'ordered', 'theirs'] as const)
    .map((turn) => ({ turn, by: Math.random() }))
    .toSorted((one, other) => one.by - other.by);
  for (const { turn } of turns) {
    const told = READERS[turn]();
    times[turn].push(told.ms);
    if (turn === 'ours') events = told.events;
    else if (turn === 'theirs') rivalEvents = told.events;
  }
}
const speed = (values: readonly number[]): number => megabytes / (median(values) / 1e3);
console.log(`${megabytes.toFixed(1)} MB, ${events} events (${(file.length / events).toFixed(1)} bytes each)`);
console.log(
  `goassay: ${speed(times.ours).toFixed(0)} MB/s of processor time, ${(megabytes / (first.ms / 1e3)).toFixed(0)} at the first, cold reading`,
);
console.log(
  `x/exp/trace: ${speed(times.theirs).toFixed(0)} MB/s by the clock, ${rivalEvents} events, order checked`,
);
console.log(`goassay, put into order and checked: ${speed(times.ordered).toFixed(0)} MB/s of processor time`);
const ratios = times.ordered.map((ms, round) => (times.theirs[round] ?? NaN) / ms);
console.log(
  `ratio with order ${median(ratios).toFixed(1)} (${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)}, n = ${ROUNDS})`,
);
const isMet = speed(times.ours) >= TARGET;
console.log(`${speed(times.ours).toFixed(0)} MB/s, target ${TARGET}: ${isMet ? 'met' : 'NOT MET'}`);
