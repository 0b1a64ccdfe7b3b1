import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { goproxyOrder } from './goproxy-order.ts';

claimTable(goproxyOrder, [
  {
    when: 'when 404 and 410 lead on',
    outcome: 'confirmed',
    evidence: {
      trials: {
        'first proxy answers 404, then ","': sampleTrial({
          asked: [
            ['a.test', 'info'],
            ['b.test', 'info'],
          ],
        }),
        'first proxy answers 410, then ","': sampleTrial({
          asked: [
            ['a.test', 'info'],
            ['b.test', 'info'],
          ],
        }),
        'first proxy answers 403, then ","': sampleTrial({ asked: [['a.test', 'info']] }),
        'first proxy answers 503, then ","': sampleTrial({ asked: [['a.test', 'info']] }),
      },
    },
    saying: 'after 404, 410',
  },
  {
    when: 'when 403 leads on too',
    outcome: 'refuted',
    evidence: {
      trials: {
        'first proxy answers 404, then ","': sampleTrial({
          asked: [
            ['a.test', 'info'],
            ['b.test', 'info'],
          ],
        }),
        'first proxy answers 410, then ","': sampleTrial({
          asked: [
            ['a.test', 'info'],
            ['b.test', 'info'],
          ],
        }),
        'first proxy answers 403, then ","': sampleTrial({
          asked: [
            ['a.test', 'info'],
            ['b.test', 'info'],
          ],
        }),
        'first proxy answers 503, then ","': sampleTrial({ asked: [['a.test', 'info']] }),
      },
    },
  },
  { when: 'when nothing leads on', outcome: 'refuted', evidence: { trials: {} } },
]);
