/** Instruction words to text: the goal is five million words a second. */

import { readFileSync } from 'node:fs';
import { classOf, disassemble, featureOf } from '../src/arm64/index.ts';
import { told } from './interleaved.ts';

/** With a path: the words of a raw .text section; else words of every group, by a fixed generator. */
function wordsOf(path: string | undefined): Uint32Array {
  if (path !== undefined) {
    const bytes = readFileSync(path);
    return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~3)));
  }
  let state = 1;
  return Uint32Array.from({ length: 1_000_000 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  });
}

const words = wordsOf(process.argv[2]);
console.log(`${words.length} words, Node ${process.version}`);

for (const [name, run] of Object.entries({ disassemble, featureOf, classOf })) {
  const times: number[] = [];
  let known = 0;
  for (let round = 0; round < 10; round += 1) {
    known = 0;
    const started = performance.now();
    for (const word of words) if (run(word) !== undefined) known += 1;
    times.push(performance.now() - started);
  }
  const best = Math.min(...times);
  const rate = (words.length / best / 1000).toFixed(1);
  console.log(`${name.padEnd(12)} ${told(times)}, best ${rate} M words/s, ${known} answered`);
}
