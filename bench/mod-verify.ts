/**
 * `goassay mod verify` against `go mod verify` of the newest Go, interleaved, on a cache of more than
 * 200 modules and 1 GB: everything, what compiles, and again without changes. CPU is the steady
 * figure; the clock depends on who else works on the machine. Not met when last measured, on two busy
 * cores: full 0.6 to 0.75 of its CPU, what compiles 0.31, again 8 times as fast.
 */

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { median } from './interleaved.ts';
import { moduleCache, timed, verdict, type Time } from './module-cache.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const NEWEST = process.argv[3] ?? 'go1.27.4';

const cache = moduleCache();
const { stdout } = spawnSync('go', ['env', 'GOROOT'], {
  encoding: 'utf8',
  env: { ...process.env, GOTOOLCHAIN: NEWEST },
});
const go = `${stdout.trim()}/bin/go`;
const goassay = resolve('goassay');
const contenders: Readonly<Record<string, readonly string[]>> = {
  [`${NEWEST} mod verify`]: [go, 'mod', 'verify'],
  'goassay --reread': [goassay, 'mod', 'verify', '--reread'],
  'goassay --compiled': [goassay, 'mod', 'verify', '--compiled'],
  'goassay again': [goassay, 'mod', 'verify'],
};
const times = new Map<string, Time[]>(Object.keys(contenders).map((name) => [name, []]));
timed([goassay, 'mod', 'verify'], cache);
for (let round = 0; round < ROUNDS; round += 1)
  for (const [name, argv] of Object.entries(contenders)) times.get(name)?.push(timed(argv, cache));
const of = (name: string, what: keyof Time): number =>
  median((times.get(name) ?? []).map((time) => time[what]));
for (const name of times.keys())
  console.log(
    name.padEnd(24),
    `CPU ${of(name, 'cpuMs').toFixed(0)} ms, wall ${of(name, 'wallMs').toFixed(0)} ms (medians of ${ROUNDS})`,
  );
const [theirs = ''] = times.keys();
const share = (name: string, what: keyof Time): number => of(name, what) / of(theirs, what);
verdict(
  'full, share of its CPU',
  share('goassay --reread', 'cpuMs'),
  '',
  share('goassay --reread', 'cpuMs') <= 0.5,
  '≤ 0.5',
);
verdict(
  'full, share of its time',
  share('goassay --reread', 'wallMs'),
  '',
  share('goassay --reread', 'wallMs') < 1,
  '< 1',
);
verdict(
  'what compiles, share of its CPU',
  share('goassay --compiled', 'cpuMs'),
  '',
  share('goassay --compiled', 'cpuMs') <= 0.25,
  '≤ 0.25',
);
const again = 1 / share('goassay again', 'wallMs');
verdict('again, nothing changed', again, ' × as fast by the clock', again >= 50, '≥ 50');
