import { claimTable } from '../../../test/claim-table.ts';
import { knownCoreStructure } from './known-core-structure.ts';

// The NVIDIA GB10: ten Cortex-X925 and ten Cortex-A725 (hwloc tests/hwloc/linux, nvidia-dgx-gb10).
const BIG = {
  cpus: 10,
  threadsPerCore: 1,
  capacity: 1024,
  implementer: '0x41',
  part: '0xd85',
  name: 'Cortex-X925',
};
const LITTLE = {
  cpus: 10,
  threadsPerCore: 1,
  capacity: 718,
  implementer: '0x41',
  part: '0xd87',
  name: 'Cortex-A725',
};
const topology = { online: 20, isolated: [], groups: [BIG, LITTLE], caches: [], packages: 1, nodes: [] };

claimTable(knownCoreStructure, [
  {
    when: 'when the groups add up',
    outcome: 'confirmed',
    evidence: { topology },
    saying: '10 × Cortex-X925 + 10 × Cortex-A725',
  },
  {
    when: 'when the groups do not add up',
    outcome: 'refuted',
    evidence: { topology: { ...topology, online: 16 } },
    saying: 'the groups have 20',
  },
  {
    when: 'when the NUMA nodes do not add up',
    outcome: 'refuted',
    evidence: { topology: { ...topology, nodes: [{ node: 0, cpus: [0, 1], distances: [10] }] } },
  },
  {
    when: 'when nothing is said',
    outcome: 'inconclusive',
    evidence: { topology: { ...topology, online: 0, groups: [] } },
  },
]);
