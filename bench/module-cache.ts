/**
 * A module cache of more than 200 modules and 1 GB, downloaded once into a directory that is kept,
 * through the user's own proxy; and the CPU and wall time of commands on it.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(tmpdir(), 'goassay-bench-modules');
const MAIN = `package main

import (
	_ "github.com/prometheus/prometheus/promql"
	_ "github.com/prometheus/prometheus/tsdb"
	_ "k8s.io/client-go/kubernetes"
)

func main() {}
`;

export interface Cache {
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** With vendor/ or without: the go command looks at the one or the other. */
export function moduleCache(what: 'plain' | 'vendored' = 'plain'): Cache {
  const directory = join(ROOT, what);
  const environment = {
    ...process.env,
    GOMODCACHE: join(ROOT, 'modcache'),
    GOFLAGS: '-modcacherw',
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
    XDG_CACHE_HOME: join(ROOT, 'store'),
  };
  if (!existsSync(join(directory, 'done'))) {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'go.mod'), 'module bench.test/main\n\ngo 1.25\n');
    writeFileSync(join(directory, 'main.go'), MAIN);
    for (const args of [
      ['get', 'github.com/prometheus/prometheus@v0.305.0', 'k8s.io/client-go@v0.33.3'],
      ['mod', 'tidy'],
      ['mod', 'download', 'all'],
      ...(what === 'vendored' ? [['mod', 'vendor']] : []),
    ]) {
      const { status, stderr } = spawnSync('go', args, {
        cwd: directory,
        env: environment,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`go ${args.join(' ')}: ${stderr.slice(-500)}`);
    }
    writeFileSync(join(directory, 'done'), '');
  }
  return { directory, environment };
}

export interface Time {
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** `times` of the shell counts every process that was waited for. */
export function timed(argv: readonly string[], { directory, environment }: Cache): Time {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', '"$@" >&2; echo "exit $?"; times', 'sh', ...argv],
    {
      cwd: directory,
      env: environment,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  const wallMs = performance.now() - started;
  if (status !== 0 || !stdout.startsWith('exit 0'))
    throw new Error(`${argv.join(' ')}: ${stdout} ${stderr.slice(-500)}`);
  const children = stdout.trim().split('\n').at(-1) ?? '';
  const cpuMs = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
  return { cpuMs, wallMs };
}

export function verdict(name: string, value: number, unit: string, isMet: boolean, target: string): void {
  console.log(`${name}: ${value.toFixed(2)}${unit}; target ${target}: ${isMet ? 'met' : 'NOT met'}`);
}
