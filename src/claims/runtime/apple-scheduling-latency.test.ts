import { claimTable } from '../../../test/claim-table.ts';
import { sampleMachine } from '../../../test/sample-timings.ts';
import { appleSchedulingLatency } from './apple-scheduling-latency.ts';

const machine = (isApple: boolean, swap: number, [p50, p99]: readonly [number, number], goarch = 'arm64') =>
  sampleMachine({ isApple, goarch, values: { 'SwapAlone sec/op': swap }, delays: { p50, p99 } });

claimTable(appleSchedulingLatency, [
  {
    when: 'when atomics are cheaper and both waits lower on the Apple machine',
    outcome: 'confirmed',
    evidence: { here: machine(true, 3, [150, 900]), elsewhere: machine(false, 8, [300, 2000], 'amd64') },
  },
  {
    when: 'when atomics are cheaper and the tail is longer',
    outcome: 'refuted',
    evidence: { here: machine(true, 3, [150, 9000]), elsewhere: machine(false, 8, [300, 2000]) },
    saying: 'p99 of that wait',
  },
  {
    when: 'when atomics are not cheaper',
    outcome: 'inconclusive',
    evidence: { here: machine(true, 8, [150, 900]), elsewhere: machine(false, 3, [300, 2000]) },
    saying: 'nothing follows',
  },
  {
    when: 'when a report has no traces',
    outcome: 'inconclusive',
    evidence: {
      here: sampleMachine({ isApple: true, goarch: 'arm64', values: { 'SwapAlone sec/op': 3 } }),
      elsewhere: machine(false, 8, [300, 2000]),
    },
    saying: '0 runs count',
  },
  {
    when: 'with one machine only',
    outcome: 'inconclusive',
    evidence: { here: machine(true, 3, [150, 900]), elsewhere: undefined },
  },
]);
