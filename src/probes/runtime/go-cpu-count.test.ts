import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { fakeHost, type FakeMachine } from '../../host/fake.ts';
import { HostError, readText, type Command, type Outcome } from '../../host/host.ts';
import { goCpuCountProbe } from './go-cpu-count.ts';

const PROGRAM = '/scratch/cpu-count/cpu-count';
const PRINTED = '{"numCPU":8,"gomaxprocs":3,"goVersion":"go1.26.8"}\n';

function machine(printed: Partial<Outcome>, build: Partial<Outcome> = {}, seen: Command[] = []): FakeMachine {
  return {
    environment: { GOMAXPROCS: '3' },
    answer(command) {
      seen.push(command);
      return command.argv[0] === PROGRAM ? printed : build;
    },
  };
}

const count = (from: FakeMachine, go = goOf('go1.26.8')) =>
  goCpuCountProbe.gather(fakeHost(from), { go }, { only: [], profile: 'quick', online: false });

test('go-cpu-count is what the program of the Go under test printed, and what the environment says', async () => {
  const fact = await count(machine({ stdout: PRINTED }));
  assert.ok(fact.state === 'known');
  assert.deepEqual(fact.value, { numCPU: 8, gomaxprocs: 3, goVersion: 'go1.26.8', environment: '3' });
});

test('go-cpu-count is built for the Go’s own host, though GOARCH is set to something else', async () => {
  const seen: Command[] = [];
  await count(
    machine({ stdout: PRINTED }, {}, seen),
    goOf('go1.26.8', 'linux', 'amd64', { GOARCH: 'riscv64' }),
  );
  assert.deepEqual(
    seen.map(({ argv, environment }) => [argv.join(' '), environment?.['GOARCH']]),
    [
      ['/usr/local/go/bin/go build -o cpu-count .', 'amd64'],
      [PROGRAM, undefined],
    ],
  );
});

// An older language version would switch the reading of quotas off.
for (const [version, language] of [
  ['go1.26.8', '1.26'],
  ['go1.27rc1', '1.27'],
  ['devel go1.28-1a2b3c4', '1.28'],
] as const) {
  test(`go-cpu-count is a module of language ${language} for ${version}`, async () => {
    const host = fakeHost(machine({ stdout: PRINTED }));
    const inquiry = { only: [], profile: 'quick' as const, online: false };
    await goCpuCountProbe.gather(host, { go: goOf(version) }, inquiry);
    assert.match(
      (await readText(host, '/scratch/cpu-count/go.mod')) ?? '',
      new RegExp(`^go ${language}$`, 'm'),
    );
  });
}

for (const stdout of ['', '{', '{"numCPU":8}\n', 'runtime: out of memory\n']) {
  test(`go-cpu-count makes nothing of ${JSON.stringify(stdout)}`, async () => {
    await assert.rejects(count(machine({ stdout })), HostError);
  });
}

test('go-cpu-count is not had where the build fails', async () => {
  await assert.rejects(count(machine({}, { exit: 1, stderr: 'no space left on device' })), /no space left/);
});
