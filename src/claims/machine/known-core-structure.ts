/**
 * Whether the machine says how its cores are built, without contradicting itself. Measurements
 * stand on it: on a machine of fast and slow cores a figure must say where it was taken.
 *
 * @module
 */

import { cpuTopology, type CpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { claim } from '../../model/claim.ts';
import { table, type Figure } from '../../model/figure.ts';
import type { Text } from '../../model/text.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const knownCoreStructure = claim({
  id: 'known-core-structure',
  subject: 'machine',
  answers: [],
  statement: {
    en: 'The machine tells the structure of its cores, and its sources agree.',
    zh: '本机给出了核心结构，且各来源一致。',
  },
  method: {
    en: 'Groups the cores by performance level, capacity, part number and highest frequency, never by name, and holds the sum against the CPUs online and against the NUMA nodes.',
    zh: '按性能级别、算力、部件号与最高频率（从不按名称）给核心分组，并将其总数与在线 CPU 数及 NUMA 节点核对。',
  },
  wouldChange: {
    en: 'Groups or nodes that do not add up to the CPUs online.',
    zh: '分组或节点之和与在线 CPU 数不符。',
  },
  needs: { topology: cpuTopology },

  judge({ topology }) {
    const { online, groups, nodes, packages, caches } = topology;
    if (online === 0 || groups.length === 0) {
      return inconclusive({ en: 'The machine does not say what cores it has', zh: '本机未给出其核心信息' });
    }
    const figures = [groupFigure(topology), ...(caches.length > 0 ? [cacheFigure(topology)] : [])];
    const grouped = groups.reduce((sum, { cpus }) => sum + cpus, 0);
    const inNodes = nodes.reduce((sum, { cpus }) => sum + cpus.length, 0);
    if (grouped !== online || (nodes.length > 0 && inNodes !== online)) {
      return refuted(
        {
          en: `${online} CPUs are online, but the groups have ${grouped} and the NUMA nodes ${inNodes}`,
          zh: `在线 CPU 为 ${online} 个，而分组共 ${grouped} 个，NUMA 节点共 ${inNodes} 个`,
        },
        { figures },
      );
    }
    const kinds = groups
      .map(({ cpus, name }) => `${cpus}${name === undefined ? '' : ` × ${name}`}`)
      .join(' + ');
    const mixed: Text = {
      en: 'The cores are not alike: a measurement must say on which it was taken',
      zh: '核心并不相同：测量结果须注明所用核心',
    };
    const noCaches: Text = {
      en: 'The system says nothing of its caches',
      zh: '系统未给出缓存信息',
    };
    return confirmed(
      {
        en: `${online} CPUs online in ${packages} package${packages === 1 ? '' : 's'} and ${groups.length} group${groups.length === 1 ? '' : 's'} of like cores: ${kinds}`,
        zh: `在线 CPU ${online} 个，封装 ${packages} 个，同类核心 ${groups.length} 组：${kinds}`,
      },
      {
        figures,
        warnings: [...(groups.length > 1 ? [mixed] : []), ...(caches.length > 0 ? [] : [noCaches])],
      },
    );
  },
});

function groupFigure({ groups }: CpuTopology): Figure {
  return table(
    { en: 'Groups of like cores, fastest first', zh: '同类核心分组，由快到慢' },
    [
      { en: 'CPUs', zh: 'CPU 数' },
      { en: 'threads per core', zh: '每核线程' },
      { en: 'capacity', zh: '算力' },
      { en: 'highest MHz', zh: '最高 MHz' },
      { en: 'name', zh: '名称' },
    ],
    groups.map(({ cpus, threadsPerCore, capacity, maxFrequencyKhz, name }) => [
      cpus,
      threadsPerCore,
      capacity === undefined ? '–' : String(capacity),
      maxFrequencyKhz === undefined ? '–' : String(Math.round(maxFrequencyKhz / 1000)),
      name ?? { en: 'unknown', zh: '未知' },
    ]),
  );
}

function cacheFigure({ caches }: CpuTopology): Figure {
  return table(
    { en: 'Caches', zh: '缓存' },
    [
      { en: 'cache', zh: '缓存' },
      { en: 'KiB', zh: 'KiB' },
      { en: 'how many', zh: '数量' },
      { en: 'shared by CPUs', zh: '共享 CPU 数' },
    ],
    caches.map(({ level, type, sizeBytes, count, sharedBy }) => [
      `L${level} ${type}`,
      sizeBytes / 1024,
      count,
      sharedBy,
    ]),
  );
}
