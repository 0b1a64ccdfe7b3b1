import { claimTable } from '../../../test/claim-table.ts';
import { elfBinary, versionOutput } from '../../../test/sample-binaries.ts';
import { lyingMetadata } from './lying-metadata.ts';

const amd64 = { architecture: 'amd64', machine: 62 };
const listing = (goarch: string) => ({
  listings: [
    {
      name: 'forged-goarch',
      exit: 0,
      output: versionOutput('forged-goarch', [`GOARCH=${goarch}`]),
      stderr: '',
    },
  ],
});

claimTable(lyingMetadata, [
  {
    when: 'when the forged file says arm64 and its header amd64',
    outcome: 'confirmed',
    evidence: {
      forged: elfBinary({ ...amd64, goarch: 'arm64' }),
      honest: elfBinary(amd64),
      listing: listing('arm64'),
    },
    saying: 'header amd64',
  },
  {
    when: 'when go version -m sees through it',
    outcome: 'refuted',
    evidence: {
      forged: elfBinary({ ...amd64, goarch: 'arm64' }),
      honest: elfBinary(amd64),
      listing: listing('amd64'),
    },
  },
  {
    when: 'when the honest build records nothing',
    outcome: 'inconclusive',
    evidence: {
      forged: elfBinary(amd64),
      honest: { ...elfBinary(amd64), buildInfo: undefined },
      listing: listing('arm64'),
    },
  },
]);
