import { claimTable } from '../../../test/claim-table.ts';
import { pageSizeSupport } from './page-size-support.ts';

const on = (system: string) => ({
  system,
  kernel: '',
  unameMachine: 'arm64',
  processArchitecture: 'arm64',
});

claimTable(pageSizeSupport, [
  {
    when: 'with 4 KiB pages',
    outcome: 'confirmed',
    evidence: { pageSize: { bytes: 4096 }, system: on('linux') },
  },
  {
    when: 'with the 16 KiB pages of a Pi 5',
    outcome: 'confirmed',
    evidence: { pageSize: { bytes: 16_384, kernelBytes: 16_384 }, system: on('linux') },
  },
  {
    when: 'with the 64 KiB pages of some RHEL kernels',
    outcome: 'confirmed',
    evidence: { pageSize: { bytes: 65_536, kernelBytes: 65_536 }, system: on('linux') },
  },
  {
    when: 'with larger pages',
    outcome: 'refuted',
    evidence: { pageSize: { bytes: 262_144 }, system: on('linux') },
    saying: '262144',
  },
  {
    when: 'in a shell under Rosetta, by the kernel’s pages and not by those it pretends',
    outcome: 'confirmed',
    evidence: { pageSize: { bytes: 4096, kernelBytes: 16_384 }, system: on('darwin') },
    saying: '16384 bytes',
  },
  {
    when: 'with pages larger than a Mac program’s alignment',
    outcome: 'refuted',
    evidence: { pageSize: { bytes: 65_536 }, system: on('darwin') },
  },
]);
