/**
 * The second thread of a long listing: every other chunk of all slices, in order.
 *
 * @module
 */

import { parentPort, workerData } from 'node:worker_threads';
import { nodeHost } from '../../host/node.ts';
import { withListers } from './list-code.ts';
import { MOST_AHEAD, type Delivery, type Order } from './listing-helper.ts';

const { path, taken } = workerData as Order; // as listing-helper.ts starts it
const counter = new Int32Array(taken);
const host = nodeHost();
await withListers(host, path, {}, async (listers) => {
  let index = 0;
  let sent = 0;
  for (const { chunks, list } of listers) {
    for (const chunk of chunks) {
      if (index % 2 === 1) {
        const pieces: Uint8Array[] = [];
        for await (const text of list(chunk)) pieces.push(text.slice());
        waitForRoom(sent);
        deliver({ index, bytes: joined(pieces) });
        sent += 1;
      }
      index += 1;
    }
  }
});
host.close();

function deliver(delivery: Delivery): void {
  parentPort?.postMessage(delivery, [delivery.bytes.buffer as ArrayBuffer]); // made by joined(), so not shared
}

function waitForRoom(sent: number): void {
  for (;;) {
    const count = Atomics.load(counter, 0);
    if (sent - count < MOST_AHEAD) return;
    Atomics.wait(counter, 0, count);
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
