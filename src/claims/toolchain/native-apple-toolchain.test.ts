import { claimTable } from '../../../test/claim-table.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
import { nativeAppleToolchain } from './native-apple-toolchain.ts';

function mac(file: string, translated: string, more: { hardware?: string; program?: string } = {}) {
  return {
    seen: {
      hardware: ran('sysctl -n hw.optional.arm64', { stdout: `${more.hardware ?? '1'}\n` }),
      goProcess: ran('go generate main.go', { stdout: `${translated}\n` }),
      listing: '',
      build: ran('go build main.go'),
      program: ran('./main', { stderr: `${more.program ?? translated}\n` }),
      goArchitectures: [file],
      programArchitectures: [file],
    },
  };
}

claimTable(nativeAppleToolchain, [
  {
    when: 'when both files are arm64 and both processes report 0',
    outcome: 'confirmed',
    evidence: mac('arm64', '0'),
    saying: 'go is arm64 and reports 0',
  },
  {
    when: 'when an arm64 file reports 1',
    outcome: 'refuted',
    evidence: mac('arm64', '0', { program: '1' }),
    saying: 'main is arm64 and reports 1',
  },
  {
    when: 'for an amd64 Go under Rosetta 2',
    outcome: 'inconclusive',
    evidence: mac('amd64', '1'),
    saying: 'not the darwin/arm64 one',
  },
  {
    when: 'when an amd64 program denies being translated',
    outcome: 'inconclusive',
    evidence: mac('amd64', '0'),
  },
  { when: 'on an Intel Mac', outcome: 'not-applicable', evidence: mac('amd64', '', { hardware: '' }) },
]);
