import { claimTable } from '../../../test/claim-table.ts';
import { sampleMachine } from '../../../test/sample-timings.ts';
import { appleStatusUpdates } from './apple-status-updates.ts';

const machine = (isApple: boolean, swap: number, wait: number, goarch = 'arm64') =>
  sampleMachine({ isApple, goarch, values: { 'SwapAlone sec/op': swap, 'SchedulingLatency p50-sec': wait } });

claimTable(appleStatusUpdates, [
  {
    when: 'when both are lower on the Apple machine',
    outcome: 'confirmed',
    evidence: { here: machine(true, 3, 150), elsewhere: machine(false, 8, 300) },
    saying: 'times the compare-and-swap',
  },
  {
    when: 'when goroutines wait longer there',
    outcome: 'refuted',
    evidence: { here: machine(false, 8, 150), elsewhere: machine(true, 3, 300) },
  },
  {
    when: 'when the waits are alike',
    outcome: 'inconclusive',
    evidence: { here: machine(true, 3, 150), elsewhere: machine(false, 8, 150) },
  },
  {
    when: 'with one machine only',
    outcome: 'inconclusive',
    evidence: { here: machine(true, 3, 150), elsewhere: undefined },
    saying: 'what is given is: arm64',
  },
  {
    when: 'when the other machine is x86-64',
    outcome: 'inconclusive',
    evidence: { here: machine(true, 3, 150), elsewhere: machine(false, 8, 300, 'amd64') },
  },
]);
