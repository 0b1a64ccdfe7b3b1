/**
 * Where Go installs are found besides PATH: one line per manager, with the variables by which
 * users move them. A star stands for every name in that directory.
 *
 * Sources: go.dev/doc/install, docs.brew.sh (prefixes), and the READMEs of gvm, asdf-golang, mise
 * and goenv; golang.org/dl for ~/sdk; cmd/go/internal/toolchain for the module cache.
 *
 * @module
 */

import type { GO_MANAGERS } from '../../evidence/toolchain/go-installs.ts';
import type { Host } from '../../host/host.ts';
import { attempt } from './attempt.ts';
import { joinPath } from './search-path.ts';

export type Manager = (typeof GO_MANAGERS)[number];

export interface Place {
  readonly manager: Manager;
  /** Of go commands, absolute, perhaps with one or two stars. */
  readonly pattern: string;
}

export function goPlaces(host: Host): readonly Place[] {
  const home = host.homeDirectory;
  const setting = (name: string, ...fallback: string[]): string =>
    host.variable(name) || joinPath(home, ...fallback);
  const data = setting('XDG_DATA_HOME', '.local', 'share');
  const mise = host.variable('MISE_DATA_DIR') || joinPath(data, 'mise');
  const asdf = setting('ASDF_DATA_DIR', '.asdf');
  const goenv = setting('GOENV_ROOT', '.goenv');
  const places: [Manager, ...string[]][] = [
    ['official', '/usr/local/go/bin/go'],
    ['homebrew', ...homebrewPrefixes(host).map((prefix) => `${prefix}/Cellar/go*/*/libexec/bin/go`)],
    ['gvm', joinPath(setting('GVM_ROOT', '.gvm'), 'gos/*/bin/go')],
    ['asdf', joinPath(asdf, 'installs/golang/*/go/bin/go'), joinPath(asdf, 'shims/go')],
    ['mise', joinPath(mise, 'installs/go/*/bin/go'), joinPath(mise, 'shims/go')],
    ['goenv', joinPath(goenv, 'versions/*/bin/go'), joinPath(goenv, 'shims/go')],
    ['sdk', joinPath(home, 'sdk/*/bin/go')],
    ['distribution', '/usr/bin/go', '/usr/lib/go*/bin/go', '/usr/lib/golang/bin/go', '/snap/go/*/bin/go'],
    [
      'distribution',
      '/opt/local/lib/go/bin/go',
      '/run/current-system/sw/bin/go',
      joinPath(home, '.nix-profile/bin/go'),
    ],
  ];
  return places.flatMap(([manager, ...patterns]) => patterns.map((pattern) => ({ manager, pattern })));
}

/** Apple silicon's, Intel's, Linux's, and wherever the user moved it. */
export function homebrewPrefixes(host: Host): readonly string[] {
  const own = host.variable('HOMEBREW_PREFIX');
  return [...new Set(['/opt/homebrew', '/usr/local', '/home/linuxbrew/.linuxbrew', ...(own ? [own] : [])])];
}

/** The toolchains that GOTOOLCHAIN downloads land in a module cache. */
export function toolchainPlaces(host: Host, caches: readonly string[]): readonly Place[] {
  const gopath = (host.variable('GOPATH') || joinPath(host.homeDirectory, 'go')).split(':')[0] ?? '';
  const cache = host.variable('GOMODCACHE') || joinPath(gopath, 'pkg/mod');
  return [...new Set([cache, ...caches])]
    .filter((directory) => directory.startsWith('/'))
    .map((directory) => ({
      manager: 'module-cache',
      pattern: joinPath(directory, 'golang.org/toolchain@*/bin/go'),
    }));
}

/** Paths that may be go commands, and why some could not be listed. */
export async function expand(
  host: Host,
  pattern: string,
): Promise<{ readonly paths: readonly string[]; readonly trouble?: string }> {
  const star = pattern.indexOf('*');
  if (star === -1) return { paths: [pattern] };
  const directory = pattern.slice(0, pattern.lastIndexOf('/', star));
  const [segment = '', ...rest] = pattern.slice(directory.length + 1).split('/');
  return attempt(
    async () => {
      const names = (await host.list(directory)) ?? [];
      const wanted = names.filter((name) => name.startsWith(segment.slice(0, -1)));
      const deeper = await Promise.all(
        wanted.map((name) => expand(host, joinPath(directory, name, ...rest))),
      );
      const trouble = deeper.find((one) => one.trouble !== undefined)?.trouble;
      return { paths: deeper.flatMap(({ paths }) => paths), ...(trouble !== undefined && { trouble }) };
    },
    ({ message }) => ({ paths: [], trouble: message }),
  );
}

/** Who a path belongs to, by the places above: for those that were found on PATH. */
export function managerOf(path: string, places: readonly Place[]): Manager {
  return places.find(({ pattern }) => matches(path, pattern))?.manager ?? 'unknown';
}

function matches(path: string, pattern: string): boolean {
  const [given, wanted] = [path.split('/'), pattern.split('/')];
  return (
    given.length === wanted.length &&
    wanted.every((segment, index) =>
      segment.endsWith('*') ? given[index]?.startsWith(segment.slice(0, -1)) : given[index] === segment,
    )
  );
}
