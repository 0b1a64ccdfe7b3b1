/**
 * The Go on PATH against the checksum log with its record cached: everything read again, and with
 * nothing changed since. The figure is less than one second.
 */

import { resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './interleaved.ts';
import { timed, verdict } from './module-cache.ts';

const cache = {
  directory: tmpdir(),
  environment: { ...process.env, XDG_CACHE_HOME: join(tmpdir(), 'goassay-bench-store') },
};
const goassay = [resolve('goassay'), 'mod', 'verify', '--goroot'] as const;
timed([...goassay, '--online'], cache);
for (const [name, argv] of [
  ['every file read', [...goassay, '--reread']],
  ['nothing changed', [...goassay]],
] as const) {
  const times = Array.from({ length: 7 }, () => timed(argv, cache));
  const [wall, cpu] = [median(times.map(({ wallMs }) => wallMs)), median(times.map(({ cpuMs }) => cpuMs))];
  console.log(`${name}: CPU ${cpu.toFixed(0)} ms`);
  verdict(`${name}, process start included`, wall / 1000, ' s', wall < 1000, '< 1 s');
}
