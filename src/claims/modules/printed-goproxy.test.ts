import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { printedGoproxy } from './printed-goproxy.ts';

claimTable(printedGoproxy, [
  {
    when: 'when both proxies are asked',
    outcome: 'confirmed',
    evidence: {
      trials: {
        'the printed GOPROXY': sampleTrial({
          exits: [0, 0],
          asked: [
            ['proxy.internal.company', 'info'],
            ['goproxy.cn', 'info'],
            ['goproxy.cn', 'info', 1],
          ],
        }),
      },
    },
    saying: 'asked were proxy.internal.company, goproxy.cn',
  },
  {
    when: 'when an entry is rejected',
    outcome: 'refuted',
    evidence: { trials: { 'the printed GOPROXY': sampleTrial({ exits: [1, 1] }) } },
  },
]);
