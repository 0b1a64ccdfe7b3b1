/**
 * Other releases of Go, fetched by the Go under test (GOTOOLCHAIN) by the user's own GOPROXY and GOSUMDB
 * and into their module cache. What is not offered there is told as that.
 *
 * @module
 */

import { GO_RELEASES, newestRelease } from '../../evidence/toolchain/go-releases.ts';
import type { GoUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import type { Host, Outcome } from '../../host/host.ts';
import { runGo } from '../go-command.ts';
import { attempt } from './attempt.ts';

/** Go fetches other toolchains since then. */
export const FETCHES_SINCE = 21;

/** A toolchain is a hundred megabytes. */
const DOWNLOAD_LIMIT_MS = 300_000;

export type Fetched =
  | { readonly version: string; readonly path: string }
  | { readonly version: string; readonly trouble: string };

/** Has the Go under test fetch a release: the first that is offered of the newest and the first ones. */
export function fetchedMinor(host: Host, go: GoUnderTest, minor: number): Promise<Fetched> {
  const newest = newestRelease(GO_RELEASES, minor)?.version;
  return fetchedRelease(host, go, [
    ...new Set([...(newest === undefined ? [] : [newest]), `go1.${minor}`, `go1.${minor}.0`]),
  ]);
}

/** Has the Go under test fetch the first of the releases that is offered. */
export async function fetchedRelease(
  host: Host,
  { path: go, env }: GoUnderTest,
  versions: readonly string[],
): Promise<Fetched> {
  const directory = await host.scratch('outside-any-module');
  let trouble = '';
  for (const version of versions) {
    const platform = `${env['GOHOSTOS']}-${env['GOHOSTARCH']}`;
    const path = `${env['GOMODCACHE']}/golang.org/toolchain@v0.0.1-${version}.${platform}/bin/go`;
    const outcome = await attempt(
      () =>
        runGo(host, {
          go,
          args: ['version'],
          directory,
          // What OFFLINE turns off is the user's own setting here.
          environment: { GOTOOLCHAIN: version, GOPROXY: host.variable('GOPROXY') },
          timeLimitMs: DOWNLOAD_LIMIT_MS,
        }),
      ({ message }) => message,
    );
    // The fetched command may fail on settings that it does not know; it is there all the same.
    if ((await host.status(path))?.executable === true) return { version, path };
    trouble = typeof outcome === 'string' ? outcome : complaintOf(outcome);
  }
  return { version: versions[0] ?? '', trouble };
}

export function complaintOf({ stderr }: Outcome): string {
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('go: downloading'));
  // Which server said so is the user's own setting.
  return (lines[0] ?? '').replaceAll(/https?:\/\/\S+/g, 'the proxy').slice(0, 300);
}
