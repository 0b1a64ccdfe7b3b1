/**
 * Where the module cache keeps a version unpacked.
 *
 * @module
 */

import { escapePath, escapeVersion } from '../../formats/module-path.ts';
import type { Host } from '../../host/host.ts';

/** `name` is "path@version". */
export async function isExtracted(host: Host, cache: string, name: string): Promise<boolean> {
  const at = name.lastIndexOf('@');
  const [path, version] = [escapePath(name.slice(0, at)), escapeVersion(name.slice(at + 1))];
  if (path === undefined || version === undefined) return false;
  return (await host.status(`${cache}/${path}@${version}`))?.type === 'directory';
}
