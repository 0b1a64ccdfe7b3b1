import { claimTable } from '../../../test/claim-table.ts';
import { around, sampleArms } from '../../../test/sample-arms.ts';
import { slowerAmd64Builds } from './slower-amd64-builds.ts';

const builds = (arm64: number, amd64: number) =>
  sampleArms([
    { name: 'arm64', wallMs: around(arm64, 10) },
    { name: 'amd64', wallMs: around(amd64, 10) },
  ]);

claimTable(slowerAmd64Builds, [
  {
    when: 'when amd64 takes longer',
    outcome: 'confirmed',
    evidence: { builds: builds(12_000, 12_700) },
    saying: '1.06 times',
  },
  { when: 'when it takes less', outcome: 'refuted', evidence: { builds: builds(12_000, 11_000) } },
]);
