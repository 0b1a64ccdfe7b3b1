import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { fakeHost, type FakeMachine } from '../../host/fake.ts';
import { HostError } from '../../host/host.ts';
import { gocacheDirectoryProbe } from './gocache-directory.ts';

const HOME = '/scratch/gocache-directory';
const gather = (machine: FakeMachine) =>
  gocacheDirectoryProbe.gather(
    fakeHost(machine),
    { go: goOf('go1.26.8') },
    { only: [], profile: 'quick', online: false },
  );

test('gocache-directory counts the files of both caches, in a home of its own', async () => {
  const fact = await gather({
    files: { [`${HOME}/tmp/go-build-cache/0a/a`]: 'x', [`${HOME}/tmp/go-build-cache/README`]: 'x' },
    answer({ argv, environment = {} }) {
      assert.equal(environment['HOME'], HOME);
      return argv[0] === 'sh' ? {} : { stdout: `${HOME}/.cache/go-build\n` };
    },
  });
  assert.ok(fact.state === 'known');
  const { before, printed, quoted } = fact.value;
  assert.deepEqual([before, printed.inNamed, printed.inDefault], [0, 2, 0]);
  assert.equal(printed.run.command, 'GOCACHE=~/tmp/go-build-cache go build one.go');
  assert.equal(quoted.run.command, "GOCACHE='~/tmp/go-build-cache' go build one.go");
});

test('gocache-directory leaves a cache alone that is not below the scratch home', async () => {
  await assert.rejects(gather({ answer: () => ({ stdout: '/home/gopher/.cache/go-build\n' }) }), HostError);
});
