/** The Go modules of goassay keep to Go's own rules, and the meter passes its own tests. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { nodeHost } from '../src/host/node.ts';
import { meterFor, metered } from '../src/experiments/meter.ts';
import { NEEDS_GO } from './goassay.ts';

function go(directory: string, environment: Readonly<Record<string, string>>, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync('go', args, {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  assert.equal(status, 0, stdout + stderr);
}

test('the meter passes its own tests, and go vet for Linux and macOS on both architectures', NEEDS_GO, () => {
  go('instruments', {}, 'test', './...');
  for (const [GOOS, GOARCH] of [
    ['linux', 'arm64'],
    ['darwin', 'arm64'],
    ['linux', 'amd64'],
  ] as const)
    go('instruments', { GOOS, GOARCH }, 'vet', './...');
  const { stdout } = spawnSync('gofmt', ['-l', 'instruments', 'specimens'], { encoding: 'utf8' });
  assert.equal(stdout, '', 'not gofmt’d');
});

test('the meter is built once, and again if what is kept is not whole', NEEDS_GO, async (t) => {
  const host = nodeHost();
  t.after(() => host.close());
  const cache = await host.scratch('cache');
  const asked: string[] = [];
  const own = {
    ...host,
    variable: (name: string) => (name === 'XDG_CACHE_HOME' ? cache : host.variable(name)),
    run: (command: Parameters<typeof host.run>[0]) => {
      if (command.argv[1] === 'build') asked.push('build');
      return host.run(command);
    },
  };
  const meter = await meterFor(own, 'go');
  assert.equal((await meterFor(own, 'go')).path, meter.path);
  assert.deepEqual(asked, ['build']);
  await host.writeScratch(meter.path, 'cut short');
  await meterFor(own, 'go');
  assert.deepEqual(asked, ['build', 'build']);
  const [run] = await metered(own, meter, [
    {
      argv: ['sh', '-c', 'echo "$GREETING"'],
      env: { GREETING: '你好' },
      timeLimitNs: 1e10,
      outputLimit: 1e6,
      keep: 100,
    },
  ]);
  assert.equal(run?.stdout, '你好\n');
});
