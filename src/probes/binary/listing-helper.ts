/**
 * A second thread for long listings: it lists every other chunk, so that on a machine with two
 * cores text is made twice as fast. It reads the file for itself and runs ahead by a few chunks.
 *
 * @module
 */

import { Worker } from 'node:worker_threads';
import { availableParallelism } from 'node:os';
import type { Host } from '../../host/host.ts';
import type { ListingWish } from './list-code.ts';

/** Starting a thread takes 40 ms, in which the first one lists a megabyte of code. */
const SMALLEST = 4 * 2 ** 20;

/** Chunks that may wait to be written. */
export const MOST_AHEAD = 8;

export interface ListingHelper {
  /** The text of a chunk, by its index; to be asked for in order. */
  readonly text: (index: number) => Promise<Uint8Array>;
  readonly end: () => Promise<void>;
}

export interface Order {
  readonly path: string;
  /** One number: how many chunks were taken. */
  readonly taken: SharedArrayBuffer;
}

export interface Delivery {
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** Undefined where one thread is as good: little code, one core, or one function. */
export async function helperFor(
  host: Host,
  path: string,
  wish: ListingWish,
): Promise<ListingHelper | undefined> {
  if (wish.function !== undefined || wish.syntax === 'go' || availableParallelism() < 2) return undefined;
  const status = await host.status((await host.realPath(path)) ?? path);
  return (status?.sizeBytes ?? 0) < SMALLEST ? undefined : start(path);
}

function start(path: string): ListingHelper {
  const taken = new SharedArrayBuffer(4);
  const counter = new Int32Array(taken);
  const order: Order = { path, taken };
  const self = import.meta.url;
  const worker = new Worker(new URL(`./listing-worker${self.slice(self.lastIndexOf('.'))}`, self), {
    workerData: order,
  });
  const delivered = new Map<number, Uint8Array>();
  const waiting = new Map<number, (bytes: Uint8Array) => void>();
  let failure: Error | undefined;
  let fail: (error: Error) => void = (error) => {
    failure = error;
  };
  worker.on('error', (error: Error) => fail(error));
  worker.on('message', ({ index, bytes }: Delivery) => {
    const resolve = waiting.get(index);
    if (resolve) resolve(bytes);
    else delivered.set(index, bytes);
  });
  return {
    async text(index) {
      if (failure) throw failure;
      const bytes =
        delivered.get(index) ??
        (await new Promise<Uint8Array>((resolve, reject) => {
          fail = reject;
          waiting.set(index, resolve);
        }));
      delivered.delete(index);
      waiting.delete(index);
      Atomics.add(counter, 0, 1);
      Atomics.notify(counter, 0);
      return bytes;
    },
    async end() {
      await worker.terminate();
    },
  };
}
