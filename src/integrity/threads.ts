/**
 * Work on modules shared between threads, the calling one among them: a thread costs 40 ms to start,
 * so few tasks get none.
 *
 * @module
 */

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { HostError } from '../host/host.ts';
import type { Job } from './module-worker.ts';
import { readModule, signatureOfModule, type ModuleReading, type ModuleTask } from './read-module.ts';

const MOST_THREADS = 8;
/** Fewer are done before another thread would be up. */
const WORTH_A_THREAD = 24;
/** Handed out ahead, so that a thread never waits for the next. */
const AHEAD = 2;

export function readModules(tasks: readonly ModuleTask[]): Promise<ModuleReading[]> {
  return share(tasks, 'read', readModule);
}

export function signaturesOf(tasks: readonly ModuleTask[]): Promise<string[]> {
  return share(tasks, 'signature', signatureOfModule);
}

async function share<T>(
  tasks: readonly ModuleTask[],
  kind: Job['kind'],
  work: (task: ModuleTask) => T,
): Promise<T[]> {
  const results: T[] = [];
  const worth = Math.floor(tasks.length / (kind === 'read' ? WORTH_A_THREAD : WORTH_A_THREAD * 8));
  const others = Math.max(0, Math.min(availableParallelism(), MOST_THREADS, worth + 1) - 1);
  let next = 0;
  const take = (): Job | undefined => {
    const task = tasks[next];
    return task && { number: next++, task, kind };
  };
  const threads = Array.from({ length: others }, () => thread<T>(take, results));
  for (let job = take(); job; job = take()) {
    results[job.number] = attempt(() => work(job.task), job.task);
    if (others > 0) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  await Promise.all(threads);
  return results;
}

function thread<T>(take: () => Job | undefined, results: T[]): Promise<void> {
  const isSource = import.meta.url.endsWith('.ts');
  const worker = new Worker(new URL(isSource ? './module-worker.ts' : './module-worker.js', import.meta.url));
  let open = 0;
  const hand = (): void => {
    const job = take();
    if (!job) return;
    open += 1;
    worker.postMessage(job);
  };
  return new Promise<void>((resolve, reject) => {
    worker.on('message', (answer: { number: number; result: T; error?: string }) => {
      open -= 1;
      if (answer.error !== undefined) reject(new HostError('failed', answer.error));
      else results[answer.number] = answer.result;
      hand();
      if (open === 0) resolve();
    });
    worker.on('error', reject);
    for (let ahead = 0; ahead < AHEAD; ahead += 1) hand();
    if (open === 0) resolve();
  }).finally(() => void worker.terminate());
}

/** What the system refuses is told with its own words and the place. */
function attempt<T>(work: () => T, { module }: ModuleTask): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error)
      throw new HostError('failed', `Cannot read ${module}: ${error.message}`, { cause: error });
    throw error;
  }
}
