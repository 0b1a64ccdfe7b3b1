import { claimTable } from '../../../test/claim-table.ts';
import { around, sampleArms } from '../../../test/sample-arms.ts';
import { nativePeakMemory } from './native-peak-memory.ts';

const MB = 2 ** 20;

function memory(small: readonly [number, number], large: readonly [number, number]) {
  const values = [...small, ...large].map((megabytes) => around(megabytes * MB));
  return {
    native: 'amd64',
    translated: 'arm64',
    means: 'qemu-user',
    observations: sampleArms(
      values.map((peakBytes, index) => ({ name: `arm ${index}`, peakBytes })),
      'peak',
    ),
  };
}

// 1,916 and 21,544 KiB: hello under qemu-user 7.2, which adds about 20 MB to any program.
claimTable(nativePeakMemory, [
  {
    when: 'when both sizes need more',
    outcome: 'confirmed',
    evidence: { memory: memory([1.9, 21], [258, 278]) },
    saying: '1.08 times as much',
  },
  {
    when: 'when the larger one needs less',
    outcome: 'refuted',
    evidence: { memory: memory([1.9, 21], [258, 240]) },
  },
]);
