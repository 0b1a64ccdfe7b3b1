/**
 * A host that remembers what was asked of it, so that every fact can say where it comes from.
 *
 * Each probe gets a witness of its own. What it read and ran becomes the fact's sources, in the
 * order in which it was asked for, however the answers overtake one another.
 *
 * @module
 */

import { createHash } from 'node:crypto';
import type { Source } from '../model/fact.ts';
import { HostError, shownUrl, type Command, type Host } from './host.ts';

export interface Witness {
  readonly host: Host;
  readonly sources: () => readonly Source[];
}

export function witness(host: Host): Witness {
  const files = new Map<string, { path: string; sha256?: string; sizeBytes?: number; windows?: number }>();
  const order: (Source | string)[] = [];

  /** One entry per file, in the place where it was first asked for. */
  function file(path: string) {
    const found = files.get(path) ?? { path };
    if (!files.has(path)) {
      files.set(path, found);
      order.push(path);
    }
    return found;
  }

  const recorded: Host = {
    ...host,
    async readFile(path, limitBytes) {
      const entry = file(path);
      const bytes = await host.readFile(path, limitBytes);
      if (bytes) {
        entry.sha256 = sha256(bytes);
        entry.sizeBytes = bytes.length;
      }
      return bytes;
    },
    async digest(path) {
      const entry = file(path);
      const digest = await host.digest(path);
      if (digest !== undefined) entry.sha256 = digest;
      return digest;
    },
    async digestTree(path, unread) {
      const entry = file(path);
      const entries = await host.digestTree(path, unread);
      // Of the sorted list of digests and names, as `sha256sum` prints them.
      const lines = entries?.map(({ name, sha256: digest }) => `${digest ?? '-'}  ${name}\n`).toSorted();
      if (lines) entry.sha256 = sha256(lines.join(''));
      return entries;
    },
    withFile(path, use) {
      const entry = file(path);
      return host.withFile(path, (opened) => {
        entry.sizeBytes = opened.sizeBytes;
        return use({
          sizeBytes: opened.sizeBytes,
          read(offset, length) {
            entry.windows = (entry.windows ?? 0) + 1;
            return opened.read(offset, length);
          },
        });
      });
    },
    list(path) {
      file(path);
      return host.list(path);
    },
    async run(command) {
      const source: Source = { via: 'command', ...described(command), exit: 'not started' };
      order.push(source);
      try {
        const outcome = await host.run(command);
        source.exit = outcome.exit ?? outcome.signal ?? 'unknown';
        source.stdoutSha256 = sha256(outcome.stdout);
        source.stderrSha256 = sha256(outcome.stderr);
        source.durationMs = Math.round(outcome.durationMs);
        return outcome;
      } catch (error) {
        if (error instanceof HostError) source.exit = error.refusal;
        throw error;
      }
    },
    async request(request) {
      const { url, method = 'GET', receive } = request;
      const source: Source = { via: 'request', method, url: shownUrl(url), status: 'not sent' };
      order.push(source);
      const hash = createHash('sha256');
      let sizeBytes = 0;
      const count = (piece: Uint8Array): void => {
        hash.update(piece);
        sizeBytes += piece.length;
      };
      try {
        const answer = await host.request({
          ...request,
          ...(receive && {
            receive(piece, head) {
              count(piece);
              return receive(piece, head);
            },
          }),
        });
        count(answer.body);
        source.status = answer.status;
        if (answer.url !== source.url) source.answeredBy = answer.url;
        source.bodySha256 = hash.digest('hex');
        source.sizeBytes = sizeBytes;
        source.durationMs = Math.round(answer.durationMs);
        return answer;
      } catch (error) {
        if (error instanceof HostError) source.status = error.refusal;
        throw error;
      }
    },
  };

  return {
    host: recorded,
    sources: () =>
      order.map((entry) =>
        typeof entry === 'string' ? { via: 'file' as const, ...files.get(entry), path: entry } : entry,
      ),
  };
}

function described({ argv, directory, environment }: Command) {
  const set = Object.entries(environment ?? {}).map(([name, value]) => [name, value ?? ''] as const);
  return {
    argv: [...argv],
    ...(directory && { directory }),
    ...(set.length > 0 && { environment: Object.fromEntries(set) }),
  };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
