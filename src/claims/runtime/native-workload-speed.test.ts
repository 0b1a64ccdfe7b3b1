import { claimTable } from '../../../test/claim-table.ts';
import { around, sampleArms } from '../../../test/sample-arms.ts';
import { nativeWorkloadSpeed } from './native-workload-speed.ts';

const KERNELS = ['JSON', 'AES-GCM/8K', 'SHA256/8K', 'CRC32/8K', 'Map', 'Alloc', 'Sieve'];

function work(factor: (kernel: string) => number, allocations = 22) {
  const reported = (times: (kernel: string) => number, allocs: number) =>
    around(1, 12).map((noise) =>
      Object.fromEntries(
        KERNELS.flatMap((kernel) => [
          [`${kernel} sec/op`, 1e-6 * noise * times(kernel)],
          [`${kernel} B/op`, 1033],
          [`${kernel} allocs/op`, allocs],
        ]),
      ),
    );
  return {
    native: 'amd64',
    translated: 'arm64',
    means: 'qemu-user',
    observations: sampleArms(
      [
        { name: 'native', reported: reported(() => 1, 22) },
        { name: 'translated', reported: reported(factor, allocations) },
      ],
      'JSON sec/op',
    ),
  };
}

claimTable(nativeWorkloadSpeed, [
  {
    when: 'when all take longer',
    outcome: 'confirmed',
    evidence: { work: work((kernel) => (kernel === 'Map' ? 2.3 : 9)) },
    saying: '2.3 times as long',
  },
  {
    when: 'when one is quicker translated',
    outcome: 'refuted',
    evidence: { work: work((kernel) => (kernel === 'CRC32/8K' ? 0.8 : 9)) },
  },
  {
    when: 'when the two did not do the same',
    outcome: 'inconclusive',
    evidence: { work: work(() => 9, 30) },
    saying: 'allocates differently',
  },
]);
