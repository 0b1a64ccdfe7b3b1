import { claimTable } from '../../../test/claim-table.ts';
import { around, sampleArms } from '../../../test/sample-arms.ts';
import { nativeJsonIterator } from './native-json-iterator.ts';

// Benchmarks of v1.1.12, their times on an AMD EPYC natively, in microseconds, and B/op.
const BENCHMARKS = [
  ['_encode_string_with_SetEscapeHTML', 3.76, 728, 5],
  ['_jsoniter_large_file', 45, 4912, 78],
] as const;

function benchmarks(factor: number, bytes = 1) {
  const reported = (times: number, size: number) =>
    around(1, 20).map((noise) =>
      Object.fromEntries(
        BENCHMARKS.flatMap(([name, microseconds, perOp, allocations]) => [
          [`${name} sec/op`, microseconds * 1e-6 * times * noise],
          [`${name} B/op`, perOp * size],
          [`${name} allocs/op`, allocations],
        ]),
      ),
    );
  return {
    native: 'amd64',
    translated: 'arm64',
    means: 'qemu-user',
    observations: sampleArms([
      { name: 'native', reported: reported(1, 1) },
      { name: 'translated', reported: reported(factor, bytes) },
    ]),
  };
}

claimTable(nativeJsonIterator, [
  {
    when: 'when they take longer translated',
    outcome: 'confirmed',
    evidence: { benchmarks: benchmarks(4) },
    saying: 'The 2 benchmarks take 4 times',
  },
  { when: 'when they take less', outcome: 'refuted', evidence: { benchmarks: benchmarks(0.9) } },
  {
    when: 'when they did not do the same work',
    outcome: 'inconclusive',
    evidence: { benchmarks: benchmarks(4, 2) },
    saying: 'allocates differently',
  },
]);
