/**
 * Garbage collection as an execution trace tells it: collections, the stops of the world that belong
 * to each, and what the last stop says of the heap. A collection moves between threads, a stop does
 * not, so stops are paired on their thread. What a collection does is numbered in one row, begin, end
 * and "still active" where a generation of the trace begins, so that a begin belongs to the next end.
 *
 * @module
 */

import { EVENT_TYPES } from './gotrace-events.ts';
import { forEachEvent, type Generation, type Trace } from './gotrace.ts';

export interface TraceCensus {
  readonly version: string;
  readonly batches: number;
  readonly events: number;
  readonly stopTheWorld: { readonly begins: number; readonly ends: number };
  readonly collections: number;
}

const STW_BEGIN = EVENT_TYPES.get('STWBegin');
const STW_END = EVENT_TYPES.get('STWEnd');
const GC_BEGIN = EVENT_TYPES.get('GCBegin');
const GC_END = EVENT_TYPES.get('GCEnd');
const HEAP_ALLOC = EVENT_TYPES.get('HeapAlloc');
const HEAP_GOAL = EVENT_TYPES.get('HeapGoal');

/** Throws FormatError for an event that cannot be. */
export function traceCensus({ version, generations }: Trace): TraceCensus {
  const counts = new Map<number | undefined, number>();
  let events = 0;
  for (const generation of generations)
    forEachEvent(generation, ({ type }) => {
      events += 1;
      counts.set(type, (counts.get(type) ?? 0) + 1);
    });
  return {
    version,
    batches: generations.reduce((sum, { batchCount }) => sum + batchCount, 0),
    events,
    stopTheWorld: { begins: counts.get(STW_BEGIN) ?? 0, ends: counts.get(STW_END) ?? 0 },
    collections: counts.get(GC_BEGIN) ?? 0,
  };
}

interface TracedStop {
  /** The runtime's words, such as "GC mark termination"; "" where the trace has none. */
  readonly reason: string;
  /** On the clock of the trace. */
  readonly beganNs: number;
  readonly durationNs: number;
  /** The last that the runtime said of its heap while the world stood still. */
  readonly heapBytes?: number;
  readonly goalBytes?: number;
}

interface TracedCollection {
  readonly beganNs: number;
  readonly endedNs: number;
  readonly stops: readonly TracedStop[];
}

interface TracedCollections {
  /** The coarsest tick of the clock. */
  readonly tickNs: number;
  /** In order of time, those that the trace saw from begin to end. */
  readonly collections: readonly TracedCollection[];
  /** Stops for other reasons, and for collections that the trace did not see whole. */
  readonly otherStops: readonly TracedStop[];
}

interface Sighting {
  readonly sequence: number;
  readonly ns: number;
  readonly isBegin: boolean;
}

/** Throws FormatError for an event that cannot be. */
export function tracedCollections({ generations }: Trace): TracedCollections {
  const stops: TracedStop[] = [];
  const open = new Map<number, { -readonly [K in keyof TracedStop]: TracedStop[K] }>();
  const sightings: Sighting[] = [];
  for (const generation of generations) gather(generation, { stops, open, sightings });
  const collections = paired(sightings);
  const otherStops: TracedStop[] = [];
  let next = 0;
  for (const stop of stops.toSorted((one, other) => one.beganNs - other.beganNs)) {
    while ((collections[next]?.beganNs ?? Infinity) <= stop.beganNs) next += 1;
    const collection = collections[next - 1]; // collections do not overlap: the last that has begun
    const isTheirs = stop.reason.startsWith('GC ') && collection && stop.beganNs <= collection.endedNs;
    (isTheirs ? collection.stops : otherStops).push(stop);
  }
  const tickNs = generations.reduce((most, { nanosecondsPerTick }) => Math.max(most, nanosecondsPerTick), 0);
  return { tickNs, collections, otherStops };
}

/** In order of time; they do not overlap. */
function paired(sightings: readonly Sighting[]): { beganNs: number; endedNs: number; stops: TracedStop[] }[] {
  const inOrder = sightings.toSorted((one, other) => one.sequence - other.sequence);
  return inOrder
    .flatMap(({ isBegin, ns }, index) => {
      const next = inOrder[index + 1];
      return isBegin && next && !next.isBegin ? [{ beganNs: ns, endedNs: next.ns, stops: [] }] : [];
    })
    .toSorted((one, other) => one.beganNs - other.beganNs);
}

interface Gathered {
  readonly stops: TracedStop[];
  readonly open: Map<number, { -readonly [K in keyof TracedStop]: TracedStop[K] }>;
  readonly sightings: Sighting[];
}

function gather(generation: Generation, { stops, open, sightings }: Gathered): void {
  forEachEvent(generation, ({ type, thread, ticks, args }) => {
    const first = args[0] ?? 0;
    const ns = ticks * generation.nanosecondsPerTick;
    const stop = open.get(thread);
    if (type === STW_BEGIN) {
      open.set(thread, { reason: generation.strings.get(first) ?? '', beganNs: ns, durationNs: 0 });
    } else if (type === STW_END && stop) {
      stops.push({ ...stop, durationNs: ns - stop.beganNs });
      open.delete(thread);
    } else if (type === HEAP_ALLOC && stop) stop.heapBytes = first;
    else if (type === HEAP_GOAL && stop) stop.goalBytes = first;
    else if (type === GC_BEGIN || type === GC_END)
      sightings.push({ sequence: first, ns, isBegin: type === GC_BEGIN });
  });
}
