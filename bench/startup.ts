/** `goassay --help` against `node -e 0`: the figure is at most 3 times as long. */

import { interleaved, median, told } from './interleaved.ts';

const times = interleaved(
  [
    { name: 'node -e 0', argv: [process.execPath, '-e', '0'] },
    { name: './goassay --help', argv: ['./goassay', '--help'] },
  ],
  30,
);
for (const [name, values] of times) console.log(name.padEnd(20), told(values));
const [bare = [], help = []] = times.values();
console.log(`ratio of medians ${(median(help) / median(bare)).toFixed(2)} (at most 3)`);
