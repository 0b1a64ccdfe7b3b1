/**
 * Processors as macOS's sysctl tells them: performance levels, 0 is the fastest. Their names are
 * kept for reading only ("Super" on an M5), nothing is decided by them.
 *
 * @module
 */

import type { CpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { sysctlValues } from '../../formats/sysctl.ts';
import type { Host } from '../../host/host.ts';

const LEVELS = 4;
const LEVEL_NAMES = [
  'physicalcpu',
  'logicalcpu',
  'l1icachesize',
  'l1dcachesize',
  'l2cachesize',
  'cpusperl2',
  'name',
];
const NAMES = [
  'hw.logicalcpu',
  'hw.physicalcpu',
  'hw.packages',
  'hw.nperflevels',
  'machdep.cpu.brand_string',
  ...Array.from({ length: LEVELS }, (_, level) =>
    LEVEL_NAMES.map((name) => `hw.perflevel${level}.${name}`),
  ).flat(),
];

export async function macosTopology(host: Host): Promise<CpuTopology> {
  const { stdout } = await host.run({ argv: ['/usr/sbin/sysctl', ...NAMES] });
  const values = sysctlValues(stdout);
  const number = (name: string): number => Number(values.get(name) ?? 0);
  const levels = number('hw.nperflevels');
  const groups = Array.from({ length: levels }, (_, level) => {
    const physical = number(`hw.perflevel${level}.physicalcpu`);
    const logical = number(`hw.perflevel${level}.logicalcpu`);
    const name = values.get(`hw.perflevel${level}.name`);
    return {
      cpus: logical,
      threadsPerCore: physical > 0 ? logical / physical : 1,
      ...(name !== undefined && { name }),
    };
  });
  const brand = values.get('machdep.cpu.brand_string');
  const logical = number('hw.logicalcpu');
  const physical = number('hw.physicalcpu');
  const single = {
    cpus: logical,
    threadsPerCore: physical > 0 ? logical / physical : 1,
    ...(brand !== undefined && { name: brand }),
  };
  return {
    online: logical,
    ...(brand !== undefined && { model: brand }),
    isolated: [],
    groups: groups.length > 0 ? groups : [single],
    caches: Array.from({ length: levels }, (_, level) => cachesOf(level, number)).flat(),
    packages: number('hw.packages') || 1,
    nodes: [],
  };
}

function cachesOf(level: number, number: (name: string) => number): CpuTopology['caches'] {
  const prefix = `hw.perflevel${level}`;
  const cpus = number(`${prefix}.logicalcpu`);
  const perL2 = number(`${prefix}.cpusperl2`) || 1;
  const all = [
    { level: 1, type: 'Instruction', sizeBytes: number(`${prefix}.l1icachesize`), sharedBy: 1, count: cpus },
    { level: 1, type: 'Data', sizeBytes: number(`${prefix}.l1dcachesize`), sharedBy: 1, count: cpus },
    {
      level: 2,
      type: 'Unified',
      sizeBytes: number(`${prefix}.l2cachesize`),
      sharedBy: perL2,
      count: Math.ceil(cpus / perL2),
    },
  ];
  return all.filter(({ sizeBytes }) => sizeBytes > 0);
}
