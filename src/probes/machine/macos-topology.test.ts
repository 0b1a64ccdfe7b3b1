import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAppleSilicon } from '../../evidence/machine/apple-silicon.ts';
import { fakeHost } from '../../host/fake.ts';
import { macosTopology } from './macos-topology.ts';

/** What sysctl prints, from archspec-json tests/targets/ of that name. */
const M5 = `hw.logicalcpu: 10
hw.physicalcpu: 10
hw.packages: 1
hw.nperflevels: 2
machdep.cpu.brand_string: Apple M5
hw.perflevel0.physicalcpu: 4
hw.perflevel0.logicalcpu: 4
hw.perflevel0.l1icachesize: 196608
hw.perflevel0.l1dcachesize: 131072
hw.perflevel0.l2cachesize: 16777216
hw.perflevel0.cpusperl2: 4
hw.perflevel0.name: Super
hw.perflevel1.physicalcpu: 6
hw.perflevel1.logicalcpu: 6
hw.perflevel1.l1icachesize: 131072
hw.perflevel1.l1dcachesize: 65536
hw.perflevel1.l2cachesize: 6291456
hw.perflevel1.cpusperl2: 6
hw.perflevel1.name: Efficiency
`;

const on = (stdout: string) => macosTopology(fakeHost({ system: 'darwin', answer: () => ({ stdout }) }));

test('an M5 (darwin-tahoe-m5) has 4 + 6 cores, though its fast level is called Super', async () => {
  const { online, groups, packages } = await on(M5);
  assert.deepEqual([online, packages], [10, 1]);
  assert.deepEqual(
    groups.map(({ cpus, threadsPerCore, name }) => [cpus, threadsPerCore, name]),
    [
      [4, 1, 'Super'],
      [6, 1, 'Efficiency'],
    ],
  );
});

test('an M5 has the same groups where its levels have no names, as on macOS 12', async () => {
  const { groups } = await on(M5.replaceAll(/^hw\.perflevel\d\.name.*\n/gm, ''));
  assert.deepEqual(
    groups.map(({ cpus, name }) => [cpus, name]),
    [
      [4, undefined],
      [6, undefined],
    ],
  );
});

test('an M3 Max (darwin-sequoia-m3) has two second-level caches for its ten fast cores', async () => {
  const m3 = M5.replace('hw.logicalcpu: 10', 'hw.logicalcpu: 14')
    .replace('hw.perflevel0.logicalcpu: 4', 'hw.perflevel0.logicalcpu: 10')
    .replace('hw.perflevel0.cpusperl2: 4', 'hw.perflevel0.cpusperl2: 5');
  const { caches } = await on(m3);
  const second = caches.find(({ level }) => level === 2);
  assert.deepEqual([second?.sizeBytes, second?.sharedBy, second?.count], [16_777_216, 5, 2]);
});

test('an Intel Mac has one group, of its hyperthreads, and no levels', async () => {
  const { groups, caches } = await on(
    'hw.logicalcpu: 8\nhw.physicalcpu: 4\nhw.packages: 1\nmachdep.cpu.brand_string: Intel(R) Core(TM) i7-6700K CPU @ 4.00GHz\n',
  );
  assert.deepEqual(groups, [
    { cpus: 8, threadsPerCore: 2, name: 'Intel(R) Core(TM) i7-6700K CPU @ 4.00GHz' },
  ]);
  assert.deepEqual(caches, []);
});

const MAC = {
  system: 'darwin',
  kernel: 'Darwin 25.0.0',
  unameMachine: 'arm64',
  processArchitecture: 'arm64',
};

test('an M5 is known for Apple silicon by its model, as its levels do not say so; an Intel Mac is not', async () => {
  const { model, ...nameless } = await on(M5);
  assert.equal(model, 'Apple M5');
  assert.equal(isAppleSilicon(MAC, { ...nameless, model }), true);
  assert.equal(isAppleSilicon(MAC, nameless), false);
  const intel = await on(
    'hw.logicalcpu: 8\nhw.physicalcpu: 4\nmachdep.cpu.brand_string: Intel(R) Core(TM) i7\n',
  );
  assert.equal(isAppleSilicon(MAC, intel), false);
});

test('sysctl that answers nothing gives no CPUs, which the claim takes for not knowing', async () => {
  assert.equal((await on('')).online, 0);
});
