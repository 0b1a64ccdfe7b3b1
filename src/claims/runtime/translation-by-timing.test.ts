import { claimTable } from '../../../test/claim-table.ts';
import type { TimingShape } from '../../evidence/runtime/timing-shape.ts';
import { translationByTiming } from './translation-by-timing.ts';

type Run = TimingShape['runs'][number];

// Measured on an AMD EPYC, natively and under qemu-user 7.2.
const native: Run = {
  arm: 'native',
  goarch: 'amd64',
  nanoseconds: { aes: 1415, crc32: 260, integer: 6662, sha256: 4626 },
  wallMs: 250,
};
const translated: Run = {
  arm: 'translated',
  goarch: 'arm64',
  nanoseconds: { aes: 249456, crc32: 19203, integer: 10447, sha256: 77932 },
  wallMs: 320,
};

claimTable(translationByTiming, [
  {
    when: 'when both arms are told right',
    outcome: 'confirmed',
    evidence: { shape: { runs: [native, translated], means: 'qemu-user' } },
    saying: '2 of 2 processes',
  },
  {
    when: 'when a native process has the shape of a translated one',
    outcome: 'refuted',
    evidence: { shape: { runs: [{ ...translated, arm: 'native' }], means: 'qemu-user' } },
    saying: 'has the shape of a translated one',
  },
  {
    // A processor with CRC-32 but no cryptographic instructions, as the Cortex-A72 of a Raspberry Pi 4.
    when: 'when the processor lacks some of the instructions',
    outcome: 'inconclusive',
    evidence: {
      shape: {
        runs: [{ ...native, nanoseconds: { aes: 270_000, sha256: 60_000, crc32: 1300, integer: 20_000 } }],
        means: 'qemu-user',
      },
    },
    saying: 'no clear shape',
  },
  {
    when: 'when nothing here translates',
    outcome: 'inconclusive',
    evidence: { shape: { runs: [native] } },
  },
]);
