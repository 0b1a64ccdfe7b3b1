import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { separateGopaths } from './separate-gopaths.ts';

claimTable(separateGopaths, [
  {
    when: 'when each has its own',
    outcome: 'confirmed',
    evidence: {
      trials: {
        'two GOPATHs': sampleTrial({
          entries: [
            'one/bin/tool',
            'one/pkg/mod/',
            'one/pkg/sumdb/',
            'two/bin/tool',
            'two/pkg/mod/',
            'two/pkg/sumdb/',
          ],
        }),
      },
    },
  },
  {
    when: 'when the timeline is shared',
    outcome: 'refuted',
    evidence: {
      trials: {
        'two GOPATHs': sampleTrial({
          entries: ['one/bin/tool', 'one/pkg/mod/', 'one/pkg/sumdb/', 'two/bin/tool', 'two/pkg/mod/'],
        }),
      },
    },
    saying: 'two/pkg/sumdb/',
  },
  {
    when: 'when a build fails',
    outcome: 'inconclusive',
    evidence: { trials: { 'two GOPATHs': sampleTrial({ exits: [0, 1] }) } },
  },
]);
