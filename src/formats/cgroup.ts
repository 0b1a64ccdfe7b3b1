/**
 * Where a process's control groups are: the text of /proc/PID/cgroup and /proc/PID/mountinfo.
 *
 * Source: Linux man-pages cgroups(7), proc_pid_mountinfo(5).
 *
 * @module
 */

export interface Membership {
  /** 0 is cgroup v2. */
  readonly hierarchy: number;
  /** v1 controllers; none for v2. */
  readonly controllers: readonly string[];
  readonly path: string;
}

export function memberships(text: string): Membership[] {
  return [...text.matchAll(/^(\d+):([^:\n]*):(.*)$/gm)].map(
    ([, hierarchy, controllers = '', path = '/']) => ({
      hierarchy: Number(hierarchy),
      controllers: controllers === '' ? [] : controllers.split(','),
      path,
    }),
  );
}

export interface CgroupMount {
  readonly type: 'cgroup' | 'cgroup2';
  /** Which directory of the hierarchy is mounted: not "/" in some containers. */
  readonly root: string;
  readonly mountPoint: string;
  /** v1 controllers, from the super options. */
  readonly controllers: readonly string[];
}

/** Mounts of control groups; lines of other file systems, nsfs with its odd roots too, are passed over. */
export function cgroupMounts(mountinfo: string): CgroupMount[] {
  return mountinfo.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const [type, , options = ''] = after.split(' ');
    const [, , , root, mountPoint] = before.split(' ');
    if ((type !== 'cgroup' && type !== 'cgroup2') || root === undefined || mountPoint === undefined)
      return [];
    return [
      { type, root: unescape(root), mountPoint: unescape(mountPoint), controllers: options.split(',') },
    ];
  });
}

/** Blanks in paths are written as octal escapes. */
function unescape(path: string): string {
  return path.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
}

/**
 * The directories of a control group and all its ancestors as far as they are mounted, leaf first.
 * Undefined if the group lies outside of what is mounted here: a path or a root that begins with
 * "/.." leaves the cgroup namespace, and the names on the way are not told.
 */
export function ancestry(mount: CgroupMount, path: string): string[] | undefined {
  const root = mount.root === '/' ? '' : mount.root;
  if (leaves(root) || leaves(path) || (path !== root && !path.startsWith(`${root}/`))) return undefined;
  const names = path
    .slice(root.length)
    .split('/')
    .filter((name) => name !== '');
  return Array.from({ length: names.length + 1 }, (_, up) =>
    [mount.mountPoint.replace(/\/$/, ''), ...names.slice(0, names.length - up)].join('/'),
  );
}

function leaves(path: string): boolean {
  return /\/\.\.(?:\/|$)/.test(path);
}

/** CPUs' worth of time from "200000 100000" (v2 cpu.max) or from quota and period (v1); undefined if unlimited. */
export function quotaCpus(quota: string, period: string): number | undefined {
  const [time, every] = [Number(quota), Number(period)];
  return quota === 'max' || !(time > 0) || !(every > 0) ? undefined : time / every;
}
