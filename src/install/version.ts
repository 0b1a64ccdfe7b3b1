/**
 * Which release to install: the newest stable one that the user's proxy lists for a platform, or the
 * one that was asked for.
 *
 * @module
 */

import { compareGoReleases, parseGoRelease } from '../formats/go-version.ts';
import { TOOLCHAIN_PATH } from '../formats/goroot-module.ts';
import { HostError, type Host } from '../host/host.ts';
import { askProxies } from '../sumdb/proxies.ts';

/** "1.26.8" and "go1.26.8" mean the same; undefined for what is no version. */
export function releaseName(written: string): string | undefined {
  const name = written.startsWith('go') ? written : `go${written}`;
  return /^go1\.\d{1,3}(\.\d{1,3})?((rc|beta)\d{1,3})?$/.test(name) ? name : undefined;
}

/** Every release that the proxy lists for the platform, newest first. */
export function releasesIn(list: string, platform: string): string[] {
  const names = list.split('\n').flatMap((line) => {
    const [version = ''] = line.trim().split(/\s+/);
    const name =
      version.startsWith('v0.0.1-') && version.endsWith(`.${platform}`)
        ? version.slice(7, -platform.length - 1)
        : '';
    return releaseName(name) === name && name !== '' ? [name] : [];
  });
  return [...new Set(names)].toSorted((one, other) => {
    const [left, right] = [parseGoRelease(one), parseGoRelease(other)];
    return left && right ? compareGoReleases(right, left) : 0;
  });
}

/** Throws HostError if the list cannot be had or names no stable release: that is no word about what exists. */
export async function newestStable(host: Host, goproxy: string, platform: string): Promise<string> {
  const { answer, url } = await askProxies(host, goproxy, `${TOOLCHAIN_PATH}/@v/list`);
  const [newest] = releasesIn(new TextDecoder().decode(answer.body), platform).filter(
    (name) => !/rc|beta/.test(name),
  );
  if (newest !== undefined) return newest;
  throw new HostError(
    'failed',
    `Cannot choose a release: ${url} lists none for ${platform}, which does not mean that there is none. Name one`,
  );
}
