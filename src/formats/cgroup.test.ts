import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ancestry, cgroupMounts, memberships, quotaCpus, type CgroupMount } from './cgroup.ts';

test('memberships() reads v2 and v1 lines', () => {
  // cgroups(7): hierarchy-ID:controller-list:cgroup-path; a path may hold colons.
  const text = '12:cpu,cpuacct:/docker/abc\n1:name=systemd:/init.scope\n0::/user.slice/app-a:b.scope\n';
  assert.deepEqual(memberships(text), [
    { hierarchy: 12, controllers: ['cpu', 'cpuacct'], path: '/docker/abc' },
    { hierarchy: 1, controllers: ['name=systemd'], path: '/init.scope' },
    { hierarchy: 0, controllers: [], path: '/user.slice/app-a:b.scope' },
  ]);
});

/** The fields of proc_pid_mountinfo(5), as systemd, Docker and iproute2 leave them there. */
const MOUNTINFO = `25 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 24 0:26 / /sys/fs/cgroup rw,nosuid,nodev shared:9 - cgroup2 cgroup2 rw,nsdelegate,memory_recursiveprot
35 31 0:30 /docker/abc /sys/fs/cgroup/cpu,cpuacct ro,nosuid master:16 - cgroup cgroup rw,cpu,cpuacct
36 31 0:31 / /sys/fs/cgroup/cpu\\040set ro - cgroup cgroup rw,cpuset
40 23 0:4 net:[4026532281] /run/netns/blue rw shared:22 - nsfs nsfs rw
`;

test('cgroupMounts() finds the control groups and passes everything else over', () => {
  assert.deepEqual(
    cgroupMounts(MOUNTINFO).map(({ type, root, mountPoint }) => [type, root, mountPoint]),
    [
      ['cgroup2', '/', '/sys/fs/cgroup'],
      ['cgroup', '/docker/abc', '/sys/fs/cgroup/cpu,cpuacct'],
      ['cgroup', '/', '/sys/fs/cgroup/cpu set'],
    ],
  );
  assert.deepEqual(cgroupMounts(MOUNTINFO)[1]?.controllers, ['rw', 'cpu', 'cpuacct']);
});

const mount = (root: string, mountPoint = '/sys/fs/cgroup'): CgroupMount => ({
  type: 'cgroup2',
  root,
  mountPoint,
  controllers: [],
});

const ANCESTRIES = [
  ['every ancestor up to the mount point', mount('/'), '/a/b', ['/a/b', '/a', '']],
  ['the mount point alone for the root', mount('/'), '/', ['']],
  ['only what is mounted', mount('/docker/abc'), '/docker/abc/x', ['/x', '']],
  ['the mount point for the group that is mounted', mount('/docker/abc'), '/docker/abc', ['']],
  ['nothing for a group outside of the mount', mount('/docker/abc'), '/docker/abcdef', undefined],
  ['nothing for a group outside of the namespace', mount('/'), '/../../system.slice', undefined],
  ['nothing where the mount is older than the namespace', mount('/..'), '/', undefined],
  ['a group whose name begins with two dots', mount('/'), '/..a/b', ['/..a/b', '/..a', '']],
] as const;

for (const [what, at, path, expected] of ANCESTRIES) {
  test(`ancestry() gives ${what}`, () => {
    const directories = expected?.map((below) => `/sys/fs/cgroup${below}`);
    assert.deepEqual(ancestry(at, path), directories);
  });
}

test('quotaCpus() divides time by period, and knows the two ways to say "unlimited"', () => {
  assert.equal(quotaCpus('200000', '100000'), 2);
  assert.equal(quotaCpus('50000', '100000'), 0.5);
  for (const [quota, period] of [
    ['max', '100000'],
    ['-1', '100000'],
    ['', ''],
    ['200000', '0'],
  ] as const)
    assert.equal(quotaCpus(quota, period), undefined);
});

test('any text gives memberships and mounts, and any path has at most one ancestor per slash', () => {
  const piece = fc.constantFrom('0::', '1:cpu:', '/..', '/', ' - ', 'cgroup', ' ', '\\040', '\n');
  const text = fc.array(fc.oneof(piece, fc.string())).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (any) => {
      memberships(any);
      cgroupMounts(any);
      assert.ok((ancestry(mount('/'), `/${any}`)?.length ?? 0) <= any.split('/').length + 1);
    }),
  );
});
