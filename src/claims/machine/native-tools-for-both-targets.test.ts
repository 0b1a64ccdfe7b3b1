import { claimTable } from '../../../test/claim-table.ts';
import type { Translation } from '../../evidence/machine/translation.ts';
import { nativeToolsForBothTargets } from './native-tools-for-both-targets.ts';

const machine = (system: string, processArchitecture: string, release?: string) => ({
  system,
  kernel: 'Linux 6.1',
  unameMachine: processArchitecture,
  processArchitecture,
  ...(release !== undefined && { release }),
});

const heard = (hardware: string, process = 'native'): Translation => ({
  witnesses: [
    { id: 'kernel', about: 'hardware', says: hardware, raw: hardware, weight: 'decisive' },
    { id: 'process', about: 'process', says: process, raw: process, weight: 'decisive' },
  ],
});
const paths = (architecture: string) => ({
  builds: ['arm64', 'amd64'].map((goarch) => ({
    goos: 'darwin',
    goarch,
    exit: 0,
    tools: [{ name: 'compile', path: '/go/compile', architectures: [architecture] }],
  })),
});
const none = { registrations: [], translators: [], rosetta: [] };
const rosetta = { ...none, rosetta: ['/Library/Apple/usr/libexec/oah/libRosettaRuntime'] };
const qemu = {
  ...none,
  translators: [{ architecture: 'arm64', path: '/usr/bin/qemu-aarch64-static', version: '7.2' }],
};

claimTable(nativeToolsForBothTargets, [
  {
    when: 'on a Mac with a native Go',
    outcome: 'confirmed',
    evidence: {
      paths: paths('arm64'),
      translation: heard('arm64'),
      foreign: rosetta,
      system: machine('darwin', 'arm64'),
    },
  },
  {
    when: 'on a Mac with a translated Go',
    outcome: 'refuted',
    evidence: {
      paths: paths('amd64'),
      translation: heard('arm64'),
      foreign: rosetta,
      system: machine('darwin', 'arm64'),
    },
    saying: 'compile is amd64',
  },
  {
    when: 'mirrored on x86-64 with qemu-user',
    outcome: 'confirmed',
    evidence: {
      paths: paths('amd64'),
      translation: heard('amd64'),
      foreign: qemu,
      system: machine('linux', 'amd64'),
    },
  },
  {
    when: 'where nothing translates',
    outcome: 'not-applicable',
    evidence: {
      paths: paths('amd64'),
      translation: heard('amd64'),
      foreign: none,
      system: machine('linux', 'amd64'),
    },
  },
]);
