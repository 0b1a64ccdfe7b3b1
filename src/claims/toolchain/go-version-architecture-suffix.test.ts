import { claimTable } from '../../../test/claim-table.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
import { goVersionArchitectureSuffix } from './go-version-architecture-suffix.ts';

function lines(line: string, withOthers: string, ...fileArchitectures: string[]) {
  const plain = ran('go version', { stdout: `${line}\n` });
  const run = ran('GOOS=darwin GOARCH=arm64 go version', { stdout: `${withOthers}\n` });
  return {
    lines: {
      plain,
      inNewerModule: plain,
      inNewerModuleAuto: plain,
      foreign: { goos: 'darwin', goarch: 'arm64', run },
      fileArchitectures,
      file: '/usr/local/go/bin/go',
    },
  };
}

const LINE = 'go version go1.26.8 linux/amd64';

claimTable(goVersionArchitectureSuffix, [
  {
    when: 'when the line stays and the file agrees',
    outcome: 'confirmed',
    evidence: lines(LINE, LINE, 'amd64'),
    saying: '/usr/local/go/bin/go is amd64',
  },
  {
    when: 'when the variables change it',
    outcome: 'refuted',
    evidence: lines(LINE, 'go version go1.26.8 darwin/arm64', 'amd64'),
    saying: 'becomes',
  },
  {
    when: 'when the file is of another architecture',
    outcome: 'refuted',
    evidence: lines(LINE, LINE, 'arm64'),
    saying: 'go is arm64',
  },
  { when: 'when the header cannot be read', outcome: 'inconclusive', evidence: lines(LINE, LINE) },
  {
    when: 'when go version prints nonsense',
    outcome: 'inconclusive',
    evidence: lines('gopher!', 'gopher!', 'amd64'),
  },
]);
