import { claimTable } from '../../../test/claim-table.ts';
import { arm64LibcWith, linkedProgram, OLD_LIBC } from '../../../test/sample-arm64-libc.ts';
import { threadGlibcVersion } from './thread-glibc-version.ts';

claimTable(threadGlibcVersion, [
  {
    when: 'when linked against glibc 2.36',
    outcome: 'refuted',
    evidence: { libc: arm64LibcWith() },
    saying: 'records pthread_create@GLIBC_2.34',
  },
  {
    when: 'when linked against glibc 2.31',
    outcome: 'confirmed',
    evidence: {
      libc: arm64LibcWith({
        libraries: [OLD_LIBC],
        programs: [linkedProgram('threads', 'GLIBC_2.17', 'pthread_create')],
      }),
    },
  },
  {
    when: 'when a newer one is at hand as well',
    outcome: 'refuted',
    evidence: {
      libc: arm64LibcWith({ programs: [linkedProgram('threads', 'GLIBC_2.17', 'pthread_create')] }),
    },
    saying: 'its default',
  },
  {
    when: 'when nothing could be linked',
    outcome: 'inconclusive',
    evidence: { libc: arm64LibcWith({ libraries: [OLD_LIBC], programs: [] }) },
  },
]);
