import { claimTable } from '../../../test/claim-table.ts';
import { arm64LibcWith, CROSS_LIBC } from '../../../test/sample-arm64-libc.ts';
import { missingMemcpyVersion } from './missing-memcpy-version.ts';

const NEWER = {
  ...CROSS_LIBC,
  symbols: [{ name: 'memcpy', version: 'GLIBC_2.37', isDefault: true }],
};

claimTable(missingMemcpyVersion, [
  {
    when: 'with the glibc of Debian 12',
    outcome: 'refuted',
    evidence: { libc: arm64LibcWith() },
    saying: 'versions begin with 2.17',
  },
  {
    when: 'when a glibc lacks it',
    outcome: 'confirmed',
    evidence: { libc: arm64LibcWith({ libraries: [CROSS_LIBC, NEWER] }) },
    saying: 'GLIBC_2.37',
  },
  {
    when: 'with musl only',
    outcome: 'not-applicable',
    evidence: { libc: arm64LibcWith({ libraries: [{ ...CROSS_LIBC, versions: [], symbols: [] }] }) },
  },
]);
