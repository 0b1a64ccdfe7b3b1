import { claimTable } from '../../../test/claim-table.ts';
import { around, sampleArms } from '../../../test/sample-arms.ts';
import { nativeStartLatency } from './native-start-latency.ts';

const pair = { native: 'amd64', translated: 'arm64', means: 'qemu-user' };

function starts(native: number, translated: number, count = 20) {
  return {
    ...pair,
    observations: sampleArms([
      { name: 'native', wallMs: around(native, count) },
      { name: 'translated', wallMs: around(translated, count).toReversed() },
    ]),
  };
}

// 1.17 and 64.4 ms: hello under qemu-user 7.2 on a quiet x86-64 machine.
claimTable(nativeStartLatency, [
  {
    when: 'when the translated one takes longer',
    outcome: 'confirmed',
    evidence: { starts: starts(1.17, 64.4) },
    saying: '55 times as long as a native one',
  },
  {
    when: 'when the translated one is quicker',
    outcome: 'refuted',
    evidence: { starts: starts(10, 9) },
  },
  {
    when: 'when they cannot be told apart',
    outcome: 'inconclusive',
    evidence: { starts: starts(10, 10.002) },
  },
  {
    when: 'when few rounds count',
    outcome: 'inconclusive',
    evidence: { starts: starts(1, 60, 8) },
    saying: '8 rounds count',
  },
]);
