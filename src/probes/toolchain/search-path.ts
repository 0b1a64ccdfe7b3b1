/**
 * PATH, entry by entry, as a shell reads it: the first executable of a name wins, an empty entry
 * means the directory one stands in.
 *
 * @module
 */

import type { Host } from '../../host/host.ts';
import { attempt } from './attempt.ts';

/** The entries of PATH in order, as written. */
export function searchPath(host: Host): readonly string[] {
  const path = host.variable('PATH');
  return path === undefined || path === '' ? [] : path.split(':');
}

/** The first executable file of that name on PATH. Relative entries are not looked at: Go refuses them too. */
export async function findOnPath(
  host: Host,
  name: string,
  directories: readonly string[] = searchPath(host),
): Promise<string | undefined> {
  for (const directory of directories) {
    if (!directory.startsWith('/')) continue;
    const path = joinPath(directory, name);
    if (await isExecutable(host, path)) return path;
  }
  return undefined;
}

/** Follows links; what cannot be looked at cannot be executed either. */
export function isExecutable(host: Host, path: string): Promise<boolean> {
  const look = async (): Promise<boolean> => (await executableAt(host, path)) !== undefined;
  return attempt(look, () => false);
}

/** The real path of an executable file, or undefined if there is none; HostError if one cannot look. */
export async function executableAt(host: Host, path: string): Promise<string | undefined> {
  const real = await host.realPath(path);
  const status = real === undefined ? undefined : await host.status(real);
  return status?.type === 'file' && status.executable ? real : undefined;
}

/** Names below a directory: `joinPath('/usr/bin/', 'go')`. */
export function joinPath(directory: string, ...names: readonly string[]): string {
  return [directory.replace(/\/+$/, ''), ...names].join('/');
}

export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}
