import { claimTable } from '../../../test/claim-table.ts';
import { singleInstructionAtomics } from './single-instruction-atomics.ts';

claimTable(singleInstructionAtomics, [
  {
    when: 'on Graviton2, which has it',
    outcome: 'confirmed',
    evidence: { features: { vocabulary: 'hwcap', features: ['aes', 'asimd', 'atomics', 'crc32', 'fp'] } },
  },
  {
    when: 'on a Pi 4, which has not',
    outcome: 'refuted',
    evidence: { features: { vocabulary: 'hwcap', features: ['asimd', 'cpuid', 'crc32', 'evtstrm', 'fp'] } },
  },
  {
    when: 'on Apple silicon',
    outcome: 'confirmed',
    evidence: { features: { vocabulary: 'apple', features: ['FEAT_AES', 'FEAT_LSE'] } },
  },
  {
    when: 'on x86-64',
    outcome: 'not-applicable',
    evidence: { features: { vocabulary: 'x86-flags', features: ['fpu', 'sse2'] } },
  },
]);
