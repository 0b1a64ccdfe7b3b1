/**
 * The scheduler behind an execution trace, event by event: which goroutine and which processor each
 * thread has, and in which state they are. An event that cannot come yet has to wait for one of
 * another thread; one that never could have come is a FormatError.
 *
 * What lets an event come is its sequence number: the n-th start or unblocking of a goroutine, the n-th
 * start, stealing or system call of a processor, counted anew in each generation. Times are no
 * authority: the clocks of two processors may disagree.
 *
 * Source: Go's internal/trace/order.go, whose reader this is held against, and runtime/traceevent.go.
 *
 * @module
 */

import { TIMED_EVENTS } from './gotrace-events.ts';
import {
  create,
  createInSyscall,
  goroutineStatus,
  leave,
  start,
  switchTo,
  unblock,
} from './gotrace-goroutines.ts';
import {
  destroyInSyscall,
  processorStart,
  processorStatus,
  processorSteal,
  processorStop,
  syscallBegin,
  syscallEnd,
  syscallEndBlocked,
} from './gotrace-processors.ts';
import {
  activeRange,
  ASSIST,
  collection,
  goroutineRange,
  goroutineRangeEnd,
  regionBegin,
  regionEnd,
  STOP,
  SWEEP,
  sweepBegin,
  sweepEnd,
  taskBegin,
  taskEnd,
} from './gotrace-ranges.ts';
import {
  arg,
  fail,
  G,
  require,
  type Handler,
  type Need,
  type Scheduler,
  type Turn,
} from './gotrace-state.ts';

/** False if the event has to wait. Throws FormatError for one that cannot be. */
export function advance(scheduler: Scheduler, turn: Turn): boolean {
  return (HANDLERS[turn.type] ?? unknown)(scheduler, turn);
}

const unknown: Handler = (_, turn) => fail(turn, `event ${turn.type} has no place in an order`);

const needing =
  (processor: Need, goroutine: Need): Handler =>
  (_, turn) => {
    require(turn, processor, goroutine);
    return true;
  };

const [annotation, metric, experiment] = [
  needing('must', 'must'),
  needing('must', 'may'),
  needing('may', 'may'),
];

const BY_NAME: Readonly<Record<string, Handler>> = {
  ProcsChange: annotation,
  ProcStart: processorStart,
  ProcStop: processorStop,
  ProcSteal: processorSteal,
  ProcStatus: processorStatus,
  GoCreate: create(G.runnable),
  GoCreateBlocked: create(G.waiting),
  GoCreateSyscall: createInSyscall,
  GoStart: start,
  GoDestroy: leave(undefined),
  GoDestroySyscall: destroyInSyscall,
  GoStop: leave(G.runnable),
  GoBlock: leave(G.waiting),
  GoUnblock: unblock,
  GoSyscallBegin: syscallBegin,
  GoSyscallEnd: syscallEnd,
  GoSyscallEndBlocked: syscallEndBlocked,
  GoStatus: goroutineStatus,
  GoStatusStack: goroutineStatus,
  GoSwitch: switchTo(leave(G.waiting)),
  GoSwitchDestroy: switchTo(leave(undefined)),
  STWBegin: goroutineRange(STOP),
  STWEnd: goroutineRangeEnd(STOP),
  GCActive: collection('active'),
  GCBegin: collection('begin'),
  GCEnd: collection('end'),
  GCSweepActive: (scheduler, turn) =>
    activeRange(scheduler, turn, scheduler.processors.get(arg(turn, 0)), SWEEP),
  GCSweepBegin: sweepBegin,
  GCSweepEnd: sweepEnd,
  GCMarkAssistActive: (scheduler, turn) =>
    activeRange(scheduler, turn, scheduler.goroutines.get(arg(turn, 0)), ASSIST),
  GCMarkAssistBegin: goroutineRange(ASSIST),
  GCMarkAssistEnd: goroutineRangeEnd(ASSIST),
  HeapAlloc: metric,
  HeapGoal: metric,
  GoLabel: annotation,
  UserTaskBegin: taskBegin,
  UserTaskEnd: taskEnd,
  UserRegionBegin: regionBegin,
  UserRegionEnd: regionEnd,
  UserLog: annotation,
};

/** By the byte of the event. */
const HANDLERS: readonly (Handler | undefined)[] = TIMED_EVENTS.map(
  (spec) => spec && (BY_NAME[spec.name] ?? experiment),
);
