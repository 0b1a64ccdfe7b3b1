import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../../host/fake.ts';
import { processorClusters } from './processor-clusters.ts';

interface Shape {
  readonly cpus: number;
  readonly siblings?: (cpu: number) => string;
  readonly caches: Readonly<Record<string, (cpu: number) => string>>;
}

/** /sys of a machine: of each processor what it shares with whom. */
function machine({ cpus, siblings = String, caches }: Shape) {
  const files: Record<string, string> = { '/sys/devices/system/cpu/online': `0-${cpus - 1}\n` };
  for (let cpu = 0; cpu < cpus; cpu += 1) {
    const at = `/sys/devices/system/cpu/cpu${cpu}`;
    files[`${at}/topology/thread_siblings_list`] = `${siblings(cpu)}\n`;
    files[`${at}/topology/package_cpus_list`] = `0-${cpus - 1}\n`;
    for (const [index, [level, shared]] of Object.entries(caches).entries()) {
      files[`${at}/cache/index${index}/level`] = `${level}\n`;
      files[`${at}/cache/index${index}/type`] = 'Unified\n';
      files[`${at}/cache/index${index}/shared_cpu_list`] = `${shared(cpu)}\n`;
    }
  }
  return fakeHost({ files });
}

const pairs = (cpu: number): string => (cpu < 4 ? '0-3' : '4-7');

test('an M1 Pro as Linux tells it has clusters by the second-level cache', async () => {
  // Two efficiency cores and two clusters of four, as in Asahi's device tree.
  const shared = (cpu: number): string => (cpu < 2 ? '0-1' : cpu < 6 ? '2-5' : '6-9');
  const found = await processorClusters(machine({ cpus: 10, caches: { 2: shared } }));
  assert.deepEqual(found, {
    shared: 'L2',
    clusters: [
      [2, 3, 4, 5],
      [6, 7, 8, 9],
      [0, 1],
    ],
  });
});

test('what the threads of one core share is no cluster; of an EPYC it is the third-level cache', async () => {
  const siblings = (cpu: number): string => `${cpu - (cpu % 2)}-${cpu - (cpu % 2) + 1}`;
  const found = await processorClusters(machine({ cpus: 8, siblings, caches: { 2: siblings, 3: pairs } }));
  assert.deepEqual(found, {
    shared: 'L3',
    clusters: [
      [0, 2],
      [4, 6],
    ],
  });
});

test('a Neoverse-N1, whose second-level caches are private and whose third is one, has no clusters', async () => {
  const found = await processorClusters(machine({ cpus: 8, caches: { 2: String, 3: () => '0-7' } }));
  assert.equal(found, undefined);
});
