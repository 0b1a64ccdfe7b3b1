/**
 * `goassay mod vendor` against `go mod vendor` into a scratch directory and `diff -r`, interleaved: the
 * first time, with originals that an earlier `mod verify` has proven, and again with nothing changed, when
 * every file is looked at and none is read. Ours writes nothing into the module.
 *
 * Not met the first time: both read the same 10,000 files, and that is two thirds of what it costs us.
 */

import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median } from './interleaved.ts';
import { moduleCache, timed, verdict, type Time } from './module-cache.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const cache = moduleCache('vendored');
const goassay = resolve('goassay');
timed([goassay, 'mod', 'verify'], cache);
const first: Time[] = [];
const theirs: Time[] = [];
const again: Time[] = [];
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
  for (const index of globSync(`${cache.environment['XDG_CACHE_HOME']}/goassay/verified/vendor-*.json`))
    rmSync(index);
  first.push(timed([goassay, 'mod', 'vendor'], cache));
  again.push(timed([goassay, 'mod', 'vendor'], cache));
}
const of = (times: readonly Time[], what: keyof Time): number => median(times.map((time) => time[what]));
for (const [name, times] of Object.entries({
  'go mod vendor and diff': theirs,
  'goassay mod vendor': first,
  'and again': again,
}))
  console.log(
    name.padEnd(24),
    `CPU ${of(times, 'cpuMs').toFixed(0)} ms, wall ${of(times, 'wallMs').toFixed(0)} ms`,
  );
for (const [name, times] of Object.entries({ 'vendor contents': first, 'vendor contents, again': again })) {
  const ratio = of(theirs, 'cpuMs') / of(times, 'cpuMs');
  verdict(name, ratio, ' × as fast by CPU', ratio >= 10, '≥ 10');
  console.log(`by the clock: ${(of(theirs, 'wallMs') / of(times, 'wallMs')).toFixed(1)} ×`);
}
