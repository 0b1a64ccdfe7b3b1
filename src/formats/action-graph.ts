/**
 * The action graph of `go build -debug-actiongraph`, and the record of a cache that answered the
 * same build: what was compiled, and what was found.
 *
 * The flag is not documented; "NeedBuild" is set for every package whether it is built or not, so
 * a package was compiled if it has a command. Source: action.go of package work in cmd/go, measured.
 *
 * @module
 */

import { FormatError } from '../bytes/error.ts';

export interface PackageAction {
  readonly package: string;
  /** Base64 of the first 15 bytes of the ID by which the cache is asked. */
  readonly action: string;
  readonly isCompiled: boolean;
}

/** One per package of the build. */
export function parseActionGraph(text: string): PackageAction[] {
  const value = parsed(text);
  if (!Array.isArray(value)) throw new FormatError('Cannot read the action graph: it is no list at 0', 0);
  return value.flatMap((entry: unknown) => {
    const { Mode, Package, ActionID, Cmd } = fieldsOf(entry);
    if (Mode !== 'build' || typeof Package !== 'string' || typeof ActionID !== 'string') return [];
    return [{ package: Package, action: ActionID, isCompiled: Array.isArray(Cmd) && Cmd.length > 0 }];
  });
}

export interface CacheRequest {
  readonly command: 'get' | 'put';
  readonly action: string;
  readonly isHit: boolean;
}

/** JSON lines of the cache meter. */
export function parseCacheRecord(text: string): CacheRequest[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { command, action, hit } = fieldsOf(parsed(line));
      if ((command !== 'get' && command !== 'put') || typeof action !== 'string') {
        throw new FormatError('Cannot read the record of the cache: a line is no request at 0', 0);
      }
      return { command, action, isHit: hit === true };
    });
}

export interface CacheCount {
  readonly packages: number;
  readonly hits: number;
  readonly missed: readonly string[];
  readonly compiled: readonly string[];
}

/** A package that the cache was never asked about counts as missed: the go command had no other way to have it. */
export function countHits(actions: readonly PackageAction[], requests: readonly CacheRequest[]): CacheCount {
  const found = new Set(
    requests.filter(({ command, isHit }) => command === 'get' && isHit).map(({ action }) => action),
  );
  const missed = actions.filter(({ action }) => !found.has(action)).map((one) => one.package);
  return {
    packages: actions.length,
    hits: actions.length - missed.length,
    missed: missed.toSorted(),
    compiled: actions
      .filter(({ isCompiled }) => isCompiled)
      .map((one) => one.package)
      .toSorted(),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FormatError('Cannot read the action graph: it is no JSON at 0', 0);
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}; // its fields stay unknown
}
