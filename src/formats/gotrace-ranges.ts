/**
 * Events that begin and end something that lasts: stops of the world, sweeping, assisting, collections,
 * and the tasks and regions of the user.
 *
 * @module
 */

import { EVENT_TYPES } from './gotrace-events.ts';
import {
  arg,
  current,
  currentProcessor,
  fail,
  NONE,
  require,
  type Handler,
  type Resource,
  type Scheduler,
  type Turn,
} from './gotrace-state.ts';

function beginRange(turn: Turn, { ranges }: Resource, type: number, text: number): void {
  if (ranges.some((one) => one.type === type && one.text === text))
    fail(turn, 'a range begins that has begun');
  ranges.push({ type, text });
}

function endRange(turn: Turn, { ranges }: Resource, type: number): void {
  const index = ranges.findIndex((one) => one.type === type);
  if (index < 0) fail(turn, 'a range ends that did not begin');
  ranges.splice(index, 1);
}

/** Of the first generation it is news, of a later one a confirmation. */
export function activeRange(
  scheduler: Scheduler,
  turn: Turn,
  resource: Resource | undefined,
  type: number,
): true {
  if (!resource) fail(turn, 'whoever is in a range is not known');
  if (turn.generation === scheduler.firstGeneration) beginRange(turn, resource, type, 0);
  else if (!resource.ranges.some((one) => one.type === type))
    fail(turn, 'a range goes on that did not begin');
  return true;
}

const typeOf = (name: string): number => EVENT_TYPES.get(name) ?? NONE;
export const [STOP, SWEEP, ASSIST] = ['STWBegin', 'GCSweepBegin', 'GCMarkAssistBegin'].map(typeOf) as [
  number,
  number,
  number,
];

export const goroutineRange =
  (type: number): Handler =>
  (scheduler, turn) => {
    require(turn, 'must', 'must');
    beginRange(turn, current(scheduler, turn), type, type === STOP ? arg(turn, 0) : 0);
    return true;
  };

export const goroutineRangeEnd =
  (type: number): Handler =>
  (scheduler, turn) => {
    require(turn, 'must', 'must');
    endRange(turn, current(scheduler, turn), type);
    return true;
  };

export const sweepBegin: Handler = (scheduler, turn) => {
  require(turn, 'must', 'may');
  beginRange(turn, currentProcessor(scheduler, turn), SWEEP, 0);
  return true;
};

export const sweepEnd: Handler = (scheduler, turn) => {
  require(turn, 'must', 'may');
  endRange(turn, currentProcessor(scheduler, turn), SWEEP);
  return true;
};

export const collection =
  (event: 'active' | 'begin' | 'end'): Handler =>
  ({ collecting, firstGeneration }, turn) => {
    const number = arg(turn, 0);
    const isFirst = event === 'active' ? turn.generation === firstGeneration : event === 'begin';
    if (isFirst && collecting.state === 'not known') {
      collecting.sequence = number;
      collecting.state = 'yes';
      return true;
    }
    if (isFirst && event === 'active') fail(turn, 'a collection is said to go on after its first event');
    if (number !== collecting.sequence + 1) return false; // of another collection
    const wanted = event === 'begin' ? 'no' : 'yes';
    if (collecting.state !== wanted)
      fail(turn, `a collection is ${event === 'begin' ? 'begun twice' : 'told of that did not begin'}`);
    require(turn, 'must', 'must');
    collecting.sequence = number;
    if (event !== 'active') collecting.state = event === 'begin' ? 'yes' : 'no';
    return true;
  };

function text(turn: Turn, index: number): string {
  const id = arg(turn, index);
  return id === 0 ? '' : (turn.strings.get(id) ?? fail(turn, `string ${id} is not there`));
}

export const taskBegin: Handler = ({ tasks }, turn) => {
  const id = arg(turn, 0);
  if (tasks.has(id)) fail(turn, `task ${id} begins that has begun`);
  require(turn, 'must', 'must');
  tasks.add(id);
  return true;
};

/** May come several times, and of a task that began before the trace. */
export const taskEnd: Handler = ({ tasks }, turn) => {
  require(turn, 'must', 'must');
  tasks.delete(arg(turn, 0));
  return true;
};

export const regionBegin: Handler = (scheduler, turn) => {
  require(turn, 'must', 'must');
  current(scheduler, turn).regions.push(`${arg(turn, 0)} ${text(turn, 1)}`);
  return true;
};

export const regionEnd: Handler = (scheduler, turn) => {
  require(turn, 'must', 'must');
  const { regions } = current(scheduler, turn);
  const ended = `${arg(turn, 0)} ${text(turn, 1)}`;
  const innermost = regions.pop(); // undefined for one that began before the trace
  if (innermost !== undefined && innermost !== ended)
    fail(turn, `region ${ended} ends within region ${innermost}`);
  return true;
};
