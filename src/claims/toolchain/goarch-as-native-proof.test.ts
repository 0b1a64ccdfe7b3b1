import { claimTable } from '../../../test/claim-table.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
import { goarchAsNativeProof } from './goarch-as-native-proof.ts';

const linux = {
  system: 'linux',
  kernel: 'Linux 6.1.0',
  unameMachine: 'x86_64',
  processArchitecture: 'amd64',
};
const printed = (goarch: string) =>
  ran('arch_check', { stderr: `GOOS: linux\nGOARCH: ${goarch}\nCGO_ENABLED: false\n` });
const check = { listing: '', printed: ran('go run arch_check.go', { exit: 1 }), correctedListing: '' };
const qemu = { translator: '/usr/bin/qemu-aarch64-static', build: ran('go build') };
const mac = (translated: string) => ({
  hardware: ran('sysctl', { stdout: '1\n' }),
  goProcess: ran('go generate', { stdout: '0\n' }),
  listing: '',
  build: ran('go build'),
  program: ran('./main', { stderr: `${translated}\n` }),
  goArchitectures: ['arm64'],
  programArchitectures: ['arm64'],
});

claimTable(goarchAsNativeProof, [
  {
    when: 'when a translated process prints arm64 too',
    outcome: 'refuted',
    evidence: {
      check: { ...check, corrected: printed('amd64'), translated: { ...qemu, run: printed('arm64') } },
      system: linux,
      mac: undefined,
    },
    saying: 'qemu-aarch64-static',
  },
  {
    when: 'on Apple silicon, where nothing translates arm64',
    outcome: 'confirmed',
    evidence: {
      check: { ...check, corrected: printed('arm64') },
      system: { ...linux, system: 'darwin' },
      mac: mac('0'),
    },
  },
  {
    when: 'without a translator',
    outcome: 'inconclusive',
    evidence: { check: { ...check, corrected: printed('amd64') }, system: linux, mac: undefined },
  },
  {
    when: 'when the translator fails',
    outcome: 'inconclusive',
    evidence: {
      check: {
        ...check,
        corrected: printed('amd64'),
        translated: { ...qemu, run: ran('qemu', { exit: 127, stderr: 'qemu: unhandled CPU exception' }) },
      },
      system: linux,
      mac: undefined,
    },
  },
]);
