import assert from 'node:assert/strict';
import { test } from 'node:test';
import { install, installs } from '../../../test/sample-go-installs.ts';
import { fakeHost } from '../../host/fake.ts';
import { defaultBuildsProbe } from './default-builds.ts';

test('default-builds builds with every Go on PATH, GOARCH unset, and reads the header of the result', async () => {
  const host = fakeHost({
    files: { '/scratch/default-builds/main-0': Uint8Array.from([0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 1]) },
    answer({ argv, environment = {} }) {
      assert.ok('GOARCH' in environment && environment['GOARCH'] === undefined);
      return argv[0].startsWith('/usr/local') ? {} : { exit: 1, stderr: 'no' };
    },
  });
  const found = installs([
    install('/usr/local/go', 'go1.26.8'),
    install('/opt/go', 'go1.21.13', { positions: [2] }),
    install('/home/gopher/sdk/go1.20', 'go1.20', { positions: [] }),
  ]);
  const fact = await defaultBuildsProbe.gather(
    host,
    { found },
    { only: [], profile: 'quick', online: false },
  );
  assert.ok(fact.state === 'known');
  assert.deepEqual(
    fact.value.builds.map(({ version, build, format, architectures }) => [
      version,
      build.exit,
      format,
      architectures,
    ]),
    [
      ['go1.26.8', 0, 'mach-o', ['arm64']],
      ['go1.21.13', 1, undefined, []],
    ],
  );
});
