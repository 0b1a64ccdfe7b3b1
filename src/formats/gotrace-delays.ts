/**
 * How long goroutines that could run waited for a processor: from what made each ready (it was created,
 * unblocked, stopped by the scheduler, or came out of a system call without a processor) to its start.
 *
 * @module
 */

import { EVENT_TYPES } from './gotrace-events.ts';
import { forEachInOrder } from './gotrace-order.ts';
import type { Generation } from './gotrace.ts';

const typesOf = (...names: readonly string[]): ReadonlySet<number | undefined> =>
  new Set(names.map((name) => EVENT_TYPES.get(name)));

const MAKES_ANOTHER_READY = typesOf('GoCreate', 'GoUnblock');
const BECOMES_READY = typesOf('GoStop', 'GoSyscallEndBlocked');
const START = EVENT_TYPES.get('GoStart');

/** In nanoseconds, in the order of the starts. Throws FormatError as `forEachInOrder` does. */
export function readyDelays(generations: Iterable<Generation>): number[] {
  const readySince = new Map<number, number>();
  const delays: number[] = [];
  forEachInOrder(generations, ({ type, args, ticks, goroutine, generation }) => {
    const ns = ticks * generation.nanosecondsPerTick;
    const named = args[0] ?? 0;
    if (MAKES_ANOTHER_READY.has(type)) readySince.set(named, ns);
    else if (BECOMES_READY.has(type) && goroutine !== undefined) readySince.set(goroutine, ns);
    else if (type === START) {
      const since = readySince.get(named);
      // Clocks of two processors may disagree by more than the delay was.
      if (since !== undefined) delays.push(Math.max(0, ns - since));
      readySince.delete(named);
    }
  });
  return delays;
}
