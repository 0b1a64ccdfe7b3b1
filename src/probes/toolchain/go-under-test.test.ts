import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormatError } from '../../bytes/error.ts';
import { fakeHost, type FakeMachine } from '../../host/fake.ts';
import { HostError } from '../../host/host.ts';
import type { Inquiry } from '../../model/dossier.ts';
import { goUnderTestProbe } from './go-under-test.ts';

const INQUIRY: Inquiry = { only: [], profile: 'quick', online: false };
const GO = '/opt/go/bin/go';
const ENV = JSON.stringify({ GOROOT: '/opt/go', GOOS: 'linux', GOARCH: 'arm64', GOQUANTUM: 'entangled' });
const MACHINE: FakeMachine = {
  environment: { PATH: '/empty:relative:/opt/go/bin' },
  files: { [GO]: 'ELF', '/opt/go/VERSION': 'go1.26.8' },
  executables: [GO],
  commands: {
    [`${GO} version`]: { stdout: 'go version go1.26.8 linux/arm64\n' },
    [`${GO} env -json`]: { stdout: ENV },
  },
};

const gather = (machine: FakeMachine, inquiry: Partial<Inquiry> = {}) =>
  goUnderTestProbe.gather(fakeHost(machine), {}, { ...INQUIRY, ...inquiry });

test('go-under-test is the first go on PATH, with everything it says of itself', async () => {
  const fact = await gather(MACHINE);
  assert.ok(fact.state === 'known');
  assert.deepEqual(fact.value, {
    path: GO,
    realPath: GO,
    versionLine: 'go version go1.26.8 linux/arm64',
    version: 'go1.26.8',
    goroot: '/opt/go',
    env: JSON.parse(ENV),
  });
});

test('go-under-test shows where links on PATH lead', async () => {
  const link = '/usr/bin/go';
  const commands = {
    [`${link} version`]: { stdout: 'go version go1.26.8 linux/arm64\n' },
    [`${link} env -json`]: { stdout: ENV },
  };
  const fact = await gather({
    ...MACHINE,
    environment: { PATH: '/usr/bin' },
    links: { [link]: GO },
    commands,
  });
  assert.ok(fact.state === 'known');
  assert.deepEqual([fact.value.path, fact.value.realPath], [link, GO]);
});

test('go-under-test is the go command or the GOROOT named with --go', async () => {
  for (const goPath of [GO, '/opt/go', '/opt/go/', '/opt/go/bin']) {
    const fact = await gather({ ...MACHINE, environment: {} }, { goPath });
    assert.equal(fact.state, 'known', goPath);
  }
});

test('go-under-test is blocked, with a remedy, when there is no Go or the path named is wrong', async () => {
  for (const fact of [
    await gather({}),
    await gather({ environment: { PATH: '' } }),
    await gather({ ...MACHINE, executables: [] }),
    await gather({ ...MACHINE, files: { '/opt/go/bin/go/README': '' } }),
    await gather(MACHINE, { goPath: '/nowhere' }),
    await gather(MACHINE, { goPath: '/opt/go/VERSION' }),
  ]) {
    assert.ok(fact.state === 'blocked' && fact.remedy);
  }
});

const BAD = [
  ['exits 1', { exit: 1, stderr: 'go: cannot find GOROOT directory: /gone\n' }, HostError],
  ['dies of a signal', { exit: undefined, signal: 'SIGILL' }, HostError],
  ['prints nonsense', { stdout: 'Welcome to gopher\n' }, FormatError],
  ['prints nothing', { stdout: '' }, FormatError],
  ['prints 100 MB', new HostError('too-much-output', 'Cannot run go: too much output'), HostError],
  ['hangs', new HostError('timed-out', 'Cannot run go: it did not end'), HostError],
] as const;

for (const [what, answer, error] of BAD) {
  for (const words of ['version', 'env -json']) {
    test(`go-under-test lets the refusal through when go ${words} ${what}`, async () => {
      const commands = { ...MACHINE.commands, [`${GO} ${words}`]: answer };
      await assert.rejects(gather({ ...MACHINE, commands }), error);
    });
  }
}

test('go-under-test refuses a go env without GOROOT', async () => {
  const commands = { ...MACHINE.commands, [`${GO} env -json`]: { stdout: '{"GOROOT":""}' } };
  await assert.rejects(gather({ ...MACHINE, commands }), /names no GOROOT/);
});
