import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost, type FakeMachine } from '../../host/fake.ts';
import type { Inquiry } from '../../model/dossier.ts';
import { systemProbe } from './system.ts';

const INQUIRY: Inquiry = { only: [], profile: 'quick', online: false };

/** os-release(5) of Debian 12, and of Alpine, which uses no quotes for some values. */
const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nID=debian\n';
const UNQUOTED = 'NAME=Arch\nPRETTY_NAME=Arch\n';

const uname = (kernel: string, machine: string): NonNullable<FakeMachine['commands']> => ({
  'uname -s -r': { stdout: `${kernel}\n` },
  'uname -m': { stdout: `${machine}\n` },
});

const MACHINES: readonly (readonly [string, FakeMachine, object])[] = [
  [
    'Debian on arm64',
    {
      architecture: 'arm64',
      files: { '/etc/os-release': DEBIAN },
      commands: uname('Linux 6.1.0-18-arm64', 'aarch64'),
    },
    {
      system: 'linux',
      kernel: 'Linux 6.1.0-18-arm64',
      unameMachine: 'aarch64',
      processArchitecture: 'arm64',
      release: 'Debian GNU/Linux 12 (bookworm)',
    },
  ],
  [
    'a release name without quotes',
    { files: { '/etc/os-release': UNQUOTED }, commands: uname('Linux 6.12.1', 'x86_64') },
    {
      system: 'linux',
      kernel: 'Linux 6.12.1',
      unameMachine: 'x86_64',
      processArchitecture: 'amd64',
      release: 'Arch',
    },
  ],
  [
    'a container without os-release',
    { commands: uname('Linux 6.12.1', 'x86_64') },
    { system: 'linux', kernel: 'Linux 6.12.1', unameMachine: 'x86_64', processArchitecture: 'amd64' },
  ],
  [
    'a Mac with an amd64 goassay under Rosetta',
    {
      system: 'darwin',
      architecture: 'x64',
      commands: {
        ...uname('Darwin 24.1.0', 'x86_64'),
        'sw_vers -productVersion': { stdout: '15.1\n' },
      },
    },
    {
      system: 'darwin',
      kernel: 'Darwin 24.1.0',
      unameMachine: 'x86_64',
      processArchitecture: 'amd64',
      release: 'macOS 15.1',
    },
  ],
];

for (const [what, machine, expected] of MACHINES) {
  test(`system describes ${what}`, async () => {
    const fact = await systemProbe.gather(fakeHost(machine), {}, INQUIRY);
    assert.ok(fact.state === 'known');
    assert.deepEqual(fact.value, expected);
  });
}
