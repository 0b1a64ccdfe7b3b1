import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hardwareOf, isTranslated, type Translation } from '../../evidence/machine/translation.ts';
import { fakeHost, type FakeMachine } from '../../host/fake.ts';
import { HostError } from '../../host/host.ts';
import type { Inquiry } from '../../model/dossier.ts';
import { translationProbe } from './translation.ts';

const INQUIRY: Inquiry = { only: [], profile: 'quick', online: false };

async function hear(machine: FakeMachine): Promise<Translation> {
  const fact = await translationProbe.gather(fakeHost(machine), {}, INQUIRY);
  assert.equal(fact.state, 'known');
  return fact.value;
}

function elf(machine: number, is64 = true): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, is64 ? 2 : 1, 1, 1]);
  bytes.set([2, 0, machine], 16);
  return bytes;
}

function vector(...words: readonly number[]): Uint8Array {
  return new Uint8Array(new BigUint64Array([...words, 0, 0].map(BigInt)).buffer);
}

const X86_CPUINFO = 'processor\t: 0\nvendor_id\t: AuthenticAMD\nflags\t\t: fpu vme\n';
const N1_CPUINFO =
  'processor\t: 0\nFeatures\t: fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics\nCPU implementer\t: 0x41\nCPU architecture: 8\nCPU part\t: 0xd0c\n';
const NODE = '00400000-00401000 r-xp 00000000 08:01 131 /usr/bin/node\n';

const ARM64: FakeMachine = {
  architecture: 'arm64',
  files: {
    '/proc/sys/kernel/arch': 'aarch64\n',
    '/proc/cpuinfo': N1_CPUINFO,
    '/proc/thread-self/exe': elf(183),
    '/proc/thread-self/maps': NODE,
    '/proc/thread-self/cmdline': 'node\0main.ts\0',
    '/proc/self/auxv': vector(33, 0x7fff0000, 16, 0x1ff, 26, 0),
  },
  commands: { 'uname -m': { stdout: 'aarch64\n' } },
};

/** Read by goassay itself, started by an arm64 Node 24 under qemu-aarch64-static 7.2 on x86-64. */
const QEMU: FakeMachine = {
  architecture: 'arm64',
  files: {
    '/proc/sys/kernel/arch': 'x86_64\n',
    '/proc/cpuinfo': X86_CPUINFO,
    '/proc/thread-self/exe': elf(62),
    '/proc/thread-self/maps': `${NODE}00600000-00a00000 r-xp 00000000 08:01 99 /usr/bin/qemu-aarch64-static\n`,
    '/proc/thread-self/cmdline': 'qemu-aarch64-static\0-L\0/usr/aarch64-linux-gnu\0node\0main.ts\0',
    '/proc/self/auxv': vector(16, 0xecfffffb, 26, 0x7f877fff),
  },
  commands: { 'uname -m': { stdout: 'x86_64\n' } },
};

const sayings = ({ witnesses }: Translation, about: string) =>
  new Set(witnesses.filter((witness) => witness.about === about).map(({ says }) => says));

test('every witness of an arm64 machine says arm64 and native', async () => {
  const heard = await hear(ARM64);
  assert.deepEqual(sayings(heard, 'hardware'), new Set(['arm64']));
  assert.deepEqual(sayings(heard, 'process'), new Set(['native']));
  assert.ok(heard.witnesses.length >= 9);
});

test('every witness under qemu-user says amd64 hardware and a translated process', async () => {
  const heard = await hear(QEMU);
  assert.deepEqual(sayings(heard, 'hardware'), new Set(['amd64']));
  assert.deepEqual(sayings(heard, 'process'), new Set(['translated']));
  assert.equal(heard.witnesses.length, 10);
});

test('a qemu that makes up cpuinfo, gives a vDSO and fakes uname does not fool the decisive ones', async () => {
  const heard = await hear({
    ...QEMU,
    files: {
      ...QEMU.files,
      '/proc/cpuinfo': N1_CPUINFO,
      '/proc/self/auxv': vector(33, 0x7fff0000, 16, 0x1ff, 26, 0),
    },
    commands: { 'uname -m': { stdout: 'aarch64\n' } },
  });
  assert.deepEqual([hardwareOf(heard), isTranslated(heard)], ['amd64', true]);
});

test('a capability that is too new to have a settled name does not make a machine look translated', async () => {
  const auxv = vector(33, 0x7fff0000, 16, 2 ** 41 + 0x1ff, 26, 2 ** 62);
  const heard = await hear({ ...ARM64, files: { ...ARM64.files, '/proc/self/auxv': auxv } });
  assert.deepEqual(sayings(heard, 'process'), new Set(['native']));
});

test('a kernel before 6.1, which does not tell its own architecture, is known by what it runs', async () => {
  const { '/proc/sys/kernel/arch': _arch, ...older } = QEMU.files ?? {};
  const heard = await hear({ ...QEMU, files: older });
  assert.deepEqual([hardwareOf(heard), isTranslated(heard)], ['amd64', true]);
});

test('an amd64 process under Rosetta for Linux is translated on arm64', async () => {
  // docker/for-mac#7058: the interpreter is /rosetta/rosetta and shows in cmdline.
  const heard = await hear({
    architecture: 'x64',
    files: {
      '/proc/sys/kernel/arch': 'aarch64\n',
      '/proc/cpuinfo': 'processor\t: 0\nvendor_id\t: VirtualApple\nflags\t: fpu\n',
      '/proc/thread-self/exe': elf(183),
      '/proc/thread-self/cmdline': '/rosetta/rosetta\0/usr/bin/node\0',
    },
    commands: { 'uname -m': { stdout: 'x86_64\n' } },
  });
  assert.deepEqual([hardwareOf(heard), isTranslated(heard)], ['arm64', true]);
  const named = heard.witnesses.find(({ id }) => id === '/proc/thread-self/cmdline');
  assert.deepEqual([named?.says, named?.raw], ['translated', '/rosetta/rosetta']);
});

test('a 32-bit process on a 64-bit Raspberry Pi OS kernel is native, and its executable no word on the hardware', async () => {
  const heard = await hear({
    ...ARM64,
    architecture: 'arm',
    files: { ...ARM64.files, '/proc/thread-self/exe': elf(40, false) },
  });
  assert.deepEqual([hardwareOf(heard), isTranslated(heard)], ['arm64', false]);
  assert.deepEqual(sayings(heard, 'process'), new Set(['native']));
});

test('a 32-bit kernel is not taken for arm64 because its cpuinfo names an implementer', async () => {
  const heard = await hear({
    architecture: 'arm',
    files: { '/proc/cpuinfo': 'processor\t: 0\nCPU implementer\t: 0x41\nCPU architecture: 7\n' },
    commands: { 'uname -m': { stdout: 'armv7l\n' } },
  });
  assert.deepEqual(sayings(heard, 'hardware'), new Set(['arm']));
});

test('a program below a directory called qemu-aarch64 is not taken for a translator', async () => {
  const maps = '00400000-00401000 r-xp 00000000 08:01 131 /home/gopher/qemu-aarch64/node\n';
  const heard = await hear({ ...ARM64, files: { ...ARM64.files, '/proc/thread-self/maps': maps } });
  assert.deepEqual(sayings(heard, 'process'), new Set(['native']));
});

test('a file that may not be read silences its witness only', async () => {
  const denied = new HostError('denied', 'Cannot read: EACCES');
  const heard = await hear({
    ...ARM64,
    files: { ...ARM64.files, '/proc/thread-self/maps': denied, '/proc/thread-self/exe': denied },
    commands: {},
  });
  assert.deepEqual([hardwareOf(heard), isTranslated(heard)], ['arm64', false]);
});

// What `sysctl NAME…` prints of the names that goassay asks for, from archspec-json tests/targets/;
// sysctl.proc_translated, which those dumps do not ask for, and the Intel Mac's hw lines from Apple's
// documentation and mach/machine.h (CPUFAMILY_INTEL_SKYLAKE).
const ROSETTA = `hw.optional.arm64: 1
sysctl.proc_translated: 1
hw.cputype: 7
hw.cpufamily: 1463508716
hw.pagesize: 4096
hw.pagesize32: 16384
hw.cachelinesize: 64
machdep.cpu.brand_string: Apple M1
machdep.cpu.features: FPU VME DE PSE TSC MSR PAE MCE CX8 APIC SEP MTRR
`;
const M5 = `hw.optional.arm64: 1
sysctl.proc_translated: 0
hw.cputype: 16777228
hw.cpufamily: 492472296
hw.pagesize: 16384
hw.pagesize32: 16384
hw.cachelinesize: 128
machdep.cpu.brand_string: Apple M5
`;
const INTEL = `hw.cputype: 7
hw.cpufamily: 939270559
hw.pagesize: 4096
hw.pagesize32: 4096
hw.cachelinesize: 64
machdep.cpu.brand_string: Intel(R) Core(TM) i7-6700K CPU @ 4.00GHz
machdep.cpu.features: FPU VME DE PSE TSC MSR PAE MCE CX8 APIC SEP MTRR
`;

const mac = (stdout: string, architecture: string): FakeMachine => ({
  system: 'darwin',
  architecture,
  answer: () => ({ stdout }),
});

test('a shell under Rosetta (rossetta2-monterey-core2) is translated on arm64, by six witnesses at least', async () => {
  const heard = await hear(mac(ROSETTA, 'x64'));
  assert.deepEqual([hardwareOf(heard), isTranslated(heard)], ['arm64', true]);
  const translated = heard.witnesses.filter(({ says }) => says === 'translated').map(({ id }) => id);
  const pretended = heard.witnesses.filter(({ says }) => says === 'amd64').map(({ id }) => id);
  assert.deepEqual(translated, [
    'sysctl.proc_translated',
    'hardware and process',
    'hw.pagesize',
    'hw.cachelinesize',
    'machdep.cpu.features',
  ]);
  assert.deepEqual(pretended, ['hw.cputype', 'hw.cpufamily']);
});

test('an amd64 process on Apple silicon is translated even where sysctl itself is not', async () => {
  assert.equal(isTranslated(await hear(mac(M5.replace(/^sysctl.*\n/m, ''), 'x64'))), true);
});

test('every witness of an M5 (darwin-tahoe-m5) says arm64 and native', async () => {
  const heard = await hear(mac(M5, 'arm64'));
  assert.deepEqual(sayings(heard, 'hardware'), new Set(['arm64']));
  assert.deepEqual(sayings(heard, 'process'), new Set(['native']));
});

test('every witness of an Intel Mac (darwin-mojave-skylake) says amd64 and native', async () => {
  const heard = await hear(mac(INTEL, 'x64'));
  assert.deepEqual([hardwareOf(heard), isTranslated(heard)], ['amd64', false]);
  assert.deepEqual(sayings(heard, 'hardware'), new Set(['amd64']));
});

test('no witnesses are invented for a system that is not known', async () => {
  const fact = await translationProbe.gather(fakeHost({ system: 'freebsd' }), {}, INQUIRY);
  assert.equal(fact.state, 'absent');
});
