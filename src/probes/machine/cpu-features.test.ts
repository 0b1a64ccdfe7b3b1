import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasLse, type CpuFeatures } from '../../evidence/machine/cpu-features.ts';
import { fakeHost, type FakeMachine } from '../../host/fake.ts';
import type { Fact } from '../../model/fact.ts';
import { cpuFeaturesProbe } from './cpu-features.ts';

function features(machine: FakeMachine): Promise<Fact<CpuFeatures>> {
  return cpuFeaturesProbe.gather(fakeHost(machine), {}, { only: [], profile: 'quick', online: false });
}

const cpuinfo = (...cores: readonly string[]): FakeMachine => ({
  files: {
    '/proc/cpuinfo': cores
      .map((lines, processor) => `processor\t: ${processor}\nBogoMIPS\t: 243.75\n${lines}\n`)
      .join('\n'),
  },
});

/** archspec-json, tests/targets/linux-amazon-neoverse_n1: AWS Graviton2. */
const GRAVITON2 =
  'Features\t: fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp cpuid asimdrdm lrcpc dcpop asimddp ssbs\n' +
  'CPU implementer\t: 0x41\nCPU architecture: 8\nCPU variant\t: 0x3\nCPU part\t: 0xd0c\nCPU revision\t: 1';

/** archspec-json, tests/targets/linux-amazon-cortex_a72: AWS Graviton. */
const GRAVITON = 'Features\t: fp asimd evtstrm aes pmull sha1 sha2 crc32 cpuid\nCPU part\t: 0xd08';

/** `sysctl hw.optional` as archspec's darwin dumps hold it; shortened. */
const APPLE = `hw.optional.arm.FEAT_LSE: 1
hw.optional.arm.FEAT_BF16: 0
hw.optional.armv8_1_atomics: 1
hw.optional.floatingpoint: 1
hw.optional.arm64: 1
`;

const intelMac: FakeMachine = {
  system: 'darwin',
  answer: () => ({ stdout: 'hw.optional.sse4_2: 1\nhw.optional.avx2_0: 1\nhw.optional.floatingpoint: 1\n' }),
};

const MACHINES = [
  ['Graviton2', cpuinfo(GRAVITON2, GRAVITON2), 'hwcap', 'atomics', true],
  ['Graviton, a Cortex-A72', cpuinfo(GRAVITON), 'hwcap', 'crc32', false],
  ['cores of which one lacks atomics', cpuinfo(GRAVITON2, GRAVITON), 'hwcap', 'aes', false],
  ['an x86 machine', cpuinfo('flags\t\t: fpu vme sse4_1'), 'x86-flags', 'sse4_1', undefined],
  [
    'Apple silicon',
    { system: 'darwin', commands: { '/usr/sbin/sysctl hw.optional': { stdout: APPLE } } },
    'apple',
    'FEAT_LSE',
    true,
  ],
  [
    'macOS 11, which has the old name only',
    {
      system: 'darwin',
      commands: { '/usr/sbin/sysctl hw.optional': { stdout: 'hw.optional.armv8_1_atomics: 1\n' } },
    },
    'apple',
    'armv8_1_atomics',
    true,
  ],
  ['an Intel Mac', intelMac, 'apple', 'avx2_0', undefined],
  [
    'a 32-bit kernel',
    cpuinfo('Features\t: half thumb fastmult vfp edsp neon vfpv4'),
    'hwcap',
    'neon',
    undefined,
  ],
] as const;

for (const [what, machine, vocabulary, one, lse] of MACHINES) {
  test(`cpu-features of ${what} have ${one} and ${lse === true ? '' : 'no '}single-instruction atomics`, async () => {
    const fact = await features(machine);
    assert.ok(fact.state === 'known');
    assert.equal(fact.value.vocabulary, vocabulary);
    assert.ok(fact.value.features.includes(one));
    assert.equal(hasLse(fact.value), lse);
  });
}

test('cpu-features leave out what Apple says is 0', async () => {
  const fact = await features(MACHINES[4][1]);
  assert.ok(fact.state === 'known');
  assert.deepEqual(fact.value.features, ['FEAT_LSE', 'arm64', 'armv8_1_atomics', 'floatingpoint']);
});

test('cpu-features are absent where the kernel names none', async () => {
  assert.equal((await features({})).state, 'absent');
  assert.equal((await features(cpuinfo('CPU part\t: 0x0'))).state, 'absent');
});

/** /proc/self/auxv as an arm64 process under qemu-aarch64-static 7.2 -cpu cortex-a72 read it. */
const UNDER_QEMU: FakeMachine = {
  architecture: 'arm64',
  files: { '/proc/self/auxv': new Uint8Array(new BigUint64Array([16n, 0x8fbn, 26n, 0n, 0n, 0n]).buffer) },
};

test('cpu-features under qemu-user keep what the process was handed apart from the host’s flags', async () => {
  const files = { ...UNDER_QEMU.files, ...cpuinfo('flags\t\t: fpu vme sse4_1').files };
  const fact = await features({ ...UNDER_QEMU, files });
  assert.ok(fact.state === 'known');
  assert.equal(fact.value.vocabulary, 'x86-flags');
  assert.deepEqual(fact.value.process, {
    hwcap: '0x8fb',
    hwcap2: '0x0',
    features: ['aes', 'asimd', 'cpuid', 'crc32', 'fp', 'pmull', 'sha1', 'sha2'],
  });
});

test('cpu-features are what the process was handed where there is no /proc/cpuinfo', async () => {
  const fact = await features(UNDER_QEMU);
  assert.ok(fact.state === 'known');
  assert.deepEqual([fact.value.vocabulary, hasLse(fact.value)], ['hwcap', false]);
});
