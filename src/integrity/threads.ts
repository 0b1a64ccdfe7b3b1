/**
 * Work on modules shared between threads, the calling one among them: a thread costs 40 ms to start,
 * so few tasks get none.
 *
 * @module
 */

import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { HostError } from '../host/host.ts';
import type { Job } from './module-worker.ts';
import { readModule, type ModuleReading, type ModuleTask } from './read-module.ts';

const MOST_THREADS = 8;
/** Fewer are done before another thread would be up. */
const WORTH_A_THREAD = 24;
/** Handed out ahead, so that a thread never waits for the next. */
const AHEAD = 2;

export async function readModules(tasks: readonly ModuleTask[]): Promise<ModuleReading[]> {
  const results: ModuleReading[] = [];
  const worth = Math.floor(tasks.length / WORTH_A_THREAD);
  const others = Math.max(0, Math.min(availableParallelism(), MOST_THREADS, worth + 1) - 1);
  // Largest first, so that no thread begins a large one when the others are done.
  const waiting = [...tasks.entries()]
    .map(([number, task]) => ({ number, task, size: sizeOf(task) }))
    .toSorted((one, other) => one.size - other.size);
  const take = (): Job | undefined => {
    const job = waiting.pop();
    return job && { number: job.number, task: job.task };
  };
  const threads = Array.from({ length: others }, () => thread(take, results));
  for (let job = take(); job; job = take()) {
    results[job.number] = attempt(job.task);
    if (others > 0) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  await Promise.all(threads);
  return results;
}

function sizeOf({ zip }: ModuleTask): number {
  return statSync(zip, { throwIfNoEntry: false })?.size ?? 0;
}

function thread(take: () => Job | undefined, results: ModuleReading[]): Promise<void> {
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
    worker.on('message', (answer: { number: number; result: ModuleReading; error?: string }) => {
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
function attempt(task: ModuleTask): ModuleReading {
  try {
    return readModule(task);
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error)
      throw new HostError('failed', `Cannot read ${task.module}: ${error.message}`, { cause: error });
    throw error;
  }
}
