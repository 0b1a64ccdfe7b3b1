/**
 * The exact tied Mann–Whitney test of 25 + 25 values: at most 2 ms. benchstat's own takes 8.7 ms on the
 * machine of our notes. The best of many rounds is told beside the median, because a busy machine only
 * ever makes it longer.
 */

import { mannWhitney } from '../src/stats/mann-whitney.ts';
import { normalValue, seeded } from '../src/stats/random.ts';
import { median } from './interleaved.ts';

const random = seeded('tied');
const samples = Array.from({ length: 200 }, (_, round) => {
  // From many ties to a single one.
  const step = [1, 0.3, 0.1, 0.03][round % 4] ?? 1;
  const draw = (): number[] =>
    Array.from({ length: 25 }, () => Math.round(normalValue(random) / step) * step);
  const [first, second] = [draw(), draw()];
  second[0] = first[0] ?? 0;
  return [first, second] as const;
});

for (const [first, second] of samples) mannWhitney(first, second);
const times: number[] = [];
for (let round = 0; round < 5; round += 1) {
  for (const [first, second] of samples) {
    const cpu = process.cpuUsage();
    const { method } = mannWhitney(first, second);
    const { user, system } = process.cpuUsage(cpu);
    if (method !== 'exact') throw new Error('it was not counted');
    times.push((user + system) / 1000);
  }
}
const middle = median(times);
console.log(
  `exact tied 25 + 25: median ${middle.toFixed(2)} ms of CPU time, best ${Math.min(...times).toFixed(2)} ms, n = ${times.length} (at most 2 ms: ${middle <= 2 ? 'met' : 'NOT MET'})`,
);
