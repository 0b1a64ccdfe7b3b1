/**
 * Is a process translated? Told from timings alone: the figure is 100 of 100 with qemu-user, each in
 * at most 300 ms. Native and translated processes take turns in random order.
 *
 *     node bench/translation-verdict.ts [COUNT]
 *
 * @module
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { shapeVerdict } from '../src/laboratory/timing-shape.ts';
import { median } from './interleaved.ts';

const count = Number(process.argv[2] ?? 100);
const directory = mkdtempSync(join(tmpdir(), 'goassay-bench-'));
const translator = { arm64: 'qemu-x86_64-static', x64: 'qemu-aarch64-static' }[process.arch as string];
if (translator === undefined) throw new Error(`Nothing is known to translate on ${process.arch}`);
const [own, other] = process.arch === 'arm64' ? ['arm64', 'amd64'] : ['amd64', 'arm64'];

try {
  const build = (goarch: string): string => {
    const path = join(directory, goarch);
    execFileSync('go', ['build', '-ldflags=-s -w', '-o', path, './timing-shape'], {
      cwd: resolve('specimens'),
      env: { ...process.env, GOARCH: goarch, CGO_ENABLED: '0' },
    });
    return path;
  };
  const arms = {
    native: [build(own ?? '')],
    translated: [translator, build(other ?? '')],
  } as const;
  const right = { native: 0, translated: 0 };
  const times = { native: [] as number[], translated: [] as number[] };
  for (let round = 0; round < count; round += 1) {
    for (const arm of Math.random() < 0.5
      ? (['native', 'translated'] as const)
      : (['translated', 'native'] as const)) {
      const [program = '', ...args] = arms[arm];
      const started = performance.now();
      const { stdout } = spawnSync(program, args, { encoding: 'utf8' });
      times[arm].push(performance.now() - started);
      if (shapeVerdict(JSON.parse(stdout).nanoseconds) === arm) right[arm] += 1;
    }
  }
  for (const arm of ['native', 'translated'] as const)
    console.log(
      `${arm.padEnd(12)} ${right[arm]} of ${count} told right (all), median ${median(times[arm]).toFixed(0)} ms, most ${Math.max(...times[arm]).toFixed(0)} ms (at most 300)`,
    );
} finally {
  rmSync(directory, { recursive: true, force: true });
}
