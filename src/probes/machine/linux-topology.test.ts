import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../../host/fake.ts';
import { HostError } from '../../host/host.ts';
import { linuxTopology } from './linux-topology.ts';

interface Core {
  readonly part?: string;
  readonly capacity?: number;
  readonly maxFrequencyKhz?: number;
  readonly cluster?: number;
  readonly package?: number;
  /** Type, size and the CPUs that share it, by level. */
  readonly caches?: readonly (readonly [level: number, type: string, size: string, sharedBy: string])[];
}

/** The files of sysfs and procfs that tell of these cores, CPU 0 first. */
function files(cores: readonly Core[], implementer = '0x41'): Record<string, string> {
  const told: Record<string, string> = {
    '/sys/devices/system/cpu/online': `0-${cores.length - 1}\n`,
    '/sys/devices/system/cpu/possible': `0-${cores.length - 1}\n`,
    '/sys/devices/system/cpu/isolated': '\n',
    '/proc/cpuinfo': cores
      .map(
        ({ part }, cpu) =>
          `processor\t: ${cpu}\n${part ? `CPU implementer\t: ${implementer}\nCPU part\t: ${part}\n` : ''}\n`,
      )
      .join(''),
  };
  cores.forEach((core, cpu) => {
    const at = `/sys/devices/system/cpu/cpu${cpu}`;
    const tell = (name: string, value: number | undefined): void => {
      if (value !== undefined) told[`${at}/${name}`] = `${value}\n`;
    };
    tell('cpu_capacity', core.capacity);
    tell('cpufreq/cpuinfo_max_freq', core.maxFrequencyKhz);
    tell('topology/cluster_id', core.cluster);
    tell('topology/physical_package_id', core.package);
    told[`${at}/topology/thread_siblings_list`] = `${cpu}\n`;
    for (const [index, [level, type, size, shared]] of (core.caches ?? []).entries()) {
      told[`${at}/cache/index${index}/level`] = `${level}\n`;
      told[`${at}/cache/index${index}/type`] = `${type}\n`;
      told[`${at}/cache/index${index}/size`] = `${size}\n`;
      told[`${at}/cache/index${index}/shared_cpu_list`] = `${shared}\n`;
    }
  });
  return told;
}

/** NVIDIA DGX Spark: hwloc tests/hwloc/linux/nvidia-dgx-gb10.tar.bz2, its capacities, parts and caches. */
const GB10 = Array.from({ length: 20 }, (_, cpu): Core => {
  const isSecond = cpu >= 10;
  const isLittle = cpu % 10 < 5;
  const big = cpu === 19 ? 1024 : isSecond ? 1017 : 997;
  return {
    part: isLittle ? '0xd87' : '0xd85',
    capacity: isLittle ? (isSecond ? 731 : 718) : big,
    maxFrequencyKhz: isLittle ? 2_808_000 : 3_900_000,
    cluster: isSecond ? 1144 : 56,
    package: 36,
    caches: [
      [1, 'Data', '64K', `${cpu}`],
      [1, 'Instruction', '64K', `${cpu}`],
      [2, 'Unified', isLittle ? '512K' : '2048K', `${cpu}`],
      [3, 'Unified', isSecond ? '16384K' : '8192K', isSecond ? '10-19' : '0-9'],
    ],
  };
});

const structure = async (told: Record<string, string | HostError>) => {
  const { groups } = await linuxTopology(fakeHost({ files: told }));
  return groups.map(({ cpus, numbers }) => [cpus, numbers?.join()]);
};

// hwloc expects two kinds of ten (nvidia-dgx-gb10.xml, cpukind cpusets 0xf83e0 and 0x7c1f).
const TWO_OF_TEN = [
  [10, '5,6,7,8,9,15,16,17,18,19'],
  [10, '0,1,2,3,4,10,11,12,13,14'],
];

test('a GB10 has two groups of ten, as hwloc groups it', async () => {
  assert.deepEqual(await structure(files(GB10)), TWO_OF_TEN);
});

test('a GB10 has the same two groups where no part number is told, which hwloc splits into five', async () => {
  assert.deepEqual(await structure(files(GB10.map((core) => ({ ...core, part: '' })))), TWO_OF_TEN);
});

test('a GB10 has the same two groups with part 0x0, as virtual machines show it, and no name', async () => {
  const hidden = files(GB10.map((core) => ({ ...core, part: '0x000' })));
  assert.deepEqual(await structure(hidden), TWO_OF_TEN);
  const { groups } = await linuxTopology(fakeHost({ files: hidden }));
  assert.deepEqual(
    groups.map(({ name }) => name),
    [undefined, undefined],
  );
});

test('a GB10 has one package, two clusters and the caches that hwloc draws', async () => {
  const { packages, clusters, caches, groups } = await linuxTopology(fakeHost({ files: files(GB10) }));
  assert.deepEqual([packages, clusters], [1, 2]);
  assert.deepEqual(
    groups.map(({ name, capacity }) => [name, capacity]),
    [
      ['Cortex-X925', 1024],
      ['Cortex-A725', 731],
    ],
  );
  assert.deepEqual(
    caches.map(({ level, type, sizeBytes, sharedBy, count }) => [level, type, sizeBytes, sharedBy, count]),
    [
      [1, 'Data', 65_536, 1, 20],
      [1, 'Instruction', 65_536, 1, 20],
      [2, 'Unified', 524_288, 1, 10],
      [2, 'Unified', 2_097_152, 1, 10],
      [3, 'Unified', 8_388_608, 10, 1],
      [3, 'Unified', 16_777_216, 10, 1],
    ],
  );
});

/** util-linux tests/ts/lscpu/dumps/arm-A510-A710-A715-X3.tar.gz; A715 and A710 are equally fast. */
const PHONE: readonly Core[] = [
  ...Array.from({ length: 3 }, () => ({ part: '0xd46', capacity: 280, maxFrequencyKhz: 2_016_000 })),
  ...Array.from({ length: 2 }, () => ({ part: '0xd4d', capacity: 855, maxFrequencyKhz: 2_803_200 })),
  ...Array.from({ length: 2 }, () => ({ part: '0xd47', capacity: 855, maxFrequencyKhz: 2_803_200 })),
  { part: '0xd4e', capacity: 1024, maxFrequencyKhz: 3_187_200 },
];

test('a telephone has the four sorts of cores that lscpu prints', async () => {
  const { groups } = await linuxTopology(fakeHost({ files: files(PHONE) }));
  // tests/expected/lscpu/lscpu-arm-A510-A710-A715-X3: model name and cores of each.
  assert.deepEqual(
    groups.map(({ cpus, name, maxFrequencyKhz }) => [cpus, name, maxFrequencyKhz]),
    [
      [1, 'Cortex-X3', 3_187_200],
      [2, 'Cortex-A715', 2_803_200],
      [2, 'Cortex-A710', 2_803_200],
      [3, 'Cortex-A510', 2_016_000],
    ],
  );
});

/** hwloc tests/hwloc/linux/128arm-2pa2n8cluster4co.tar.bz2: two Kunpeng 920, four nodes. */
const KUNPENG = Array.from({ length: 128 }, (_, cpu): Core => ({
  part: '0xd01',
  capacity: 1024,
  cluster: Math.floor(cpu / 4),
  package: cpu < 64 ? 36 : 3180,
}));

const DISTANCES = ['10 16 32 33', '16 10 25 32', '32 25 10 16', '33 32 16 10'];

test('two Kunpeng 920 are two packages of 32 clusters in four nodes, at hwloc’s distances', async () => {
  const told = files(KUNPENG, '0x48');
  DISTANCES.forEach((distances, node) => {
    told[`/sys/devices/system/node/node${node}/cpulist`] = `${node * 32}-${node * 32 + 31}\n`;
    told[`/sys/devices/system/node/node${node}/distance`] = `${distances}\n`;
  });
  const { online, packages, clusters, groups, nodes } = await linuxTopology(fakeHost({ files: told }));
  assert.deepEqual([online, packages, clusters, groups.length], [128, 2, 32, 1]);
  assert.deepEqual(
    nodes.map(({ node, cpus, distances }) => [node, cpus.length, cpus[0], distances.join(' ')]),
    DISTANCES.map((distances, node) => [node, 32, node * 32, distances]),
  );
});

test('favoured cores of one x86 processor are no group of their own, its little cores are', async () => {
  // Turbo Boost Max 3.0 lets the best fast cores run a few per cent above the others.
  const speeds = [6_000_000, 5_700_000, 4_400_000];
  const cores = speeds.map((maxFrequencyKhz): Core => ({ maxFrequencyKhz }));
  assert.deepEqual(await structure(files(cores)), [
    [2, '0,1'],
    [1, '2'],
  ]);
});

test('a core whose speed is not told is not taken for a slow one', async () => {
  // hwloc tests/hwloc/linux/2arm-2c: only CPU 0 has cpufreq.
  assert.deepEqual(await structure(files([{ maxFrequencyKhz: 800_000 }, {}])), [[2, '0,1']]);
});

test('a file that may not be read leaves its fact out and no other', async () => {
  const told: Record<string, string | HostError> = files(PHONE);
  told['/sys/devices/system/cpu/cpu0/cpufreq/cpuinfo_max_freq'] = new HostError(
    'denied',
    'Cannot read: EACCES',
  );
  assert.equal((await structure(told)).length, 4);
});

test('a user who stops the run is not taken for a file that may not be read', async () => {
  const told: Record<string, string | HostError> = files(PHONE);
  told['/sys/devices/system/cpu/online'] = new HostError('interrupted', 'Interrupted');
  await assert.rejects(structure(told), { refusal: 'interrupted' });
});
