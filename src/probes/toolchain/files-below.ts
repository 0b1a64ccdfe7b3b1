import type { Host } from '../../host/host.ts';
import { joinPath } from './search-path.ts';

/** A cache of one small build has some hundred files; whatever has more is not ours. */
const AT_MOST = 20_000;

/** Every regular file below a directory, links not followed; none if there is no such directory. */
export async function filesBelow(host: Host, directory: string): Promise<string[]> {
  const files: string[] = [];
  const pending = [directory];
  for (let next = pending.pop(); next !== undefined && files.length < AT_MOST; next = pending.pop()) {
    for (const name of (await host.list(next)) ?? []) {
      const path = joinPath(next, name);
      const status = await host.status(path);
      if (status?.type === 'directory') pending.push(path);
      if (status?.type === 'file') files.push(path);
    }
  }
  return files.toSorted();
}
