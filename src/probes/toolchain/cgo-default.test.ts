import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { fakeHost } from '../../host/fake.ts';
import { cgoDefaultProbe } from './cgo-default.ts';

test('cgo-default keeps the variable and the settings file out of the way', async () => {
  const host = fakeHost({
    environment: { PATH: '/usr/bin', CGO_ENABLED: '0' },
    files: { '/usr/bin/gcc': 'ELF' },
    executables: ['/usr/bin/gcc'],
    answer({ environment = {} }) {
      assert.ok('CGO_ENABLED' in environment && environment['CGO_ENABLED'] === undefined);
      assert.equal(environment['GOENV'], 'off');
      return {
        stdout: environment['PATH'] === undefined && environment['GOARCH'] === undefined ? '1\n' : '0\n',
      };
    },
  });
  const go = goOf('go1.26.8', 'linux', 'amd64', { CC: 'gcc -m64', CGO_ENABLED: '0' });
  const fact = await cgoDefaultProbe.gather(host, { go }, { only: [], profile: 'quick', online: false });
  assert.ok(fact.state === 'known');
  const { native, compiler, withoutCompiler, foreign, own } = fact.value;
  assert.deepEqual([native.stdout, withoutCompiler.stdout, foreign.run.stdout], ['1\n', '0\n', '0\n']);
  assert.deepEqual(compiler, { name: 'gcc', path: '/usr/bin/gcc' });
  assert.deepEqual([foreign.goarch, own], ['arm64', '0']);
});

test('cgo-default says when the compiler that Go would use is not there', async () => {
  const host = fakeHost({ environment: { PATH: '/usr/bin' }, answer: () => ({ stdout: '0\n' }) });
  for (const CC of ['clang', '/opt/gone/cc', '']) {
    const go = goOf('go1.26.8', 'linux', 'amd64', { CC });
    const fact = await cgoDefaultProbe.gather(host, { go }, { only: [], profile: 'quick', online: false });
    assert.ok(fact.state === 'known');
    assert.deepEqual(fact.value.compiler, { name: CC });
  }
});
