import { claimTable } from '../../../test/claim-table.ts';
import { arm64LibcWith } from '../../../test/sample-arm64-libc.ts';
import { crossLibpthread } from './cross-libpthread.ts';

const { crossDirectory: _, ...without } = arm64LibcWith();

claimTable(crossLibpthread, [
  {
    when: 'with the cross toolchain of Debian 12',
    outcome: 'refuted',
    evidence: { libc: arm64LibcWith() },
    saying: 'libpthread.a, libpthread.so.0, libpthread_nonshared.a, and no libpthread.so',
  },
  {
    when: 'with one from before glibc 2.34',
    outcome: 'confirmed',
    evidence: {
      libc: arm64LibcWith({
        crossDirectory: {
          path: '/usr/aarch64-linux-gnu/lib',
          pthread: ['libpthread.a', 'libpthread.so', 'libpthread.so.0'],
        },
      }),
    },
  },
  { when: 'without one', outcome: 'not-applicable', evidence: { libc: without } },
]);
