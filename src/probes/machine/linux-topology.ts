/**
 * Processors as Linux's sysfs tells them.
 *
 * @module
 */

import type { CpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { cpuList } from '../../formats/cpu-list.ts';
import { cpuinfoCores } from '../../formats/cpuinfo.ts';
import { coreName } from '../../formats/midr.ts';
import { readText, type Host } from '../../host/host.ts';
import { ifReadable } from './readable.ts';

const CPUS = '/sys/devices/system/cpu';
const NODES = '/sys/devices/system/node';

interface Core {
  readonly cpu: number;
  readonly capacity: number | undefined;
  readonly maxFrequencyKhz: number | undefined;
  readonly implementer: string | undefined;
  readonly part: string | undefined;
  readonly model: string | undefined;
  readonly siblings: number;
  readonly packageId: string;
  readonly clusterId: string;
}

export async function linuxTopology(host: Host): Promise<CpuTopology> {
  const online = cpuList((await line(host, `${CPUS}/online`)) ?? '');
  const described = new Map(
    cpuinfoCores((await readText(host, '/proc/cpuinfo')) ?? '').map((core) => [core.processor, core]),
  );
  const numbers = online.length > 0 ? online : [...described.keys()];
  // At once: 192 processors have 5000 files, which took 0.5 s, and 1.2 s one after the other.
  const cores = await Promise.all(
    numbers.map(async (cpu): Promise<Core> => {
      const at = `${CPUS}/cpu${cpu}`;
      const { implementer, part, model } = described.get(cpu) ?? {};
      return {
        cpu,
        implementer,
        part,
        model,
        capacity: number(await line(host, `${at}/cpu_capacity`)),
        maxFrequencyKhz: number(await line(host, `${at}/cpufreq/cpuinfo_max_freq`)),
        siblings: cpuList((await line(host, `${at}/topology/thread_siblings_list`)) ?? '').length || 1,
        packageId: (await line(host, `${at}/topology/physical_package_id`)) ?? '0',
        clusterId: (await line(host, `${at}/topology/cluster_id`)) ?? '-1',
      };
    }),
  );
  const clusters = new Set(cores.map(({ clusterId, packageId }) => `${packageId}:${clusterId}`));
  const possible = await line(host, `${CPUS}/possible`);
  return {
    online: cores.length,
    ...(possible !== undefined && { possible: cpuList(possible).length }),
    isolated: cpuList((await line(host, `${CPUS}/isolated`)) ?? ''),
    groups: groupsOf(cores),
    caches: await cachesOf(host, numbers),
    packages: new Set(cores.map(({ packageId }) => packageId)).size,
    ...(cores.some(({ clusterId }) => clusterId !== '-1') && { clusters: clusters.size }),
    nodes: await nodesOf(host),
  };
}

/**
 * Cores are alike if they are of one part and about as fast. Within a part speeds may differ by a
 * tenth, as hwloc holds too: the ten Cortex-X925 of a GB10 have capacities from 997 to 1024.
 */
const ABOUT = 0.9;

function groupsOf(cores: readonly Core[]): CpuTopology['groups'] {
  const parts = new Map<string, Core[]>();
  for (const core of cores) {
    const key = `${core.implementer}:${core.part}:${core.model}`;
    parts.set(key, [...(parts.get(key) ?? []), core]);
  }
  return [...parts.values()]
    .flatMap(bySpeed)
    .map(groupOf)
    .toSorted((one, other) => speed(other) - speed(one));
}

/** Splits cores of one part where their speed drops. One whose speed is not told says nothing of the others. */
function bySpeed(cores: readonly Core[]): Core[][] {
  const measure = (['capacity', 'maxFrequencyKhz'] as const).find((one) =>
    cores.every((core) => core[one] !== undefined),
  );
  if (measure === undefined) return [[...cores]];
  const groups: Core[][] = [];
  for (const core of cores.toSorted((one, other) => (other[measure] ?? 0) - (one[measure] ?? 0))) {
    const [fastest] = groups.at(-1) ?? [];
    if (fastest && (core[measure] ?? 0) >= ABOUT * (fastest[measure] ?? 0)) groups.at(-1)?.push(core);
    else groups.push([core]);
  }
  return groups;
}

function groupOf(like: readonly Core[]): CpuTopology['groups'][number] {
  const { implementer, part, siblings, model } = like[0] ?? {};
  const [capacity, maxFrequencyKhz] = (['capacity', 'maxFrequencyKhz'] as const).map((measure) =>
    like
      .map((core) => core[measure])
      .reduce((most, one) => (one === undefined || (most ?? 0) > one ? most : one)),
  );
  const name = coreName(implementer, part) ?? model;
  return {
    cpus: like.length,
    numbers: like.map(({ cpu }) => cpu).toSorted((one, other) => one - other),
    threadsPerCore: siblings ?? 1,
    ...(capacity !== undefined && { capacity }),
    ...(maxFrequencyKhz !== undefined && { maxFrequencyKhz }),
    ...(implementer !== undefined && { implementer }),
    ...(part !== undefined && { part }),
    ...(name !== undefined && { name }),
  };
}

function speed({ capacity, maxFrequencyKhz }: CpuTopology['groups'][number]): number {
  return (capacity ?? 0) * 1e8 + (maxFrequencyKhz ?? 0);
}

/** Distinct caches: those of the same level and type that are shared by the same CPUs are one. */
async function cachesOf(host: Host, cpus: readonly number[]): Promise<CpuTopology['caches']> {
  const caches = new Map<string, Omit<Cache, 'shared'> & { readonly owners: Set<string> }>();
  const all = await Promise.all(cpus.map((cpu) => cachesOfCpu(host, cpu)));
  for (const { shared, ...cache } of all.flat()) {
    const key = Object.values(cache).join();
    const found = caches.get(key) ?? { ...cache, owners: new Set<string>() };
    found.owners.add(shared);
    caches.set(key, found);
  }
  return [...caches.values()]
    .map(({ owners, ...cache }) => ({ ...cache, count: owners.size }))
    .toSorted((one, other) => one.level - other.level || (one.type < other.type ? -1 : 1));
}

interface Cache {
  readonly level: number;
  readonly type: string;
  readonly sizeBytes: number;
  readonly sharedBy: number;
  /** The list of CPUs, as the kernel writes it. */
  readonly shared: string;
}

const FACTORS: Readonly<Record<string, number>> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };

async function cachesOfCpu(host: Host, cpu: number): Promise<Cache[]> {
  const caches: Cache[] = [];
  const directory = `${CPUS}/cpu${cpu}/cache`;
  for (const index of (await names(host, directory)).filter((name) => /^index\d+$/.test(name))) {
    const at = `${directory}/${index}`;
    const level = number(await line(host, `${at}/level`));
    const type = await line(host, `${at}/type`);
    const [, size, unit] = /^(\d+)([KMG]?)$/.exec((await line(host, `${at}/size`)) ?? '') ?? [];
    const shared = (await line(host, `${at}/shared_cpu_list`)) ?? String(cpu);
    if (level === undefined || type === undefined || size === undefined) continue;
    const sizeBytes = Number(size) * (FACTORS[unit ?? ''] ?? 1);
    caches.push({ level, type, sizeBytes, sharedBy: cpuList(shared).length, shared });
  }
  return caches;
}

async function nodesOf(host: Host): Promise<CpuTopology['nodes']> {
  const nodes = [];
  for (const name of (await names(host, NODES)).filter((one) => /^node\d+$/.test(one))) {
    const distances = ((await line(host, `${NODES}/${name}/distance`)) ?? '')
      .split(/\s+/)
      .filter((word) => word !== '');
    nodes.push({
      node: Number(name.slice('node'.length)),
      cpus: cpuList((await line(host, `${NODES}/${name}/cpulist`)) ?? ''),
      distances: distances.map(Number),
    });
  }
  return nodes.toSorted((one, other) => one.node - other.node);
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** A file of one line; one that is missing or may not be read leaves its fact out, not the others. */
async function line(host: Host, path: string): Promise<string | undefined> {
  return (await ifReadable(() => readText(host, path)))?.trim();
}

async function names(host: Host, path: string): Promise<readonly string[]> {
  return (await ifReadable(() => host.list(path))) ?? [];
}
