import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../../host/fake.ts';
import { cArgumentsProbe } from './c-arguments.ts';

const INQUIRY = { only: [], profile: 'quick', online: false } as const;

test('c-arguments is absent where no compiler answers', async () => {
  const fact = await cArgumentsProbe.gather(fakeHost(), { go: undefined }, { ...INQUIRY, only: [] });
  assert.equal(fact.state, 'absent');
});

test('c-arguments keeps a compiler that answers and fails', async () => {
  const host = fakeHost({
    answer({ argv }) {
      if (argv[0] !== 'gcc') return undefined;
      return argv.includes('-dumpmachine')
        ? { stdout: 'x86_64-linux-gnu\n' }
        : { exit: 1, stderr: 'gcc: fatal error: cannot execute cc1\n' };
    },
  });
  const fact = await cArgumentsProbe.gather(host, { go: undefined }, { ...INQUIRY, only: [] });
  assert.ok(fact.state === 'known');
  const [listing, ...others] = fact.value.listings;
  assert.deepEqual(others, []);
  assert.deepEqual([listing?.machine, listing?.run.exit], ['x86_64-linux-gnu', 1]);
});
