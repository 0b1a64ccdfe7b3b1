/**
 * Finding Go on the real machine: the one on PATH, and older and newer ones that GOTOOLCHAIN
 * brings; what is expected is what go and readelf say themselves.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { GoInstalls } from '../src/evidence/toolchain/go-installs.ts';
import type { NodeHost } from '../src/host/node.ts';
import { goInstallsProbe } from '../src/probes/toolchain/go-installs.ts';
import { capability } from './capability.ts';
import { GO, hasGo, machine, OTHERS, QUICK, say, underTest, value } from './real-toolchain.ts';

test('go-under-test records what go version and go env -json say', GO, async (t) => {
  const go = await underTest(machine(t));
  const { GOGCCFLAGS: _, ...env } = JSON.parse(say('go', 'env', '-json')) as Record<string, string>; // it names a temporary directory
  const { GOGCCFLAGS: __, GOPROXY: offline, ...own } = go.env;
  const { GOPROXY: ___, ...expected } = env;
  assert.equal(go.versionLine, say('go', 'version').trim());
  assert.deepEqual(own, expected);
  assert.equal(offline, 'off');
});

for (const { version, goroot } of OTHERS) {
  test(`go-under-test follows --go to ${version}`, capability(version, goroot !== undefined), async (t) => {
    const go = await underTest(machine(t), goroot);
    assert.equal(go.version, version);
    assert.equal(go.goroot, goroot);
  });

  test(
    `go-installs finds ${version} in the module cache and reads its tools`,
    capability(version, goroot !== undefined),
    async (t) => {
      const found = (await installsHere(machine(t))).installs.find((one) => one.goroot === goroot);
      assert.ok(found);
      assert.equal(found.manager, 'module-cache');
      assert.equal(found.versionFile?.version, version);
      assert.equal(found.versionLine, say(join(found.goroot ?? '', 'bin/go'), 'version').trim());
      assert.deepEqual(
        found.tools.map(({ name }) => name),
        ['go', 'compile', 'link'],
      );
    },
  );
}

test('go-under-test takes a path that is relative to where goassay was started', GO, async (t) => {
  const goroot = say('go', 'env', 'GOROOT').trim();
  const go = await underTest(machine(t), relative(process.cwd(), goroot));
  assert.equal(go.path, join(goroot, 'bin/go'));
});

const hasReadelf = hasGo && process.platform === 'linux' && spawnSync('readelf', ['--version']).status === 0;

test(
  'go-installs names the architectures that readelf -h names',
  capability('readelf and go', hasReadelf),
  async (t) => {
    const MACHINES: Readonly<Record<string, string>> = {
      'Advanced Micro Devices X86-64': 'amd64',
      AArch64: 'arm64',
    };
    for (const { tools } of (await installsHere(machine(t))).installs) {
      for (const { path, header } of tools) {
        const machineName = say('readelf', '-h', path).match(/Machine:\s+(.*)/)?.[1] ?? '';
        assert.deepEqual(header, { format: 'elf', architectures: [MACHINES[machineName]] }, path);
      }
    }
  },
);

test(
  'go-installs survives a hanging, a crashing and a talkative Go, and a PATH with loops',
  GO,
  async (t) => {
    const home = directoryFor(t, '地鼠 gopher’s home');
    const bad = {
      hangs: 'sleep 60',
      crashes: 'kill -SEGV $$',
      talks: 'head -c 100000000 /dev/zero',
      fails: 'echo no >&2; exit 1',
      lies: 'echo gopher',
    };
    const entries = Object.entries(bad).map(([name, script]) => {
      mkdirSync(join(home, name));
      writeFileSync(join(home, name, 'go'), `#!/bin/sh\n${script}\n`);
      chmodSync(join(home, name, 'go'), 0o755);
      return join(home, name);
    });
    symlinkSync(join(home, 'loop'), join(home, 'loop'));
    withEnvironment(t, {
      PATH: [
        ...entries,
        join(home, 'loop'),
        '',
        'bin',
        '/gone',
        ...entries.slice(0, 1),
        process.env['PATH'],
      ].join(':'),
      HOME: home,
    });
    const started = performance.now();
    const found = await installsHere(machine(t));
    assert.ok(performance.now() - started < 8000, 'two limits of 3 s at most, side by side');
    const troubles = found.installs.slice(0, 5).map(({ trouble }) => trouble ?? '');
    for (const [index, words] of [
      /did not end/,
      /signal SIGSEGV/,
      /more than/,
      /exit 1, it says "no"/,
      /says "gopher"/,
    ].entries())
      assert.match(troubles[index] ?? '', words);
    assert.ok(
      found.installs.some(({ trouble }) => trouble === undefined),
      'the good one is still found',
    );
    assert.deepEqual(
      found.path.slice(5, 10).map(({ oddity }) => oddity),
      ['loop', 'empty', 'relative', 'missing', 'duplicate'],
    );
  },
);

test('a GOROOT that points nowhere blocks the Go under test and is told by go-installs', GO, async (t) => {
  withEnvironment(t, { GOROOT: '/gone/go' });
  const host = machine(t);
  await assert.rejects(underTest(host), /GOROOT/);
  const { gorootVariable, installs } = await installsHere(host);
  assert.deepEqual(gorootVariable, { value: '/gone/go', exists: false, hasGo: false });
  assert.equal(installs[0]?.trouble, undefined);
});

/** Tests of one file run one after the other, so none of them sees another's environment. */
function withEnvironment(t: TestContext, changed: Readonly<Record<string, string | undefined>>): void {
  const before = Object.keys(changed).map((name) => [name, process.env[name]] as const);
  const set = (name: string, value: string | undefined): void => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  for (const [name, value] of Object.entries(changed)) set(name, value);
  t.after(() => {
    for (const [name, value] of before) set(name, value);
  });
}

function directoryFor(t: TestContext, name: string): string {
  const parent = mkdtempSync(join(tmpdir(), 'goassay-test-'));
  t.after(() => rmSync(parent, { recursive: true, force: true }));
  const directory = join(parent, name);
  mkdirSync(directory);
  return directory;
}

async function installsHere(host: NodeHost): Promise<GoInstalls> {
  return value(await goInstallsProbe.gather(host, {}, QUICK));
}
