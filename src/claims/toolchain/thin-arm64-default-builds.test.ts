import { claimTable } from '../../../test/claim-table.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
import { thinArm64DefaultBuilds } from './thin-arm64-default-builds.ts';

function evidence(
  hardware: string,
  ...builds: { version: string; architectures: string[]; exit?: number }[]
) {
  return {
    mac: {
      hardware: ran('sysctl -n hw.optional.arm64', { stdout: `${hardware}\n` }),
      goProcess: ran('go generate main.go'),
      listing: '',
      build: ran('go build main.go'),
      goArchitectures: [],
      programArchitectures: [],
    },
    made: {
      builds: builds.map(({ version, architectures, exit = 0 }) => ({
        path: '/usr/local/go/bin/go',
        version,
        build: ran('env -u GOARCH go build main.go', { exit }),
        format: 'mach-o',
        architectures,
      })),
    },
  };
}

claimTable(thinArm64DefaultBuilds, [
  {
    when: 'when every Go builds thin arm64',
    outcome: 'confirmed',
    evidence: evidence(
      '1',
      { version: 'go1.26.8', architectures: ['arm64'] },
      { version: 'go1.21.13', architectures: ['arm64'] },
    ),
    saying: 'All 2 results',
  },
  {
    when: 'when an amd64 Go builds for itself',
    outcome: 'refuted',
    evidence: evidence('1', { version: 'go1.22.5', architectures: ['amd64'] }),
    saying: 'built amd64 without GOARCH',
  },
  {
    when: 'when a result is universal',
    outcome: 'refuted',
    evidence: evidence('1', { version: 'go1.22.5', architectures: ['amd64', 'arm64'] }),
  },
  {
    when: 'when only an older Go builds amd64',
    outcome: 'inconclusive',
    evidence: evidence('1', { version: 'go1.17', architectures: ['amd64'] }),
  },
  {
    when: 'when nothing could be built',
    outcome: 'inconclusive',
    evidence: evidence('1', { version: 'go1.26.8', architectures: [], exit: 1 }),
  },
  {
    when: 'on an Intel Mac',
    outcome: 'not-applicable',
    evidence: evidence('', { version: 'go1.26.8', architectures: ['amd64'] }),
  },
]);
