import { claimTable } from '../../../test/claim-table.ts';
import { arm64LibcWith, linkedProgram } from '../../../test/sample-arm64-libc.ts';
import { cgoGlibcFloor } from './cgo-glibc-floor.ts';

claimTable(cgoGlibcFloor, [
  {
    when: 'when linked against glibc 2.36',
    outcome: 'refuted',
    evidence: { libc: arm64LibcWith() },
    saying: 'needs glibc 2.34, for __libc_start_main',
  },
  {
    when: 'when a program asks for 2.28',
    outcome: 'confirmed',
    evidence: { libc: arm64LibcWith({ programs: [linkedProgram('cgo-hello', 'GLIBC_2.28', 'fcntl64')] }) },
  },
  {
    when: 'when nothing could be built',
    outcome: 'inconclusive',
    evidence: { libc: arm64LibcWith({ programs: [] }) },
  },
]);
