import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../../host/fake.ts';
import type { Command } from '../../host/host.ts';
import { shellPathProbe } from './shell-path.ts';

const INQUIRY = { only: [], profile: 'quick' as const, online: false };

test('shell-path starts three shells in a scratch home, without the entry that the line adds', async () => {
  const started: Command[] = [];
  const host = fakeHost({
    environment: { PATH: '/usr/local/go/bin/:/usr/bin:/usr/local/go/bin:/bin', ZDOTDIR: '/home/gopher/.zsh' },
    files: { '/usr/bin/zsh': 'ELF' },
    executables: ['/usr/bin/zsh'],
    answer(command) {
      started.push(command);
      return { stdout: 'PATH=/usr/bin\nGO=\n' };
    },
  });
  const fact = await shellPathProbe.gather(host, {}, INQUIRY);
  assert.ok(fact.state === 'known');
  assert.equal(fact.value.startPath, '/usr/bin:/bin');
  assert.equal(fact.value.installed, false);
  assert.deepEqual(
    fact.value.shells.map(({ mode }) => mode),
    ['interactive', 'login', 'non-interactive'],
  );
  for (const { environment } of started) {
    assert.deepEqual(environment, { HOME: '/scratch/shell-path', ZDOTDIR: undefined, PATH: '/usr/bin:/bin' });
  }
});

test('shell-path is blocked, with a remedy, where there is no zsh', async () => {
  const fact = await shellPathProbe.gather(fakeHost({ environment: { PATH: '/usr/bin' } }), {}, INQUIRY);
  assert.ok(fact.state === 'blocked' && fact.remedy);
});
