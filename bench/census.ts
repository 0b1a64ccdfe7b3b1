/** The instruction census: the figure is at least 100 million words a second and core. */

import { readFileSync } from 'node:fs';
import { census, censusByFunction } from '../src/arm64/index.ts';
import { told } from './interleaved.ts';

const path = process.argv[2];
if (path === undefined)
  throw new Error('Give the path of a raw arm64 .text section, as llvm-objcopy -O binary writes it');
const bytes = readFileSync(path);
const words = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~3)));
/** Functions of 88 words, the mean of a Go program. */
const starts = Uint32Array.from({ length: Math.ceil(words.length / 88) }, (_, index) => index * 88);

for (const [name, run] of Object.entries({
  'whole code': () => census(words),
  'per function': () => censusByFunction(words, starts),
})) {
  const times = Array.from({ length: 20 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  const best = words.length / Math.min(...times) / 1000;
  console.log(
    `${name.padEnd(14)} ${told(times)}, best ${best.toFixed(0)} M words/s, first ${times[0]?.toFixed(1)} ms`,
  );
}
