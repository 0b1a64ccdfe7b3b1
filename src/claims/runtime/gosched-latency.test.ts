import { claimTable } from '../../../test/claim-table.ts';
import { sampleTimings } from '../../../test/sample-timings.ts';
import { goschedLatency } from './gosched-latency.ts';

claimTable(goschedLatency, [
  {
    when: 'when the report of the arm64 machine is quicker',
    outcome: 'confirmed',
    evidence: {
      here: sampleTimings('amd64', 'GoschedAmong16 sec/op', 132),
      elsewhere: sampleTimings('arm64', 'GoschedAmong16 sec/op', 89),
    },
    saying: 'on arm64 (Neoverse-N1)',
  },
  {
    when: 'when it is slower',
    outcome: 'refuted',
    evidence: {
      here: sampleTimings('arm64', 'GoschedAmong16 sec/op', 132),
      elsewhere: sampleTimings('amd64', 'GoschedAmong16 sec/op', 89),
    },
  },
  {
    when: 'with one report only',
    outcome: 'inconclusive',
    evidence: { here: sampleTimings('arm64', 'GoschedAmong16 sec/op', 89), elsewhere: undefined },
    saying: 'one report says nothing',
  },
  {
    when: 'with two reports of one architecture',
    outcome: 'inconclusive',
    evidence: {
      here: sampleTimings('arm64', 'GoschedAmong16 sec/op', 89),
      elsewhere: sampleTimings('arm64', 'GoschedAmong16 sec/op', 132),
    },
  },
]);
