/**
 * Which processors share a cache that others have not, as Linux tells it. What two threads of one core
 * share parts no clusters; of the rest the smallest that parts the machine counts.
 *
 * @module
 */

import { cpuList } from '../../formats/cpu-list.ts';
import { readText, type Host } from '../../host/host.ts';

const CPUS = '/sys/devices/system/cpu';

export interface ProcessorClusters {
  readonly shared: string;
  /** One processor of each core, the largest cluster first. */
  readonly clusters: readonly (readonly number[])[];
}

interface Processor {
  readonly number: number;
  readonly siblings: readonly number[];
  /** By what is shared, with whom. */
  readonly sharers: ReadonlyMap<string, readonly number[]>;
}

/** Undefined where nothing parts the processors. */
export async function processorClusters(host: Host): Promise<ProcessorClusters | undefined> {
  const online = cpuList((await line(host, `${CPUS}/online`)) ?? '');
  const processors = await Promise.all(online.map((number) => processorOf(host, number)));
  const cores = processors.filter(({ number, siblings }) => Math.min(...siblings) === number);
  for (const shared of ['L2', 'cluster', 'L3', 'package']) {
    const groups = new Map<string, number[]>();
    for (const { number, sharers } of cores) {
      const key = (sharers.get(shared) ?? []).join();
      groups.set(key, [...(groups.get(key) ?? []), number]);
    }
    const clusters = [...groups.values()].toSorted((one, other) => other.length - one.length);
    if (!groups.has('') && (clusters[1]?.length ?? 0) > 1) return { shared, clusters };
  }
  return undefined;
}

async function processorOf(host: Host, number: number): Promise<Processor> {
  const at = `${CPUS}/cpu${number}`;
  const list = async (path: string): Promise<number[]> => cpuList((await line(host, path)) ?? '');
  const sharers = new Map([
    ['cluster', await list(`${at}/topology/cluster_cpus_list`)],
    ['package', await list(`${at}/topology/package_cpus_list`)],
  ]);
  for (const index of (await host.list(`${at}/cache`)) ?? []) {
    const level = await line(host, `${at}/cache/${index}/level`);
    if (level === undefined || (await line(host, `${at}/cache/${index}/type`)) === 'Instruction') continue;
    sharers.set(`L${level}`, await list(`${at}/cache/${index}/shared_cpu_list`));
  }
  const siblings = await list(`${at}/topology/thread_siblings_list`);
  return { number, siblings: siblings.length > 0 ? siblings : [number], sharers };
}

async function line(host: Host, path: string): Promise<string | undefined> {
  return (await readText(host, path))?.trim();
}
