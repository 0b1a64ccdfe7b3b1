import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { proxyAndDatabaseRoles } from './proxy-and-database-roles.ts';

claimTable(proxyAndDatabaseRoles, [
  {
    when: 'when files and lookups go where the settings say',
    outcome: 'confirmed',
    evidence: {
      trials: {
        'a keyed database at an address': sampleTrial({
          asked: [
            ['a.test', 'info'],
            ['a.test', 'mod'],
            ['a.test', 'zip'],
            ['db.test', 'lookup'],
          ],
        }),
        'first proxy answers 404, then ","': sampleTrial({
          asked: [
            ['b.test', 'info'],
            ['b.test', 'mod'],
            ['b.test', 'zip'],
          ],
        }),
      },
    },
    saying: 'lookups went to db.test',
  },
  {
    when: 'when the proxy is asked for records instead',
    outcome: 'refuted',
    evidence: {
      trials: {
        'a keyed database at an address': sampleTrial({
          asked: [
            ['a.test', 'info'],
            ['a.test', 'mod'],
            ['a.test', 'zip'],
            ['a.test', 'lookup'],
          ],
        }),
        'first proxy answers 404, then ","': sampleTrial({
          asked: [
            ['b.test', 'info'],
            ['b.test', 'mod'],
            ['b.test', 'zip'],
          ],
        }),
      },
    },
  },
  { when: 'when the download fails', outcome: 'inconclusive', evidence: { trials: {} } },
]);
