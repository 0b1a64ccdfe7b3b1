import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { fakeHost } from '../../host/fake.ts';
import { codeGenerationHistoryProbe } from './code-generation-history.ts';

const FULL = { only: [], profile: 'full' as const, online: true };

test('code-generation-history is blocked for a Go that fetches no toolchains', async () => {
  const fact = await codeGenerationHistoryProbe.gather(fakeHost(), { go: goOf('go1.20.14') }, FULL);
  assert.equal(fact.state, 'blocked');
});

/** As go1.26.8 says it of a release that a proxy does not have. */
const NOT_OFFERED =
  'go: downloading go1.17 (linux/amd64)\ngo: download go1.17: golang.org/toolchain@v0.0.1-go1.17.linux-amd64: reading https://proxy.example/golang.org/toolchain/@v/v0.0.1-go1.17.linux-amd64.zip: 403 Forbidden\n';

test('code-generation-history asks for each name of a release, and says when none is offered', async () => {
  const asked: string[] = [];
  const host = fakeHost({
    environment: { GOPROXY: 'https://proxy.example' },
    answer({ argv, environment = {} }) {
      if (argv[1] !== 'version') return { exit: 1, stderr: 'no compiler\n' };
      assert.equal(environment['GOPROXY'], 'https://proxy.example');
      asked.push(environment['GOTOOLCHAIN'] ?? '');
      return { exit: 1, stderr: NOT_OFFERED };
    },
  });
  const fact = await codeGenerationHistoryProbe.gather(host, { go: goOf('go1.26.8') }, FULL);
  assert.ok(fact.state === 'known');
  const { releases } = fact.value;
  assert.deepEqual(
    releases.map(({ minor }) => minor),
    Array.from({ length: 12 }, (_, index) => 16 + index),
  );
  assert.ok(['go1.17', 'go1.17.0', 'go1.22', 'go1.22.0'].every((version) => asked.includes(version)));
  assert.ok(!asked.some((version) => version.startsWith('go1.26')), 'its own release is at hand');
  assert.match(releases[1]?.trouble ?? '', /reading the proxy 403 Forbidden$/);
});
