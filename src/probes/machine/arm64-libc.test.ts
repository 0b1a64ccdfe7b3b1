import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../../host/fake.ts';
import { HostError } from '../../host/host.ts';
import { arm64LibcProbe } from './arm64-libc.ts';

const LIBC = '/usr/aarch64-linux-gnu/lib/libc.so.6';
const QUICK = { only: [], profile: 'quick' as const, online: false };

test('arm64-libc is absent without a library and a compiler', async () => {
  assert.equal((await arm64LibcProbe.gather(fakeHost(), { go: undefined }, QUICK)).state, 'absent');
});

test('arm64-libc takes no damaged, foreign or forbidden file for a library', async () => {
  for (const content of ['\x7fELF', 'GROUP ( libc.so.6 )', new HostError('denied', 'Cannot open it')]) {
    const host = fakeHost({
      files: { [LIBC]: content },
      commands: { 'aarch64-linux-gnu-gcc -dumpmachine': { stdout: 'aarch64-linux-gnu\n' } },
    });
    const fact = await arm64LibcProbe.gather(host, { go: undefined }, QUICK);
    assert.ok(fact.state === 'known');
    const { libraries, programs, compiler } = fact.value;
    assert.deepEqual(libraries, []);
    assert.equal(compiler?.isCross, true);
    // The compiler says who it is and then refuses: that is on record, and nothing was made.
    assert.deepEqual([programs[0]?.name, programs[0]?.made], ['threads', undefined]);
  }
});
