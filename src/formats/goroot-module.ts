/**
 * A Go tree as the module that the checksum log has a hash of: every release for every platform is
 * also a version of golang.org/toolchain, so one logged hash proves an installed tree.
 *
 * Measured on Go 1.26.8, 15,036 files: the module leaves out api/, doc/, misc/ and test/ at the
 * top, and calls every go.mod _go.mod, because a module cannot hold another. Modes, links, empty
 * directories and times are not covered. Source: cmd/distpack, and the Go blog on toolchains.
 *
 * @module
 */

import type { HashedFile } from './dirhash.ts';

export const TOOLCHAIN_PATH = 'golang.org/toolchain';

/** At the top of the tree. */
export const LEFT_OUT: readonly string[] = ['api', 'doc', 'misc', 'test'];
const GO_MOD = /(^|\/)go\.mod$/;
const HIDDEN_GO_MOD = /(^|\/)_go\.mod$/;

/** "v0.0.1-go1.26.8.linux-amd64"; undefined for a tree that is no release. */
export function toolchainVersion(version: string, platform: string): string | undefined {
  return /^go1[\w.]*$/.test(version) && /^[a-z0-9]+-[a-z0-9]+$/.test(platform)
    ? `v0.0.1-${version}.${platform}`
    : undefined;
}

export interface FoundFile {
  readonly name: string;
  readonly type: 'file' | 'link' | 'other';
  readonly sha256?: string | undefined;
}

export interface ToolchainFiles {
  /** As the module names them, without "path@version/". */
  readonly covered: readonly HashedFile[];
  /** Files that no logged hash speaks of. */
  readonly uncovered: number;
  /** What a release does not have, and a hash of files cannot show. */
  readonly odd: readonly {
    readonly name: string;
    readonly what: 'link' | 'other' | 'hidden-go-mod' | 'go-mod';
  }[];
}

/** `downloaded` is how the module cache has it: with _go.mod, and a go.mod made from each of them. */
export function toolchainFiles(found: readonly FoundFile[], downloaded: boolean): ToolchainFiles {
  const covered: HashedFile[] = [];
  const odd: { name: string; what: ToolchainFiles['odd'][number]['what'] }[] = [];
  const hidden = new Map<string, string | undefined>();
  let uncovered = 0;
  if (downloaded)
    for (const { name, sha256 } of found) if (HIDDEN_GO_MOD.test(name)) hidden.set(name, sha256);
  for (const { name, type, sha256 } of found) {
    if (!downloaded && LEFT_OUT.includes(name.split('/', 1)[0] ?? '') && name.includes('/')) uncovered += 1;
    else if (type !== 'file' || sha256 === undefined)
      odd.push({ name, what: type === 'link' ? 'link' : 'other' });
    else if (!downloaded && HIDDEN_GO_MOD.test(name)) odd.push({ name, what: 'hidden-go-mod' });
    else if (GO_MOD.test(name)) {
      const twin = name.replace(/go\.mod$/, '_go.mod');
      if (!downloaded) covered.push({ name: twin, sha256 });
      else if (hidden.get(twin) !== sha256) odd.push({ name, what: 'go-mod' });
    } else covered.push({ name, sha256 });
  }
  return { covered, uncovered, odd };
}

/** What stands on disk for a file of the module. */
export function nameOnDisk(name: string, downloaded: boolean): string {
  return downloaded ? name : name.replace(/(^|\/)_go\.mod$/, '$1go.mod');
}
