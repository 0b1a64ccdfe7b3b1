/**
 * `goassay mod vendor` against `go mod vendor` into a scratch directory and `diff -r`, interleaved.
 * Both compare the same files; ours writes nothing and finds its originals proven by an earlier
 * `mod verify`, as it says. Not met when last measured: both take the same time, because ours still looks
 * at every file of the modules that are vendored from.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median } from './interleaved.ts';
import { moduleCache, timed, verdict, type Time } from './module-cache.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const cache = moduleCache('vendored');
const goassay = resolve('goassay');
timed([goassay, 'mod', 'verify'], cache);
const theirs: Time[] = [];
const ours: Time[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const scratch = mkdtempSync(join(tmpdir(), 'goassay-vendor-'));
  try {
    theirs.push(
      timed(
        ['sh', '-c', 'go mod vendor -o "$1" && diff -r vendor "$1"', 'sh', join(scratch, 'vendor')],
        cache,
      ),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  ours.push(timed([goassay, 'mod', 'vendor'], cache));
}
for (const [name, times] of Object.entries({ 'go mod vendor and diff': theirs, 'goassay mod vendor': ours }))
  console.log(
    name.padEnd(24),
    `CPU ${median(times.map(({ cpuMs }) => cpuMs)).toFixed(0)} ms, wall ${median(times.map(({ wallMs }) => wallMs)).toFixed(0)} ms`,
  );
const ratio = median(theirs.map(({ wallMs }) => wallMs)) / median(ours.map(({ wallMs }) => wallMs));
verdict('vendor contents', ratio, ' × as fast by the clock', ratio >= 10, '≥ 10');
const cpu = median(theirs.map(({ cpuMs }) => cpuMs)) / median(ours.map(({ cpuMs }) => cpuMs));
console.log(`by CPU: ${cpu.toFixed(1)} ×`);
