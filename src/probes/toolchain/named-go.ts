import type { Host } from '../../host/host.ts';
import { isExecutable, joinPath, parentOf } from './search-path.ts';

/** What --go names: a go command itself, or the GOROOT it lies in; undefined if it is neither. */
export async function namedGo(host: Host, named: string): Promise<string | undefined> {
  for (const path of [named, joinPath(named, 'bin', 'go'), joinPath(named, 'go')]) {
    if (await isExecutable(host, path)) return absolute(host, path);
  }
  return undefined;
}

/** A shim asks by which name it was started, so only the directory is resolved. */
async function absolute(host: Host, path: string): Promise<string> {
  if (path.startsWith('/')) return path;
  const [directory, name] = path.includes('/')
    ? [parentOf(path), path.slice(path.lastIndexOf('/') + 1)]
    : ['.', path];
  return joinPath((await host.realPath(directory)) ?? directory, name);
}
