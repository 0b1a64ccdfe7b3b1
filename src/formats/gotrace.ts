/**
 * Go's execution trace, as far as counting events takes: the layout of Go 1.22 and later.
 *
 * A trace is a header and batches, each behind its generation, thread, time and size. A batch of
 * events is a run of an event byte and as many varints as that event has arguments; batches of
 * stacks, strings, samples and clock data begin with another byte and are passed over.
 *
 * Source: Go's internal/trace/tracev2 (events.go, spec.go), whose numbering releases only add to.
 *
 * @module
 */

import { uvarint } from '../bytes/varint.ts';
import { View } from '../bytes/view.ts';

export interface TraceCensus {
  /** Of the layout, from the header: "1.26" writes "go 1.26 trace". */
  readonly version: string;
  readonly batches: number;
  readonly events: number;
  readonly stopTheWorld: { readonly begins: number; readonly ends: number };
  readonly collections: number;
}

const EVENT_BATCH = 1;
const FIRST_EVENT = 9;
const STW_BEGIN = 26;
const STW_END = 27;
const GC_BEGIN = 29;
const EXPERIMENTAL_BATCH = 49;
const END_OF_GENERATION = 52;

/** Arguments of events 9 (ProcsChange) to 51 (ClockSnapshot); undefined where the byte begins a batch. */
const ARGUMENTS: readonly (number | undefined)[] = [
  [3, 3, 1, 4, 3], // 9 procs
  [4, 2, 3, 1, 1, 3, 3, 4, 3, 1, 1, 4], // 14 goroutines
  [3, 1], // 26 stop the world
  [2, 3, 2, 2, 2, 3, 2, 2, 1, 2, 2], // 28 garbage collection
  [2, 5, 3, 4, 4, 5], // 39 annotations
  [3, 3, 4, 5], // 45 coroutines and status with stack, Go 1.23
  [undefined, undefined, 4], // 49 experimental batch, sync, clock snapshot
].flat();

/** Throws FormatError for an older layout, for what is no trace, and for one that is cut short. */
export function traceCensus(name: string, bytes: Uint8Array): TraceCensus {
  const view = new View(`${name} › trace`, bytes, 'little');
  const version = /^go (1\.\d+) trace/.exec(view.text(0, 16))?.[1];
  if (version === undefined) throw view.error('no trace header', 0);
  if (Number(version.split('.')[1]) < 22) throw view.error(`the layout of Go ${version} is not read here`, 0);
  const counts = new Map<number, number>();
  let batches = 0;
  let at = 16;

  function number(): number {
    const [value, next] = uvarint(view, at);
    at = next;
    return value;
  }

  while (at < view.size) {
    const type = view.u8(at);
    at += 1;
    if (type === END_OF_GENERATION) continue;
    if (type !== EVENT_BATCH && type !== EXPERIMENTAL_BATCH)
      throw view.error(`no batch begins with ${type}`, at - 1);
    if (type === EXPERIMENTAL_BATCH) number();
    for (let header = 0; header < 3; header += 1) number();
    const size = number();
    const end = at + size;
    if (end > view.size) throw view.error(`a batch of ${size} bytes is cut short`, at);
    batches += 1;
    const isEvents = type === EVENT_BATCH && size > 0 && argumentsOf(view.u8(at)) !== undefined;
    while (isEvents && at < end) {
      const event = view.u8(at);
      const count = argumentsOf(event);
      if (count === undefined) throw view.error(`event ${event} is not known`, at);
      at += 1;
      for (let argument = 0; argument < count; argument += 1) number();
      counts.set(event, (counts.get(event) ?? 0) + 1);
    }
    if (isEvents && at !== end) throw view.error('an event reaches beyond its batch', at);
    at = end;
  }
  const of = (event: number): number => counts.get(event) ?? 0;
  return {
    version,
    batches,
    events: [...counts.values()].reduce((sum, count) => sum + count, 0),
    stopTheWorld: { begins: of(STW_BEGIN), ends: of(STW_END) },
    collections: of(GC_BEGIN),
  };
}

function argumentsOf(event: number): number | undefined {
  return ARGUMENTS[event - FIRST_EVENT];
}
