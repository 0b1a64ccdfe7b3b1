import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { internalProxyFirst } from './internal-proxy-first.ts';

claimTable(internalProxyFirst, [
  {
    when: 'when it is asked first',
    outcome: 'confirmed',
    evidence: {
      trials: { 'all printed settings': sampleTrial({ asked: [['proxy.internal.company', 'info']] }) },
    },
  },
  {
    when: 'when another is',
    outcome: 'refuted',
    evidence: { trials: { 'all printed settings': sampleTrial({ asked: [['goproxy.cn', 'info']] }) } },
    saying: 'goproxy.cn',
  },
]);
