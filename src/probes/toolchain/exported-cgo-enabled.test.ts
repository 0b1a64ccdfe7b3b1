import assert from 'node:assert/strict';
import { test } from 'node:test';
import { install, installs } from '../../../test/sample-go-installs.ts';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { fakeHost } from '../../host/fake.ts';
import { exportedCgoEnabledProbe } from './exported-cgo-enabled.ts';

test('exported-cgo-enabled tries the Go under test, and every install in the full profile', async () => {
  const found = installs([
    install('/usr/local/go', 'go1.26.8'),
    install('/opt/go1.21', 'go1.21.13'),
    {
      path: '/b/go',
      realPath: '/b/go',
      aliases: [],
      manager: 'unknown',
      positions: [],
      tools: [],
      trouble: 'hangs',
    },
  ]);
  const host = fakeHost({
    answer: ({ argv }) => ({ exit: 1, stderr: `${argv[0]}: undefined: runtime.CgoEnabled` }),
  });
  for (const [profile, versions] of [
    ['quick', ['go1.26.8']],
    ['full', ['go1.26.8', 'go1.21.13']],
  ] as const) {
    const inquiry = { only: [], profile, online: false };
    const fact = await exportedCgoEnabledProbe.gather(host, { go: goOf('go1.26.8'), found }, inquiry);
    assert.ok(fact.state === 'known');
    assert.deepEqual(
      fact.value.builds.map(({ version }) => version),
      versions,
    );
    assert.match(fact.value.builds.at(-1)?.build.stderr ?? '', /undefined: runtime.CgoEnabled/);
  }
});
