import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { gopathOnlyBin } from './gopath-only-bin.ts';

claimTable(gopathOnlyBin, [
  {
    when: 'when modules and the timeline lie there too, as with Go 1.26',
    outcome: 'refuted',
    evidence: {
      trials: {
        'a GOPATH of its own': sampleTrial({
          exits: [0, 0, 0],
          entries: ['own/bin/', 'own/pkg/mod/', 'own/pkg/sumdb/'],
        }),
      },
    },
    saying: 'bin, pkg/mod, pkg/sumdb',
  },
  {
    when: 'when only bin/ appears',
    outcome: 'confirmed',
    evidence: { trials: { 'a GOPATH of its own': sampleTrial({ exits: [0, 0, 0], entries: ['own/bin/'] }) } },
  },
  {
    when: 'when the build fails',
    outcome: 'inconclusive',
    evidence: { trials: { 'a GOPATH of its own': sampleTrial({ exits: [0, 1, 1], stderr: 'no network' }) } },
    saying: 'no network',
  },
]);
