import { claimTable } from '../../../test/claim-table.ts';
import { arm64LibcWith } from '../../../test/sample-arm64-libc.ts';
import { crossLibcPath } from './cross-libc-path.ts';

const { compiler: _, ...withoutCompiler } = arm64LibcWith();

claimTable(crossLibcPath, [
  {
    when: 'when the loader looks elsewhere, as that of Debian 12 does',
    outcome: 'refuted',
    evidence: { libc: arm64LibcWith() },
    saying: 'The linker takes it, but the program’s loader /lib/ld-linux-aarch64.so.1 looks in',
  },
  {
    when: 'when the linker takes another file',
    outcome: 'refuted',
    evidence: { libc: arm64LibcWith({ linked: ['/opt/sysroot/lib/libc.so.6'] }) },
    saying: 'takes /opt/sysroot/lib/libc.so.6',
  },
  {
    when: 'when linker and loader use it',
    outcome: 'confirmed',
    evidence: {
      libc: arm64LibcWith({ loader: { path: '/x', directories: ['/usr/aarch64-linux-gnu/lib/'] } }),
    },
  },
  { when: 'without a cross toolchain', outcome: 'not-applicable', evidence: { libc: withoutCompiler } },
]);
