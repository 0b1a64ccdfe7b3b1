import { claimTable } from '../../../test/claim-table.ts';
import { versionEntry } from '../../../test/sample-binaries.ts';
import { goarchPassCondition } from './goarch-pass-condition.ts';

claimTable(goarchPassCondition, [
  {
    when: 'when native builds do not contain it',
    outcome: 'refuted',
    evidence: { listing: { listings: [versionEntry('myapp'), versionEntry('hello-arm64')] } },
    saying: '2 of 2',
  },
  {
    when: 'when every native build contains it',
    outcome: 'confirmed',
    evidence: { listing: { listings: [versionEntry('myapp', ['-goarch=arm64'])] } },
  },
  { when: 'when nothing was built', outcome: 'inconclusive', evidence: { listing: { listings: [] } } },
]);
