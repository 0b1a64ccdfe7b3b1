import { claimTable } from '../../../test/claim-table.ts';
import { versionEntry } from '../../../test/sample-binaries.ts';
import { goarchSettingSpelling } from './goarch-setting-spelling.ts';

claimTable(goarchSettingSpelling, [
  {
    when: 'when the keys are GOOS and GOARCH',
    outcome: 'refuted',
    evidence: { listing: { listings: [versionEntry('hello-linux-arm64')] } },
    saying: 'GOARCH=arm64',
  },
  {
    when: 'when the keys are -goos and -goarch',
    outcome: 'confirmed',
    evidence: {
      listing: { listings: [versionEntry('hello-linux-arm64', ['-goos=linux', '-goarch=arm64'])] },
    },
  },
  {
    when: 'when neither spelling occurs',
    outcome: 'inconclusive',
    evidence: { listing: { listings: [versionEntry('hello-linux-arm64', [])] } },
  },
]);
