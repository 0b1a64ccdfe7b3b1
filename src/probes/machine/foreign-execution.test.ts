import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runnerFor, type ForeignExecution } from '../../evidence/machine/foreign-execution.ts';
import { fakeHost, type FakeMachine } from '../../host/fake.ts';
import { HostError } from '../../host/host.ts';
import type { Inquiry } from '../../model/dossier.ts';
import { foreignExecutionProbe } from './foreign-execution.ts';

const INQUIRY: Inquiry = { only: [], profile: 'quick', online: false };

async function foreign(machine: FakeMachine): Promise<ForeignExecution> {
  const fact = await foreignExecutionProbe.gather(fakeHost(machine), {}, INQUIRY);
  assert.equal(fact.state, 'known');
  return fact.value;
}

/** Written by the kernel of a real machine after qemu-aarch64 had been registered with these flags. */
const entry = (interpreter: string, flags: string): string => `enabled
interpreter ${interpreter}
flags: ${flags}
offset 0
magic 7f454c460201010000000000000000000200b700
mask ffffffffffffff00fffffffffffffffffeffffff
`;

const BINFMT = '/proc/sys/fs/binfmt_misc';
const QEMU = '/usr/bin/qemu-aarch64-static';
const AMD64 = { system: 'linux', architecture: 'amd64' };

const registered = (flags: string, more: FakeMachine['files'] = {}): FakeMachine => ({
  files: {
    [`${BINFMT}/status`]: 'enabled\n',
    [`${BINFMT}/register`]: new HostError('denied', 'Cannot read: EINVAL'),
    [`${BINFMT}/qemu-aarch64`]: entry(QEMU, flags),
    [`${BINFMT}/jar`]: 'enabled\ninterpreter /usr/bin/jexec\nflags: \nextension .jar\n',
    ...more,
  },
});

test('a registration for arm64 programs is found, one for jar files passed over', async () => {
  const found = await foreign(registered('POCF'));
  assert.deepEqual(found.registrations, [
    {
      name: 'qemu-aarch64',
      interpreter: QEMU,
      flags: 'POCF',
      interpreterFound: false,
      magic: '7f454c460201010000000000000000000200b700',
      mask: 'ffffffffffffff00fffffffffffffffffeffffff',
      architecture: 'arm64',
      isEnabled: true,
    },
  ]);
  assert.deepEqual(runnerFor(found, AMD64, 'linux', 'arm64'), { argv: [], means: 'binfmt' });
  assert.equal(runnerFor(found, AMD64, 'linux', 's390x'), undefined);
});

test('without flag F the interpreter must be there, as it is not in most containers', async () => {
  assert.equal(runnerFor(await foreign(registered('OC')), AMD64, 'linux', 'arm64'), undefined);
  const found = await foreign(registered('OC', { [QEMU]: '' }));
  assert.equal(runnerFor(found, AMD64, 'linux', 'arm64')?.means, 'binfmt');
});

test('a binfmt_misc that is switched off as a whole runs nothing', async () => {
  const found = await foreign(registered('POCF', { [`${BINFMT}/status`]: 'disabled\n' }));
  assert.equal(runnerFor(found, AMD64, 'linux', 'arm64'), undefined);
});

test('qemu-user on PATH is called by name, with the version it tells', async () => {
  const found = await foreign({
    environment: { PATH: 'relative:/opt/bin/:/usr/bin' },
    files: { [QEMU]: '' },
    commands: { [`${QEMU} --version`]: { stdout: 'qemu-aarch64 version 7.2.22 (Debian)\nCopyright\n' } },
  });
  assert.deepEqual(found.translators, [
    { architecture: 'arm64', path: QEMU, version: 'qemu-aarch64 version 7.2.22 (Debian)' },
  ]);
  assert.deepEqual(runnerFor(found, AMD64, 'linux', 'arm64'), { argv: [QEMU], means: 'qemu-user' });
});

test('a qemu-user that does not start is no translator, and does not hide the next one', async () => {
  const found = await foreign({
    environment: { PATH: '/opt/bin:/usr/bin' },
    files: { '/opt/bin/qemu-aarch64-static': '', [QEMU]: '' },
    commands: {
      '/opt/bin/qemu-aarch64-static --version': new HostError('not-executable', 'Cannot run it: ENOEXEC'),
      [`${QEMU} --version`]: { stdout: 'qemu-aarch64 version 10.0.2\n' },
    },
  });
  assert.deepEqual(
    found.translators.map(({ path }) => path),
    [QEMU],
  );
});

test('a virtual machine on Apple silicon runs amd64 programs by Rosetta for Linux', async () => {
  const magic = '7f454c4602010100000000000000000002003e00';
  const found = await foreign({
    files: {
      [`${BINFMT}/rosetta`]: entry('/mnt/lima-rosetta/rosetta', 'OCF').replace(
        /^magic .*$/m,
        `magic ${magic}`,
      ),
    },
  });
  const vm = { system: 'linux', architecture: 'arm64' };
  assert.deepEqual(runnerFor(found, vm, 'linux', 'amd64'), { argv: [], means: 'rosetta' });
  assert.deepEqual(runnerFor(found, vm, 'linux', 'arm64'), { argv: [], means: 'native' });
});

test('a Mac with Rosetta runs both, whichever of them goassay itself is', async () => {
  const found = await foreign({
    system: 'darwin',
    files: { '/Library/Apple/usr/libexec/oah/libRosettaRuntime': '' },
  });
  for (const architecture of ['arm64', 'amd64']) {
    const mac = { system: 'darwin', architecture };
    assert.equal(runnerFor(found, mac, 'darwin', 'arm64')?.means, 'native');
  }
  const mac = { system: 'darwin', architecture: 'arm64' };
  assert.equal(runnerFor(found, mac, 'darwin', 'amd64')?.means, 'rosetta');
  assert.equal(runnerFor(found, mac, 'linux', 'arm64'), undefined);
});

test('an Apple silicon Mac without Rosetta runs no amd64 program, an Intel one no arm64 program', async () => {
  const found = await foreign({ system: 'darwin' });
  const [apple, intel] = ['arm64', 'amd64'].map((architecture) => ({ system: 'darwin', architecture }));
  assert.equal(apple && runnerFor(found, apple, 'darwin', 'amd64'), undefined);
  assert.equal(intel && runnerFor(found, intel, 'darwin', 'arm64'), undefined);
});

test('a user who stops the run is not taken for a machine without translators', async () => {
  const stopped = new HostError('interrupted', 'Interrupted');
  await assert.rejects(foreign(registered('POCF', { [`${BINFMT}/status`]: stopped })), {
    refusal: 'interrupted',
  });
});
