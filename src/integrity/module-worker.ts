/**
 * A thread that reads modules: it is handed one task at a time and answers with what it found.
 *
 * @module
 */

import { parentPort } from 'node:worker_threads';
import { readModule, type ModuleTask } from './read-module.ts';

export interface Job {
  readonly number: number;
  readonly task: ModuleTask;
}

parentPort?.on('message', ({ number, task }: Job) => {
  try {
    parentPort?.postMessage({ number, result: readModule(task) });
  } catch (error) {
    parentPort?.postMessage({ number, error: error instanceof Error ? error.message : String(error) });
  }
});
