/**
 * All threads of an execution trace in one order that can have been, with the thread, processor and
 * goroutine that each event concerns.
 *
 * Of the threads' next events the earliest is tried first; the scheduler (`gotrace-scheduler.ts`) says
 * whether it can come now, and if not, the next earliest is tried. Where none can come the trace
 * contradicts itself. Times are ticks as they stand in the trace, never put right.
 *
 *     forEachInOrder(generationsOf('app.trace', bytes), (event) => …);
 *
 * @module
 */

import { TraceBytes } from './gotrace-bytes.ts';
import { TIMED_EVENTS } from './gotrace-events.ts';
import { advance } from './gotrace-scheduler.ts';
import { newScheduler, NONE, type Scheduler, type Turn } from './gotrace-state.ts';
import { ARGUMENT_COUNTS, type EventBatch, type Generation, type TraceEvent } from './gotrace.ts';

/** One and the same object for every call: copy what is to be kept. */
export interface OrderedEvent extends TraceEvent {
  readonly generation: Generation;
  /** As they were before the event; undefined if there was none. */
  readonly processor: number | undefined;
  readonly goroutine: number | undefined;
}

/** Throws FormatError for events that cannot be, or cannot have come in any order. */
export function forEachInOrder(
  generations: Iterable<Generation>,
  visit: (event: OrderedEvent) => void,
): void {
  const scheduler = newScheduler();
  for (const generation of generations) {
    if (scheduler.firstGeneration === 0) scheduler.firstGeneration = generation.number;
    new GenerationOrder(scheduler, generation).forEach(visit);
  }
}

/** Threads beyond what a trace can name stand for none. */
const threadOf = (number: number): number => (number >= 2 ** 63 ? NONE : number);

class GenerationOrder {
  readonly #scheduler: Scheduler;
  readonly #generation: Generation;
  /** A heap: none is later than those at twice its place. */
  readonly #cursors: Cursor[] = [];
  readonly #turn: Turn;
  readonly #event: { -readonly [K in keyof OrderedEvent]: OrderedEvent[K] };

  constructor(scheduler: Scheduler, generation: Generation) {
    this.#scheduler = scheduler;
    this.#generation = generation;
    const blank = { type: 0, args: [], ticks: 0, thread: NONE };
    this.#event = { ...blank, generation, processor: undefined, goroutine: undefined };
    const batches = new Map<number, EventBatch[]>();
    for (const batch of generation.batches) {
      const own = batches.get(batch.thread);
      if (own) own.push(batch);
      else batches.set(batch.thread, [batch]);
    }
    let bytes: TraceBytes | undefined;
    for (const [thread, own] of batches) {
      const cursor = new Cursor(threadOf(thread), own);
      if (!cursor.next()) continue;
      bytes ??= cursor.bytes;
      this.#cursors.push(cursor);
    }
    this.#cursors.sort((one, other) => one.ticks - other.ticks);
    const nobody = { processor: NONE, goroutine: NONE };
    this.#turn = {
      type: 0,
      args: [],
      generation: generation.number,
      strings: generation.strings,
      thread: NONE,
      before: { ...nobody },
      after: { ...nobody },
      bytes: bytes ?? new TraceBytes('', new Uint8Array()),
    };
  }

  forEach(visit: (event: OrderedEvent) => void): void {
    const cursors = this.#cursors;
    while (cursors.length > 0) {
      let place = 0;
      if (!this.#advance(cursors[0] as Cursor, visit)) place = this.#advanceAnother(visit);
      if ((cursors[place] as Cursor).next()) {
        this.#rise(place);
        this.#sink(place);
      } else this.#remove(place);
    }
  }

  /** The place of the earliest that can come though the very earliest cannot. */
  #advanceAnother(visit: (event: OrderedEvent) => void): number {
    const cursors = this.#cursors;
    cursors.sort((one, other) => one.ticks - other.ticks); // what is sorted is a heap
    for (let place = 1; place < cursors.length; place += 1)
      if (this.#advance(cursors[place] as Cursor, visit)) return place;
    const waiting = cursors.map(({ type, thread }) => `${TIMED_EVENTS[type]?.name} of thread ${thread}`);
    throw (cursors[0] as Cursor).bytes.error(
      `generation ${this.#generation.number} contradicts itself: none of these can come: ${waiting.join(', ').slice(0, 300)}`,
    );
  }

  #advance(cursor: Cursor, visit: (event: OrderedEvent) => void): boolean {
    const { threads } = this.#scheduler;
    const turn = this.#turn;
    const { thread, type, args } = cursor;
    let bound = threads.get(thread);
    if (!bound && thread !== NONE) {
      bound = { processor: NONE, goroutine: NONE };
      threads.set(thread, bound);
    }
    turn.type = type;
    turn.args = args;
    turn.bytes = cursor.bytes;
    turn.thread = thread;
    const processor = bound?.processor ?? NONE;
    const goroutine = bound?.goroutine ?? NONE;
    turn.before.processor = processor;
    turn.before.goroutine = goroutine;
    turn.after.processor = processor;
    turn.after.goroutine = goroutine;
    if (!advance(this.#scheduler, turn)) return false;
    if (bound) {
      bound.processor = turn.after.processor;
      bound.goroutine = turn.after.goroutine;
    }
    this.#checkTables(cursor);
    const event = this.#event;
    event.type = type;
    event.args = args;
    event.ticks = cursor.ticks;
    event.thread = turn.thread;
    event.processor = turn.before.processor === NONE ? undefined : turn.before.processor;
    event.goroutine = turn.before.goroutine === NONE ? undefined : turn.before.goroutine;
    visit(event);
    return true;
  }

  /** Number 0 is no string and no stack. */
  #checkTables({ type, args, bytes }: Cursor): void {
    const { strings, stacks } = this.#generation;
    for (const { index, isString } of REFERENCES[type] ?? []) {
      const id = args[index] ?? 0;
      if (id !== 0 && !(isString ? strings : stacks).has(id))
        throw bytes.error(
          `${TIMED_EVENTS[type]?.name} refers to ${isString ? 'string' : 'stack'} ${id}, which is not there`,
        );
    }
  }

  #rise(from: number): void {
    const cursors = this.#cursors;
    for (let place = from; place > 0;) {
      const above = (place - 1) >> 1;
      if (!this.#isLater(above, place)) return;
      [cursors[above], cursors[place]] = [cursors[place] as Cursor, cursors[above] as Cursor];
      place = above;
    }
  }

  #sink(from: number): void {
    const cursors = this.#cursors;
    for (let place = from; ;) {
      let earliest = place;
      for (const below of [2 * place + 1, 2 * place + 2])
        if (below < cursors.length && this.#isLater(earliest, below)) earliest = below;
      if (earliest === place) return;
      [cursors[earliest], cursors[place]] = [cursors[place] as Cursor, cursors[earliest] as Cursor];
      place = earliest;
    }
  }

  #remove(place: number): void {
    const last = this.#cursors.pop() as Cursor; // there is the one to be removed
    if (place === this.#cursors.length) return;
    this.#cursors[place] = last;
    this.#rise(place);
    this.#sink(place);
  }

  #isLater(one: number, other: number): boolean {
    return (this.#cursors[one] as Cursor).ticks > (this.#cursors[other] as Cursor).ticks; // both are places of the heap
  }
}

/** Which arguments of an event are numbers in the tables of its generation. */
const REFERENCES = TIMED_EVENTS.map((spec) =>
  (spec?.args ?? []).flatMap((name, index) =>
    name === 'stack' || name.endsWith('_stack') || name.endsWith('_string')
      ? [{ index, isString: name.endsWith('_string') }]
      : [],
  ),
);

/** The next event of one thread. */
class Cursor {
  readonly thread: number;
  readonly args = [0, 0, 0, 0];
  type = 0;
  ticks = 0;
  readonly #batches: readonly EventBatch[];
  #batch = -1;
  #bytes: TraceBytes | undefined;

  constructor(thread: number, batches: readonly EventBatch[]) {
    this.thread = thread;
    this.#batches = batches;
  }

  /** At the end of the event. */
  get bytes(): TraceBytes {
    return this.#bytes as TraceBytes; // next() was called before
  }

  next(): boolean {
    while (!this.#bytes || this.#bytes.isAtEnd) {
      const batch = this.#batches[(this.#batch += 1)];
      if (!batch) return false;
      this.#bytes = new TraceBytes(batch.name, batch.file, batch.from, batch.to);
      this.ticks = batch.ticks;
    }
    const bytes = this.#bytes;
    const type = bytes.byte();
    const count = ARGUMENT_COUNTS[type] as number; // a byte has one of 256 values
    if (count === 255) throw bytes.error(`event ${type} is not known`, bytes.at - 1);
    this.type = type;
    this.ticks += bytes.number();
    for (let argument = 0; argument < count; argument += 1) this.args[argument] = bytes.number();
    return true;
  }
}
