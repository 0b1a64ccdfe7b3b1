import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { fakeHost } from '../../host/fake.ts';
import { toolchainTranslationProbe } from './toolchain-translation.ts';

const INQUIRY = { only: [], profile: 'quick' as const, online: false };
const ARM64 = Uint8Array.from([0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 1]);

test('toolchain-translation asks a child of go and a program that go built', async () => {
  const program = '/scratch/toolchain-translation/main';
  const host = fakeHost({
    system: 'darwin',
    files: { '/usr/local/go/bin/go': ARM64, [program]: ARM64 },
    commands: {
      '/usr/sbin/sysctl -n hw.optional.arm64': { stdout: '1\n' },
      '/usr/local/go/bin/go generate main.go': { stdout: '0\n' },
      [`/usr/local/go/bin/go build -o ${program} main.go`]: {},
      [program]: { stderr: '0\n' },
    },
  });
  const fact = await toolchainTranslationProbe.gather(
    host,
    { go: goOf('go1.26.8', 'darwin', 'arm64') },
    INQUIRY,
  );
  assert.ok(fact.state === 'known');
  const { hardware, goProcess, program: ran, goArchitectures, programArchitectures } = fact.value;
  assert.deepEqual([hardware.stdout, goProcess.stdout, ran?.stderr], ['1\n', '0\n', '0\n']);
  assert.deepEqual([goArchitectures, programArchitectures], [['arm64'], ['arm64']]);
});

test('toolchain-translation has nothing to know off macOS, and says where it would', async () => {
  const fact = await toolchainTranslationProbe.gather(fakeHost(), { go: goOf('go1.26.8') }, INQUIRY);
  assert.ok(fact.state === 'absent' && fact.remedy);
});
