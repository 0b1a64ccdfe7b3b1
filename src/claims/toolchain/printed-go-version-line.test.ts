import { claimTable } from '../../../test/claim-table.ts';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
import { printedGoVersionLine } from './printed-go-version-line.ts';

function lines(line: string) {
  const run = ran('go version', { stdout: `${line}\n` });
  return {
    plain: run,
    inNewerModule: run,
    inNewerModuleAuto: ran('go version', {
      exit: 1,
      stderr: 'go: download go1.999.0 for linux/amd64: toolchain not available',
    }),
    foreign: { goos: 'darwin', goarch: 'arm64', run },
    fileArchitectures: ['arm64'],
    file: '/usr/local/go/bin/go',
  };
}

claimTable(printedGoVersionLine, [
  {
    when: 'for go1.22.5 on Apple silicon',
    outcome: 'confirmed',
    evidence: { go: goOf('go1.22.5', 'darwin', 'arm64'), lines: lines('go version go1.22.5 darwin/arm64') },
  },
  {
    when: 'for the amd64 go1.22.5 on a Mac',
    outcome: 'refuted',
    evidence: { go: goOf('go1.22.5', 'darwin', 'amd64'), lines: lines('go version go1.22.5 darwin/amd64') },
    saying: 'darwin/amd64',
  },
  {
    when: 'when another Go is installed',
    outcome: 'not-applicable',
    evidence: { go: goOf('go1.26.8'), lines: lines('go version go1.26.8 linux/amd64') },
    saying: 'agrees with its own go env',
  },
  {
    when: 'when go version prints nothing',
    outcome: 'inconclusive',
    evidence: { go: goOf('go1.26.8'), lines: lines('') },
  },
]);
