/**
 * A thread that reads modules: it is handed one task at a time and answers with what it found.
 *
 * @module
 */

import { parentPort } from 'node:worker_threads';
import { readModule, signatureOfModule, type ModuleTask } from './read-module.ts';

export interface Job {
  readonly number: number;
  readonly task: ModuleTask;
  readonly kind: 'read' | 'signature';
}

parentPort?.on('message', ({ number, task, kind }: Job) => {
  try {
    const result = kind === 'read' ? readModule(task) : signatureOfModule(task);
    parentPort?.postMessage({ number, result });
  } catch (error) {
    parentPort?.postMessage({ number, error: error instanceof Error ? error.message : String(error) });
  }
});
