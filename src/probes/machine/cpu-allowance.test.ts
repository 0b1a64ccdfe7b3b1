import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tightestLimit, type CpuAllowance } from '../../evidence/machine/cpu-allowance.ts';
import { fakeHost } from '../../host/fake.ts';
import { HostError } from '../../host/host.ts';
import type { Inquiry } from '../../model/dossier.ts';
import { cpuAllowanceProbe } from './cpu-allowance.ts';

const INQUIRY: Inquiry = { only: [], profile: 'quick', online: false };
type Files = Record<string, string | HostError>;

async function allowance(files: Files, cpus = '0-4'): Promise<CpuAllowance> {
  const status = `Name:\tnode\nCpus_allowed:\t1f\nCpus_allowed_list:\t${cpus}\n`;
  const host = fakeHost({ files: { '/proc/self/status': status, ...files } });
  const fact = await cpuAllowanceProbe.gather(host, {}, INQUIRY);
  assert.ok(fact.state === 'known');
  return fact.value;
}

const limit = async (files: Files, cpus?: string) => {
  const found = tightestLimit(await allowance(files, cpus));
  return found && [found.by, found.cpus, found.level?.path, found.level?.up];
};

const UNIFIED = '31 24 0:28 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n';

/** The tree of golang/go#81180: the parent has a quota of two CPUs, the leaf none. */
const PARENT_IS_TIGHTER: Files = {
  '/proc/self/cgroup': '0::/parent/leaf\n',
  '/proc/self/mountinfo': UNIFIED,
  '/sys/fs/cgroup/cgroup.procs': '',
  '/sys/fs/cgroup/cpuset.cpus.effective': '0-4\n',
  '/sys/fs/cgroup/parent/cgroup.events': '',
  '/sys/fs/cgroup/parent/cpu.max': '200000 100000\n',
  '/sys/fs/cgroup/parent/cpu.stat': 'usage_usec 1\nnr_periods 120\nnr_throttled 17\nthrottled_usec 9\n',
  '/sys/fs/cgroup/parent/leaf/cpu.max': 'max 100000\n',
};

test('a quota of the parent is the limit, whatever the leaf says (golang/go#81180)', async () => {
  assert.deepEqual(await limit(PARENT_IS_TIGHTER), ['quota', 2, '/sys/fs/cgroup/parent', 1]);
  const { levels, ancestorsHidden } = await allowance(PARENT_IS_TIGHTER);
  assert.deepEqual(
    levels.map(({ path, up, periods, throttledPeriods }) => [path, up, periods, throttledPeriods]),
    [
      ['/sys/fs/cgroup/parent/leaf', 0, undefined, undefined],
      ['/sys/fs/cgroup/parent', 1, 120, 17],
      ['/sys/fs/cgroup', 2, undefined, undefined],
    ],
  );
  assert.equal(ancestorsHidden, false);
});

test('affinity is the limit where it is tighter than every quota', async () => {
  assert.deepEqual(await limit(PARENT_IS_TIGHTER, '3'), ['affinity', 1, undefined, undefined]);
});

test('a pod with a cgroup namespace sees its own quota, and that there is more above', async () => {
  const pod: Files = {
    '/proc/self/cgroup': '0::/\n',
    '/proc/self/mountinfo': UNIFIED,
    '/sys/fs/cgroup/cgroup.events': 'populated 1\n',
    '/sys/fs/cgroup/cpu.max': '25000 100000\n',
  };
  assert.deepEqual(await limit(pod), ['quota', 0.25, '/sys/fs/cgroup', 0]);
  assert.equal((await allowance(pod)).ancestorsHidden, true);
});

/** cgroup v1 as Docker mounts it without a namespace: the container's own group is all that is there. */
const V1: Files = {
  '/proc/self/cgroup':
    '11:cpuset:/kubepods/pod1/c1\n5:cpu,cpuacct:/kubepods/pod1/c1\n1:name=systemd:/kubepods/pod1/c1\n',
  '/proc/self/mountinfo': [
    '40 23 0:4 net:[4026532281] /run/netns/blue rw shared:22 - nsfs nsfs rw',
    '700 690 0:33 /kubepods/pod1/c1 /sys/fs/cgroup/cpu,cpuacct ro,nosuid master:16 - cgroup cgroup rw,cpu,cpuacct',
    '701 690 0:34 /kubepods/pod1/c1 /sys/fs/cgroup/cpuset ro,nosuid master:17 - cgroup cgroup rw,cpuset',
    '',
  ].join('\n'),
  '/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us': '350000\n',
  '/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us': '100000\n',
  '/sys/fs/cgroup/cpuset/cpuset.cpus': '0-7\n',
  '/sys/fs/cgroup/cpuset/cpuset.effective_cpus': '0,2,4\n',
};

test('cgroup v1 below a mount that is not the root gives set and quota, and says that ancestors are hidden', async () => {
  assert.deepEqual(await limit(V1), ['set', 3, '/sys/fs/cgroup/cpuset', 0]);
  const { levels, ancestorsHidden } = await allowance(V1);
  assert.deepEqual(
    levels.map(({ version, quotaCpus, setCpus }) => [version, quotaCpus, setCpus]),
    [
      [1, undefined, 3],
      [1, 3.5, undefined],
    ],
  );
  assert.equal(ancestorsHidden, true);
});

test('cgroup v1 in a cgroup namespace looks like the root, and is known not to be by its missing release_agent', async () => {
  const namespaced: Files = {
    '/proc/self/cgroup': '5:cpu:/\n6:cpuset:/\n',
    '/proc/self/mountinfo': [
      '700 690 0:33 / /sys/fs/cgroup/cpu ro - cgroup cgroup rw,cpu',
      '701 690 0:34 / /sys/fs/cgroup/cpuset ro - cgroup cgroup rw,cpuset',
    ].join('\n'),
    '/sys/fs/cgroup/cpu/tasks': '1\n',
    '/sys/fs/cgroup/cpuset/tasks': '1\n',
  };
  assert.equal((await allowance(namespaced)).ancestorsHidden, true);
  for (const name of ['cpu', 'cpuset']) namespaced[`/sys/fs/cgroup/${name}/release_agent`] = '';
  assert.equal((await allowance(namespaced)).ancestorsHidden, false);
});

test('the whole hierarchy is read where it is mounted beside a part of it', async () => {
  const whole = '702 690 0:33 / /host/cpu rw - cgroup cgroup rw,cpu,cpuacct\n';
  const host: Files = {
    ...V1,
    '/proc/self/mountinfo': `${String(V1['/proc/self/mountinfo'])}${whole}`,
    '/host/cpu/release_agent': '',
    '/host/cpu/kubepods/cpu.cfs_quota_us': '100000\n',
    '/host/cpu/kubepods/cpu.cfs_period_us': '100000\n',
  };
  assert.deepEqual(await limit(host), ['quota', 1, '/host/cpu/kubepods', 2]);
});

test('a v2 hierarchy that has no controllers, beside v1 ones that have them, hides nothing', async () => {
  // Read on a virtual machine with Linux 6.18, where v2 is mounted elsewhere.
  const hybrid: Files = {
    '/proc/self/cgroup': '3:cpuset:/\n2:cpuacct:/\n1:cpu:/\n0::/\n',
    '/proc/self/mountinfo': [
      '32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu',
      '34 31 0:31 / /sys/fs/cgroup/cpuset rw,relatime - cgroup cgroup rw,cpuset',
      '',
    ].join('\n'),
    '/sys/fs/cgroup/cpu/release_agent': '',
    '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '-1\n',
    '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000\n',
    '/sys/fs/cgroup/cpuset/release_agent': '',
    '/sys/fs/cgroup/cpuset/cpuset.effective_cpus': '0-1\n',
  };
  assert.deepEqual(await limit(hybrid, '0-1'), ['affinity', 2, undefined, undefined]);
  assert.equal((await allowance(hybrid)).ancestorsHidden, false);
});

test('a group that the namespace does not name is not taken for the one that is mounted', async () => {
  const outside = { ...PARENT_IS_TIGHTER, '/proc/self/cgroup': '0::/../../system.slice/sshd.service\n' };
  const { levels, ancestorsHidden } = await allowance(outside);
  assert.deepEqual([levels, ancestorsHidden], [[], true]);
});

test('a file that may not be read leaves its limit out', async () => {
  const denied = new HostError('denied', 'Cannot read: EACCES');
  const files = { ...PARENT_IS_TIGHTER, '/sys/fs/cgroup/parent/cpu.max': denied };
  assert.deepEqual(await limit(files), ['affinity', 5, undefined, undefined]);
});

test('without /proc the allowance is blocked, on macOS absent', async () => {
  for (const [system, state] of [
    ['linux', 'blocked'],
    ['darwin', 'absent'],
  ] as const)
    assert.equal((await cpuAllowanceProbe.gather(fakeHost({ system }), {}, INQUIRY)).state, state);
});
