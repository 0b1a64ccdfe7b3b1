/**
 * Where a release is fetched from: the toolchain module behind the user's proxies, or the release
 * archive from go.dev or a place that has the same files. None is trusted: the log decides.
 *
 * @module
 */

import * as z from 'zod';
import { TOOLCHAIN_PATH } from '../formats/goroot-module.ts';
import { HostError, shownUrl, type Host, type Request } from '../host/host.ts';
import { askProxies, type ProxyAnswer } from '../sumdb/proxies.ts';
import { archiveName } from './archive.ts';
import { newestStable } from './version.ts';

const GO_DEV = 'https://go.dev/dl/';

/** An address ends in a slash. */
export type Place = 'module' | { readonly archives: string };

/** "module", "archive", or the address of archives; undefined for anything else. */
export function placeOf(written: string): Place | undefined {
  if (written === 'module') return 'module';
  if (written === 'archive') return { archives: GO_DEV };
  return /^https?:\/\/[^/?#]/.test(written) && !/[?#\s]/.test(written)
    ? { archives: written.replace(/\/*$/, '/') }
    : undefined;
}

export interface Source {
  /** For messages. */
  readonly name: string;
  /** How the unfinished file ends. */
  readonly suffix: '.zip' | '.tar.gz';
  readonly ask: (request: Omit<Request, 'url'>) => Promise<ProxyAnswer>;
}

export function sourceOf(
  host: Host,
  place: Place,
  {
    release,
    platform,
    version,
    goproxy,
  }: Readonly<Record<'release' | 'platform' | 'version' | 'goproxy', string>>,
): Source {
  if (place === 'module') {
    const name = `${TOOLCHAIN_PATH}/@v/${version}.zip`;
    return { name, suffix: '.zip', ask: (request) => askProxies(host, goproxy, name, request) };
  }
  const name = archiveName(release, platform);
  const url = `${place.archives}${name}`;
  return {
    name,
    suffix: '.tar.gz',
    async ask(request) {
      const answer = await host.request({ ...request, url });
      if (answer.status === 200 || answer.status === 206) return { answer, url };
      throw new HostError(
        'failed',
        `Cannot have ${name}: ${shownUrl(url)} answered ${answer.status}, which does not mean that it does not exist`,
      );
    },
  };
}

const listSchema = z.array(
  z.object({
    version: z.string(),
    stable: z.boolean(),
    files: z.array(z.object({ filename: z.string() })),
  }),
);

/** The newest stable release as the place itself lists it: only go.dev does, newest first. */
export async function newestFrom(
  host: Host,
  place: Place,
  goproxy: string,
  platform: string,
): Promise<string> {
  if (place === 'module') return newestStable(host, goproxy, platform);
  if (place.archives !== GO_DEV)
    throw new HostError(
      'failed',
      `Cannot choose a release: ${shownUrl(place.archives)} has no list. Name one`,
    );
  const { status, body } = await host.request({ url: `${GO_DEV}?mode=json` });
  const parsed = listSchema.safeParse(status === 200 ? jsonOf(body) : undefined);
  const newest = parsed.data?.find(
    ({ version, stable, files }) =>
      stable && files.some(({ filename }) => filename === archiveName(version, platform)),
  );
  if (newest) return newest.version;
  throw new HostError(
    'failed',
    `Cannot choose a release: ${GO_DEV}?mode=json answered ${status} and names none for ${platform}, which does not mean that there is none. Name one`,
  );
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
