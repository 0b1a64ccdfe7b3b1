import { claimTable } from '../../../test/claim-table.ts';
import { sampleTimings } from '../../../test/sample-timings.ts';
import { compareAndSwapLatency } from './compare-and-swap-latency.ts';

claimTable(compareAndSwapLatency, [
  {
    when: 'when the report of the arm64 machine is quicker',
    outcome: 'confirmed',
    evidence: {
      here: sampleTimings('amd64', 'SwapAlone sec/op', 25),
      elsewhere: sampleTimings('arm64', 'SwapAlone sec/op', 12),
    },
    saying: 'on arm64 (Neoverse-N1)',
  },
  {
    when: 'when it is slower',
    outcome: 'refuted',
    evidence: {
      here: sampleTimings('arm64', 'SwapAlone sec/op', 25),
      elsewhere: sampleTimings('amd64', 'SwapAlone sec/op', 12),
    },
  },
  {
    when: 'with one report only',
    outcome: 'inconclusive',
    evidence: { here: sampleTimings('arm64', 'SwapAlone sec/op', 12), elsewhere: undefined },
    saying: 'one report says nothing',
  },
  {
    when: 'with two reports of one architecture',
    outcome: 'inconclusive',
    evidence: {
      here: sampleTimings('arm64', 'SwapAlone sec/op', 12),
      elsewhere: sampleTimings('arm64', 'SwapAlone sec/op', 25),
    },
  },
]);
