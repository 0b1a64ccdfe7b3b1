/**
 * Reading affinity and control groups through /proc and the mounted hierarchies.
 *
 * A file that is missing or may not be read leaves its limit out; groups above what is mounted are
 * said to be hidden. The root of all groups is known by what only the root has or lacks: v1 has
 * release_agent there and nowhere else, v2 has cgroup.events everywhere else.
 *
 * @module
 */

import { cpuAllowance, type CgroupLevel } from '../../evidence/machine/cpu-allowance.ts';
import { ancestry, cgroupMounts, memberships, quotaCpus } from '../../formats/cgroup.ts';
import type { CgroupMount, Membership } from '../../formats/cgroup.ts';
import { cpuList } from '../../formats/cpu-list.ts';
import { readText, type Host } from '../../host/host.ts';
import { absent, blocked, known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { ifReadable } from './readable.ts';

export const cpuAllowanceProbe = probe({
  gathers: cpuAllowance,
  cost: { time: 'instant' },
  async gather(host) {
    if (host.system !== 'linux') {
      return absent({ en: `${host.system} has no control groups`, zh: `${host.system} 没有控制组` });
    }
    const status = await text(host, '/proc/self/status');
    const groups = await text(host, '/proc/self/cgroup');
    if (status === '' && groups === '') {
      return blocked({
        en: 'Cannot read /proc/self: nothing is mounted on /proc',
        zh: '无法读取 /proc/self：/proc 未挂载',
      });
    }
    const affinity = cpuList(/^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? '');
    const mounts = cgroupMounts(await text(host, '/proc/self/mountinfo'));
    const levels: CgroupLevel[] = [];
    let ancestorsHidden = false;
    for (const membership of aboutCpus(memberships(groups))) {
      const found = longestAncestry(mounts, membership);
      if (found) levels.push(...(await levelsOf(host, membership, found.directories)));
      ancestorsHidden ||= !found || !(await reachesRoot(host, found.mount));
    }
    return known({ affinity, levels, ancestorsHidden });
  },
});

/** The hierarchies that limit CPUs; a v2 one beside v1 ones that have both controllers has neither. */
function aboutCpus(all: readonly Membership[]): Membership[] {
  const legacyHas = (controller: string): boolean =>
    all.some(({ controllers }) => controllers.includes(controller));
  const unifiedIs = !legacyHas('cpu') || !legacyHas('cpuset');
  return all.filter(({ hierarchy, controllers }) =>
    hierarchy === 0 ? unifiedIs : controllers.includes('cpu') || controllers.includes('cpuset'),
  );
}

/** A hierarchy may be mounted several times, in containers often by its lower part only. */
function longestAncestry(mounts: readonly CgroupMount[], { hierarchy, controllers, path }: Membership) {
  return mounts
    .filter(({ type, controllers: mounted }) =>
      hierarchy === 0
        ? type === 'cgroup2'
        : type === 'cgroup' && controllers.every((one) => mounted.includes(one)),
    )
    .flatMap((mount) => {
      const directories = ancestry(mount, path);
      return directories ? [{ mount, directories }] : [];
    })
    .toSorted((one, other) => other.directories.length - one.directories.length)[0];
}

async function reachesRoot(host: Host, { type, root, mountPoint }: CgroupMount): Promise<boolean> {
  if (root !== '/') return false;
  const has = async (name: string): Promise<boolean> =>
    (await ifReadable(() => host.status(`${mountPoint}/${name}`))) !== undefined;
  return type === 'cgroup' ? has('release_agent') : !(await has('cgroup.events'));
}

async function levelsOf(
  host: Host,
  { hierarchy }: Membership,
  directories: readonly string[],
): Promise<CgroupLevel[]> {
  const levels: CgroupLevel[] = [];
  for (const [up, path] of directories.entries()) {
    const limits = await (hierarchy === 0 ? unified(host, path) : legacy(host, path));
    if (limits)
      levels.push({
        path,
        version: hierarchy === 0 ? 2 : 1,
        up,
        ...limits,
        ...(await throttling(host, path)),
      });
  }
  return levels;
}

type Limits = Pick<CgroupLevel, 'quotaCpus' | 'setCpus'>;

async function unified(host: Host, path: string): Promise<Limits | undefined> {
  const max = await text(host, `${path}/cpu.max`);
  const [quota = 'max', period = '100000'] = max.split(' ');
  return limits(max, quotaCpus(quota, period), await text(host, `${path}/cpuset.cpus.effective`));
}

async function legacy(host: Host, path: string): Promise<Limits | undefined> {
  const quota = await text(host, `${path}/cpu.cfs_quota_us`);
  const period = await text(host, `${path}/cpu.cfs_period_us`);
  const effective = await text(host, `${path}/cpuset.effective_cpus`);
  const set = effective === '' ? await text(host, `${path}/cpuset.cpus`) : effective;
  return limits(quota, quotaCpus(quota, period), set);
}

/** Undefined if the group has neither of the two controllers. */
function limits(told: string, quota: number | undefined, set: string): Limits | undefined {
  if (told === '' && set === '') return undefined;
  return {
    ...(quota !== undefined && { quotaCpus: quota }),
    ...(set !== '' && { setCpus: cpuList(set).length }),
  };
}

async function throttling(
  host: Host,
  path: string,
): Promise<Pick<CgroupLevel, 'periods' | 'throttledPeriods'>> {
  const stat = await text(host, `${path}/cpu.stat`);
  const [periods, throttledPeriods] = ['nr_periods', 'nr_throttled'].map(
    (name) => new RegExp(`^${name} (\\d+)$`, 'm').exec(stat)?.[1],
  );
  return {
    ...(periods !== undefined && { periods: Number(periods) }),
    ...(throttledPeriods !== undefined && { throttledPeriods: Number(throttledPeriods) }),
  };
}

async function text(host: Host, path: string): Promise<string> {
  return ((await ifReadable(() => readText(host, path))) ?? '').trim();
}
