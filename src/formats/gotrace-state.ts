/**
 * What is known of a program's scheduler at one place of its trace, and what an event may ask of it.
 *
 * @module
 */

import type { TraceBytes } from './gotrace-bytes.ts';

/** No thread, processor or goroutine; in the trace all bits are set. */
export const NONE = -1;

export const G = { runnable: 1, running: 2, syscall: 3, waiting: 4 } as const;
export const P = { running: 1, idle: 2, syscall: 3, abandoned: 4 } as const;

export interface Resource {
  status: number;
  generation: number;
  sequence: number;
  /** Ranges of time that it is in the middle of: the number of the event that begins one, and its string. */
  readonly ranges: { readonly type: number; readonly text: number }[];
}

export interface Goroutine extends Resource {
  readonly regions: string[];
}

interface Bound {
  processor: number;
  goroutine: number;
}

export interface Scheduler {
  firstGeneration: number;
  readonly goroutines: Map<number, Goroutine>;
  readonly processors: Map<number, Resource>;
  readonly threads: Map<number, Bound>;
  readonly tasks: Set<number>;
  readonly collecting: { state: 'not known' | 'no' | 'yes'; sequence: number };
}

/** An event in its turn, and whom it concerns: before it, which is what is told, and after it. */
export interface Turn {
  type: number;
  args: readonly number[];
  generation: number;
  strings: ReadonlyMap<number, string>;
  thread: number;
  before: Bound;
  after: Bound;
  bytes: TraceBytes;
}

export function newScheduler(): Scheduler {
  return {
    firstGeneration: 0,
    goroutines: new Map(),
    processors: new Map(),
    threads: new Map(),
    tasks: new Set(),
    collecting: { state: 'not known', sequence: 0 },
  };
}

export type Handler = (scheduler: Scheduler, turn: Turn) => boolean;

export function fail({ bytes }: Turn, reason: string): never {
  throw bytes.error(reason);
}

export const arg = ({ args }: Turn, index: number): number => args[index] ?? 0;

export type Need = 'must' | 'may' | 'must not';

export function require(turn: Turn, processor: Need, goroutine: Need): void {
  if (turn.thread === NONE) fail(turn, 'expected a thread but there is none');
  const { before } = turn;
  if (processor === 'must' && before.processor === NONE) fail(turn, 'expected a processor but there is none');
  if (processor === 'must not' && before.processor !== NONE)
    fail(turn, 'expected no processor but there is one');
  if (goroutine === 'must' && before.goroutine === NONE) fail(turn, 'expected a goroutine but there is none');
  if (goroutine === 'must not' && before.goroutine !== NONE)
    fail(turn, 'expected no goroutine but there is one');
}

/** The goroutine that runs on the thread, which events of user code need. */
export function current(scheduler: Scheduler, turn: Turn): Goroutine {
  return scheduler.goroutines.get(turn.before.goroutine) ?? fail(turn, 'the goroutine is not known');
}

export function currentProcessor(scheduler: Scheduler, turn: Turn): Resource {
  return scheduler.processors.get(turn.before.processor) ?? fail(turn, 'the processor is not known');
}

export function follows(turn: Turn, { generation, sequence }: Resource, number: number): boolean {
  return turn.generation === generation && number === sequence + 1;
}

export function newGoroutine({ generation }: Turn, status: number): Goroutine {
  return { status, generation, sequence: 0, ranges: [], regions: [] };
}
