/**
 * Events of processors, and of system calls, during which a processor may be stolen.
 *
 * @module
 */

import {
  arg,
  current,
  currentProcessor,
  fail,
  follows,
  G,
  NONE,
  P,
  require,
  type Handler,
} from './gotrace-state.ts';

export const processorStatus: Handler = (scheduler, turn) => {
  const { processors, threads } = scheduler;
  const [id, status] = [arg(turn, 0), arg(turn, 1)];
  if (status > P.abandoned) fail(turn, `a processor has the status ${status}`);
  const known = processors.get(id);
  if (!known) processors.set(id, { status, generation: turn.generation, sequence: 0, ranges: [] });
  else {
    // Abandoned says that who had it may not be known; where it is known, nothing was lost.
    const isPromoted = status === P.abandoned && known.status === P.syscall;
    if (!isPromoted && known.status !== status)
      fail(turn, `processor ${id} has status ${known.status}, and is said to have ${status}`);
    if (isPromoted) {
      const owner = [...threads].find(([, { processor }]) => processor === id);
      if (!owner) fail(turn, `processor ${id} is about to be stolen from nobody`);
      // Told of the thread that has it, not of the one that tells.
      turn.thread = owner[0];
      turn.before = { ...owner[1] };
    }
    known.generation = turn.generation;
    known.sequence = 0;
    if (isPromoted) return true;
  }
  if (status === P.running || status === P.syscall) turn.after.processor = id;
  return true;
};

export const processorStart: Handler = ({ processors }, turn) => {
  const [id, number] = [arg(turn, 0), arg(turn, 1)];
  const processor = processors.get(id);
  if (!processor || processor.status !== P.idle || !follows(turn, processor, number)) return false;
  if (turn.before.processor !== NONE) return false; // it is still to be stolen from this thread
  require(turn, 'must not', 'may');
  processor.status = P.running;
  processor.sequence = number;
  turn.after.processor = id;
  return true;
};

export const processorStop: Handler = (scheduler, turn) => {
  const processor = currentProcessor(scheduler, turn);
  if (processor.status !== P.running && processor.status !== P.syscall)
    fail(turn, 'a processor stops that does not run');
  require(turn, 'must', 'may');
  processor.status = P.idle;
  turn.after.processor = NONE;
  return true;
};

export const processorSteal: Handler = ({ processors, threads }, turn) => {
  const [id, number, from] = [arg(turn, 0), arg(turn, 1), arg(turn, 2)];
  const processor = processors.get(id);
  if (!processor || processor.status < P.syscall || !follows(turn, processor, number)) return false;
  require(turn, 'may', 'may');
  const wasAbandoned = processor.status === P.abandoned;
  processor.status = P.idle;
  processor.sequence = number;
  if (wasAbandoned) return true; // the thread may have moved on
  const victim = from === turn.thread ? turn.after : threads.get(from);
  if (!victim) fail(turn, `processor ${id} is stolen from thread ${from}, which is not known`);
  if (victim.processor !== id)
    fail(turn, `processor ${id} is stolen from thread ${from}, which has ${victim.processor}`);
  victim.processor = NONE;
  return true;
};

export const syscallBegin: Handler = (scheduler, turn) => {
  require(turn, 'must', 'must');
  const goroutine = current(scheduler, turn);
  if (goroutine.status !== G.running) fail(turn, 'a goroutine begins a system call and does not run');
  const processor = currentProcessor(scheduler, turn);
  const number = arg(turn, 0);
  if (!follows(turn, processor, number))
    fail(turn, `a system call is number ${number} of its processor, after ${processor.sequence}`);
  goroutine.status = G.syscall;
  processor.status = P.syscall;
  processor.sequence = number;
  return true;
};

export const syscallEnd: Handler = (scheduler, turn) => {
  require(turn, 'must', 'must');
  const goroutine = current(scheduler, turn);
  const processor = currentProcessor(scheduler, turn);
  if (goroutine.status !== G.syscall || processor.status !== P.syscall)
    fail(turn, 'a system call ends that did not begin');
  goroutine.status = G.running;
  processor.status = P.running;
  return true;
};

export const syscallEndBlocked: Handler = (scheduler, turn) => {
  const has = turn.before.processor !== NONE;
  if (has && currentProcessor(scheduler, turn).status === P.syscall) return false; // it is still to be lost
  require(turn, 'may', 'must');
  const goroutine = current(scheduler, turn);
  if (goroutine.status !== G.syscall) fail(turn, 'a system call ends that did not begin');
  goroutine.status = G.runnable;
  turn.after.goroutine = NONE;
  return true;
};

export const destroyInSyscall: Handler = (scheduler, turn) => {
  require(turn, 'may', 'must');
  if (current(scheduler, turn).status !== G.syscall) fail(turn, 'a goroutine ends that is in no system call');
  scheduler.goroutines.delete(turn.before.goroutine);
  turn.after.goroutine = NONE;
  if (turn.before.processor === NONE) return true;
  const processor = currentProcessor(scheduler, turn);
  if (processor.status !== P.syscall) fail(turn, 'a goroutine ends whose processor is in no system call');
  processor.status = P.abandoned; // the number of the thread may be used again
  turn.after.processor = NONE;
  return true;
};
