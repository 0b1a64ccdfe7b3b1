import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimTable } from '../../../test/claim-table.ts';
import { hardware } from '../../../test/sample-translation.ts';
import { arm64Execution } from './arm64-execution.ts';

const machine = (system: string, processArchitecture: string, release?: string) => ({
  system,
  kernel: 'Linux 6.1',
  unameMachine: processArchitecture,
  processArchitecture,
  ...(release !== undefined && { release }),
});

const none = { registrations: [], translators: [], rosetta: [] };
const qemu = {
  ...none,
  translators: [
    { architecture: 'arm64', path: '/usr/bin/qemu-aarch64-static', version: 'qemu-aarch64 version 7.2.22' },
  ],
};
const binfmt = {
  ...none,
  registrations: [
    {
      name: 'qemu-aarch64',
      interpreter: '/usr/libexec/qemu-binfmt/aarch64-binfmt-P',
      flags: 'POCF',
      interpreterFound: true,
      architecture: 'arm64',
      isEnabled: true,
    },
  ],
};

claimTable(arm64Execution, [
  {
    when: 'on an arm64 machine',
    outcome: 'confirmed',
    evidence: { foreign: none, system: machine('linux', 'arm64'), heard: undefined },
    saying: 'natively',
  },
  {
    when: 'with qemu-user on PATH',
    outcome: 'confirmed',
    evidence: { foreign: qemu, system: machine('linux', 'amd64'), heard: undefined },
    saying: '7.2.22',
  },
  {
    when: 'with a registration',
    outcome: 'confirmed',
    evidence: { foreign: binfmt, system: machine('linux', 'amd64'), heard: undefined },
  },
  {
    when: 'on plain x86-64',
    outcome: 'refuted',
    evidence: {
      foreign: none,
      system: machine('linux', 'amd64', 'Debian GNU/Linux 12 (bookworm)'),
      heard: undefined,
    },
    saying: 'linux/amd64',
  },
  {
    when: 'on an Intel Mac, which translates nothing',
    outcome: 'refuted',
    evidence: { foreign: none, system: machine('darwin', 'amd64'), heard: hardware('amd64') },
  },
  {
    when: 'in a shell under Rosetta, because the machine is arm64 whatever the process is',
    outcome: 'confirmed',
    evidence: { foreign: none, system: machine('darwin', 'amd64'), heard: hardware('arm64', 'amd64') },
    saying: 'natively',
  },
  {
    when: 'under qemu-user without any way to start another program, though the process is arm64',
    outcome: 'refuted',
    evidence: { foreign: none, system: machine('linux', 'arm64'), heard: hardware('amd64', 'arm64') },
    saying: 'linux/amd64',
  },
  {
    when: 'with a registration whose interpreter is outside of this container',
    outcome: 'refuted',
    evidence: {
      foreign: {
        ...none,
        registrations: binfmt.registrations.map((one) => ({ ...one, flags: 'OC', interpreterFound: false })),
      },
      system: machine('linux', 'amd64'),
      heard: hardware('amd64'),
    },
  },
]);

test('arm64-execution tells the command of this system’s package manager, and none for one it does not know', () => {
  const command = (release: string) =>
    arm64Execution.judge({ foreign: none, system: machine('linux', 'amd64', release), heard: undefined }).mend
      ?.command;
  assert.equal(command('Ubuntu 24.04.2 LTS'), 'sudo apt-get install qemu-user-static');
  assert.equal(command('Alpine Linux v3.22'), 'sudo apk add qemu-aarch64');
  assert.equal(command('Fedora Linux 42 (Server Edition)'), 'sudo dnf install qemu-user-static');
  assert.equal(command('Rocky Linux 9.4 (Blue Onyx)'), undefined);
});
