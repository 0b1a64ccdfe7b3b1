/**
 * Events that change what a goroutine does.
 *
 * @module
 */

import {
  arg,
  current,
  fail,
  follows,
  G,
  newGoroutine,
  NONE,
  require,
  type Handler,
} from './gotrace-state.ts';

export const goroutineStatus: Handler = (scheduler, turn) => {
  const { goroutines, threads, firstGeneration } = scheduler;
  const [id, thread, status] = [arg(turn, 0), arg(turn, 1), arg(turn, 2)];
  if (status > G.waiting) fail(turn, `a goroutine has the status ${status}`);
  const known = goroutines.get(id);
  if (known) {
    if (known.status !== status)
      fail(turn, `goroutine ${id} has status ${known.status}, and is said to have ${status}`);
    known.generation = turn.generation;
    known.sequence = 0;
  } else if (turn.generation === firstGeneration) goroutines.set(id, newGoroutine(turn, status));
  else fail(turn, `goroutine ${id} has a status and was never created`);

  if (status === G.running) turn.after.goroutine = id;
  if (status !== G.syscall) return true;
  if (thread >= 2 ** 63) fail(turn, `goroutine ${id} is in a system call without a thread`);
  if (thread === turn.thread) {
    if (turn.generation !== firstGeneration && turn.before.goroutine !== id)
      fail(turn, `goroutine ${id} is in a system call on a thread that has ${turn.before.goroutine}`);
    turn.after.goroutine = id;
    return true;
  }
  const other = threads.get(thread);
  if (other && other.goroutine !== id)
    fail(turn, `goroutine ${id} is in a system call on a thread that has ${other.goroutine}`);
  if (other) turn.before = { ...turn.before, goroutine: id };
  else threads.set(thread, { goroutine: id, processor: NONE });
  turn.thread = thread;
  return true;
};

export const create =
  (status: number): Handler =>
  ({ goroutines }, turn) => {
    require(turn, 'must', 'may');
    const creator = goroutines.get(turn.before.goroutine);
    if (creator && creator.status !== G.running) fail(turn, 'a goroutine creates another and does not run');
    const id = arg(turn, 0);
    if (goroutines.has(id)) fail(turn, `goroutine ${id} is created twice`);
    goroutines.set(id, newGoroutine(turn, status));
    return true;
  };

export const createInSyscall: Handler = ({ goroutines }, turn) => {
  require(turn, 'may', 'must not');
  const id = arg(turn, 0);
  if (goroutines.has(id)) fail(turn, `goroutine ${id} is created twice`);
  goroutines.set(id, newGoroutine(turn, G.syscall));
  turn.after.goroutine = id;
  return true;
};

/** `next` undefined: it is gone. */
export const leave =
  (next: number | undefined): Handler =>
  (scheduler, turn) => {
    require(turn, 'must', 'must');
    const goroutine = current(scheduler, turn);
    if (goroutine.status !== G.running) fail(turn, 'a goroutine stops that does not run');
    if (next === undefined) scheduler.goroutines.delete(turn.before.goroutine);
    else goroutine.status = next;
    turn.after.goroutine = NONE;
    return true;
  };

export const start: Handler = ({ goroutines }, turn) => {
  const [id, number] = [arg(turn, 0), arg(turn, 1)];
  const goroutine = goroutines.get(id);
  if (!goroutine || goroutine.status !== G.runnable || !follows(turn, goroutine, number)) return false;
  require(turn, 'must', 'must not');
  goroutine.status = G.running;
  goroutine.sequence = number;
  turn.after.goroutine = id;
  return true;
};

export const unblock: Handler = ({ goroutines }, turn) => {
  const number = arg(turn, 1);
  const goroutine = goroutines.get(arg(turn, 0));
  if (!goroutine || goroutine.status !== G.waiting || !follows(turn, goroutine, number)) return false;
  goroutine.status = G.runnable;
  goroutine.sequence = number;
  return true;
};

/** One blocks, or ends, and hands over to another that waited. */
export const switchTo =
  (leaving: Handler): Handler =>
  (scheduler, turn) => {
    require(turn, 'must', 'must');
    if (current(scheduler, turn).status !== G.running) fail(turn, 'a goroutine switches that does not run');
    const [id, number] = [arg(turn, 0), arg(turn, 1)];
    const next = scheduler.goroutines.get(id);
    if (!next || next.status !== G.waiting || !follows(turn, next, number)) return false;
    leaving(scheduler, turn);
    next.status = G.running;
    next.sequence = number;
    turn.after.goroutine = id;
    return true;
  };
