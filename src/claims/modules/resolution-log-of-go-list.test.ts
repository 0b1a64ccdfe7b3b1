import { claimTable } from '../../../test/claim-table.ts';
import { resolutionLogOfGoList } from './resolution-log-of-go-list.ts';
import { vendored } from '../../../test/sample-vendored-builds.ts';
import { ran } from '../../../test/sample-recorded-run.ts';

claimTable(resolutionLogOfGoList, [
  {
    when: 'when grep finds nothing or an error',
    outcome: 'refuted',
    evidence: { builds: vendored() },
    saying: 'prints nothing',
  },
  {
    when: 'when modules are marked',
    outcome: 'confirmed',
    evidence: {
      builds: vendored({
        lists: [true, false].map((isVendored) => ({
          vendored: isVendored,
          printed: ran('go list', { stdout: 'a.test/x v1.0.0 (cached)\n' }),
          whole: ran('go list'),
        })),
      }),
    },
  },
  { when: 'when it was not run', outcome: 'inconclusive', evidence: { builds: vendored({ lists: [] }) } },
]);
