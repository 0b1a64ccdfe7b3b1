/**
 * What is odd about PATH, entry by entry: what a shell silently skips is where a Go goes missing.
 *
 * @module
 */

import type { GoInstalls, PATH_ODDITIES } from '../../evidence/toolchain/go-installs.ts';
import { HostError, type Host } from '../../host/host.ts';
import { attempt } from './attempt.ts';
import { searchPath } from './search-path.ts';

type Oddity = (typeof PATH_ODDITIES)[number];

export async function describePath(host: Host): Promise<GoInstalls['path']> {
  const entries = searchPath(host);
  return Promise.all(
    entries.map(async (text, index) => {
      const oddity = entries.indexOf(text) < index ? 'duplicate' : await oddityOf(host, text);
      return { text, ...(oddity && { oddity }) };
    }),
  );
}

async function oddityOf(host: Host, entry: string): Promise<Oddity | undefined> {
  if (entry === '') return 'empty';
  if (!entry.startsWith('/')) return 'relative';
  return attempt(
    async () => {
      const real = await host.realPath(entry);
      const status = real === undefined ? undefined : await host.status(real);
      if (real === undefined || status === undefined) return 'missing';
      if (status.type !== 'directory') return 'not-a-directory';
      await host.list(real);
      return undefined;
    },
    (refusal) => (refusal instanceof HostError && refusal.refusal === 'not-a-file' ? 'loop' : 'unreadable'),
  );
}
