/**
 * Go's execution trace, the layout of Go 1.22 and later (v2).
 *
 * A trace is a header and generations, each about a second long and complete in itself: batches of
 * events, one thread each and in its order, and tables that the events refer to. Time is told in
 * ticks; `nanosecondsPerTick` of a generation turns them into nanoseconds. Up to Go 1.25 a
 * generation ends where the next begins, later it says so.
 *
 *     for (const generation of readTrace('app.trace', bytes).generations)
 *       forEachEvent(generation, (event) => …);
 *
 * Here events come a batch at a time, in a thread's own order, which with their times serves most
 * questions. `gotrace-order.ts` puts all threads into one order and checks that it can have been.
 *
 * Source: Go's internal/trace/tracev2 (events.go, doc.go) and the layout of batch headers in runtime/tracebuf.go.
 *
 * @module
 */

import { STRUCTURE, TIMED_EVENTS } from './gotrace-events.ts';
import { TraceBytes } from './gotrace-bytes.ts';
import {
  readClocks,
  readSamples,
  readStacks,
  readStrings,
  type ClockSnapshot,
  type Frame,
  type ProfileSample,
  type Tables,
} from './gotrace-tables.ts';

export interface Trace {
  /** Of the layout, from the header: "1.26" writes "go 1.26 trace", as Go 1.27 does too. */
  readonly version: string;
  readonly generations: readonly Generation[];
}

export interface Generation {
  readonly number: number;
  readonly nanosecondsPerTick: number;
  readonly clock: ClockSnapshot | undefined;
  /** Of events, in the order of the file. */
  readonly batches: readonly EventBatch[];
  /** Batches of every sort. */
  readonly batchCount: number;
  readonly strings: ReadonlyMap<number, string>;
  readonly stacks: ReadonlyMap<number, readonly Frame[]>;
  readonly samples: readonly ProfileSample[];
  readonly experimental: readonly ExperimentalBatch[];
}

export interface EventBatch {
  readonly thread: number;
  readonly ticks: number;
  readonly name: string;
  readonly file: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** Data in a layout of the experiment’s own, as it stands in the file. */
interface ExperimentalBatch {
  readonly experiment: number;
  readonly thread: number;
  readonly ticks: number;
  readonly bytes: Uint8Array;
}

/** One and the same object for every call: copy what is to be kept. */
export interface TraceEvent {
  /** Number of its kind: `TIMED_EVENTS[type]` has its name and what its arguments are. */
  readonly type: number;
  readonly thread: number;
  readonly ticks: number;
  /** As many as its kind has; what stands behind them means nothing. */
  readonly args: readonly number[];
}

/** Layouts there are: Go 1.24 writes that of 1.23, and Go 1.27 that of 1.26. */
const VERSIONS = [22, 23, 25, 26];
const HEADER_BYTES = 16;
const LARGEST_BATCH = 65_536;

/** Throws FormatError for an older layout, for what is no trace, and for one that is cut short. */
export function readTrace(name: string, file: Uint8Array): Trace {
  return {
    version: `1.${versionOf(new TraceBytes(name, file))}`,
    generations: [...generationsOf(name, file)],
  };
}

/** One after the other: of a trace that is cut short, those that are whole come before the FormatError. */
export function* generationsOf(name: string, file: Uint8Array): Generator<Generation, void> {
  const bytes = new TraceBytes(name, file);
  const version = versionOf(bytes);
  const saysItsEnd = version >= 26;
  let open: OpenGeneration | undefined;
  while (!bytes.isAtEnd) {
    const start = bytes.at;
    const type = bytes.byte();
    if (type === STRUCTURE.endOfGeneration && saysItsEnd) {
      if (open) yield closed(bytes, open, version);
      open = undefined;
      continue;
    }
    if (type !== STRUCTURE.batch && type !== STRUCTURE.experimentalBatch)
      throw bytes.error(`no batch begins with ${type}`, start);
    const experiment = type === STRUCTURE.experimentalBatch ? bytes.byte() : 0;
    const number = bytes.number();
    if (number === 0) throw bytes.error('a generation has the number 0', start);
    if (open && !saysItsEnd && number === open.number + 1) {
      yield closed(bytes, open, version);
      open = undefined;
    }
    if (open && number !== open.number)
      throw bytes.error(`a batch of generation ${number} stands in ${open.number}`, start);
    open ??= opened(number);
    readBatch(bytes, open, { experiment, name, file });
  }
  if (open && saysItsEnd) throw bytes.error(`generation ${open.number} does not end: the trace is cut short`);
  if (open) yield closed(bytes, open, version);
}

function versionOf(bytes: TraceBytes): number {
  const head = new TextDecoder('latin1').decode(bytes.take(HEADER_BYTES));
  const version = Number(/^go 1\.(\d{2}) trace\0\0\0$/.exec(head)?.[1]);
  if (Number.isNaN(version)) throw bytes.error('no trace header', 0);
  if (!VERSIONS.includes(version))
    throw bytes.error(
      version < 22
        ? `the layout of Go 1.${version} is not read here; trace a program of Go 1.22 or later`
        : `the layout of Go 1.${version} is not known here`,
      0,
    );
  return version;
}

interface OpenGeneration {
  readonly number: number;
  readonly batches: EventBatch[];
  readonly experimental: ExperimentalBatch[];
  readonly tables: Tables;
  batchCount: number;
}

function opened(number: number): OpenGeneration {
  const tables: Tables = {
    strings: new Map(),
    stacks: new Map(),
    samples: [],
    ticksPerSecond: undefined,
    clock: undefined,
  };
  return { number, batches: [], experimental: [], tables, batchCount: 0 };
}

function closed(bytes: TraceBytes, open: OpenGeneration, version: number): Generation {
  const { number, batches, batchCount, experimental, tables } = open;
  const { strings, stacks, samples, ticksPerSecond, clock } = tables;
  if (ticksPerSecond === undefined) throw bytes.error(`generation ${number} has no frequency of its clock`);
  if (version >= 25 && !clock) throw bytes.error(`generation ${number} has no snapshot of its clocks`);
  for (const [id, frames] of stacks)
    for (const { function: called, file } of frames)
      if ((called !== 0 && !strings.has(called)) || (file !== 0 && !strings.has(file)))
        throw bytes.error(`stack ${id} of generation ${number} refers to a string that is not there`);
  const nanosecondsPerTick = 1e9 / ticksPerSecond;
  return { number, nanosecondsPerTick, clock, batches, batchCount, strings, stacks, samples, experimental };
}

interface BatchPlace {
  readonly experiment: number;
  readonly name: string;
  readonly file: Uint8Array;
}

function readBatch(bytes: TraceBytes, open: OpenGeneration, { experiment, name, file }: BatchPlace): void {
  const thread = bytes.number();
  const ticks = bytes.number();
  const size = bytes.number();
  const from = bytes.at;
  if (size > LARGEST_BATCH) throw bytes.error(`a batch of ${size} bytes is too large`);
  if (size > file.length - from) throw bytes.error(`a batch of ${size} bytes is cut short`);
  const data = bytes.take(size);
  const to = bytes.at;
  open.batchCount += 1;
  if (experiment !== 0) {
    open.experimental.push({ experiment, thread, ticks, bytes: data });
    return;
  }
  const inside = (skip: 0 | 1): TraceBytes => new TraceBytes(name, file, from + skip, to);
  switch (data[0]) {
    case undefined:
      return;
    case STRUCTURE.strings:
      return readStrings(inside(1), open.tables);
    case STRUCTURE.stacks:
      return readStacks(inside(1), open.tables);
    case STRUCTURE.samples:
      return readSamples(inside(1), open.tables);
    case STRUCTURE.frequency:
      return readClocks(inside(0), open.tables, ticks);
    case STRUCTURE.sync:
      return readClocks(inside(1), open.tables, ticks);
    default:
      open.batches.push({ thread, ticks, name, file, from, to });
  }
}

/** How many arguments an event has after its time; 255 where the byte begins no timed event. */
export const ARGUMENT_COUNTS = Uint8Array.from(
  { length: 256 },
  (_, type) => TIMED_EVENTS[type]?.args.length ?? 255,
);

/** Every event, a batch at a time in the order of the file. Throws FormatError for one that cannot be. */
export function forEachEvent({ batches }: Generation, visit: (event: TraceEvent) => void): void {
  const event = { type: 0, thread: 0, ticks: 0, args: [0, 0, 0, 0] };
  for (const { thread, ticks, name, file, from, to } of batches) {
    const bytes = new TraceBytes(name, file, from, to);
    event.thread = thread;
    event.ticks = ticks;
    while (!bytes.isAtEnd) {
      const type = bytes.byte();
      const count = ARGUMENT_COUNTS[type] as number; // a byte has one of 256 values
      if (count === 255) throw bytes.error(`event ${type} is not known`, bytes.at - 1);
      event.type = type;
      event.ticks += bytes.number();
      for (let argument = 0; argument < count; argument += 1) event.args[argument] = bytes.number();
      visit(event);
    }
  }
}
