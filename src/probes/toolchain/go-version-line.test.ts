import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { fakeHost } from '../../host/fake.ts';
import { goVersionLineProbe } from './go-version-line.ts';

test('go-version-line asks with the other system and the other architecture', async () => {
  const LINE = 'go version go1.26.8 darwin/arm64\n';
  const settings: string[] = [];
  const host = fakeHost({
    files: { '/usr/local/go/bin/go': Uint8Array.from([0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 1]) },
    answer({ environment = {} }) {
      settings.push(
        `${environment['GOOS'] ?? ''}/${environment['GOARCH'] ?? ''} ${environment['GOTOOLCHAIN']}`,
      );
      return { stdout: LINE };
    },
  });
  const go = goOf('go1.26.8', 'darwin', 'arm64');
  const fact = await goVersionLineProbe.gather(host, { go }, { only: [], profile: 'quick', online: false });
  assert.ok(fact.state === 'known');
  assert.deepEqual(settings, ['/ local', '/ local', '/ auto', 'linux/amd64 local']);
  assert.equal(fact.value.plain.stdout, LINE);
  assert.deepEqual(fact.value.fileArchitectures, ['arm64']);
});
