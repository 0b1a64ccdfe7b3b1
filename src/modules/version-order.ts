/**
 * The order of versions in a module graph, where "go" and "toolchain" are modules too, with an
 * order of their own, and a main module has no version and beats every other.
 *
 * In Go's own order "1.21" is older than "1.21rc1", and that older than "1.21.0": since Go 1.21
 * the bare language version comes first. Source: internal/gover, cmd/go/internal/gover/mod.go.
 *
 * @module
 */

import { compareParsed, parseSemver, type Semver } from '../formats/semver.ts';

/** A version taken apart once, to be compared often. */
export type Rank =
  | { readonly of: 'main' }
  | { readonly of: 'module'; readonly semver: Semver | undefined }
  | { readonly of: 'go'; readonly parts: readonly string[] };

export function rankOf(path: string, version: string): Rank {
  if (version === '') return { of: 'main' };
  if (path === 'go') return { of: 'go', parts: goParts(version) };
  if (path === 'toolchain')
    return { of: 'go', parts: goParts(version.replace(/^go/, '').replace(/-.*$/, '')) };
  return { of: 'module', semver: parseSemver(version) };
}

/** Of two versions of one module; below zero if `one` is older. */
export function compareRanks(one: Rank, other: Rank): number {
  if (one.of === 'main' || other.of === 'main')
    return Number(one.of === 'main') - Number(other.of === 'main');
  if (one.of === 'go' && other.of === 'go') return compareParts(one.parts, other.parts);
  if (one.of === 'go' || other.of === 'go') return 0;
  if (!one.semver || !other.semver)
    return Number(one.semver !== undefined) - Number(other.semver !== undefined);
  return compareParsed(one.semver, other.semver);
}

/** Of two Go versions without the "go": "1.9" before "1.21" before "1.21rc1" before "1.21.0". */
export function compareGoVersions(one: string, other: string): number {
  return compareParts(goParts(one), goParts(other));
}

const PARTS = /^(0|[1-9]\d*)(?:\.(0|[1-9]\d*)(?:\.(0|[1-9]\d*)|([a-z]+)(0|[1-9]\d*)?)?)?$/;

/** Major, minor, patch, kind of prerelease and its number; all empty for what is no version. */
function goParts(version: string): string[] {
  const match = PARTS.exec(version);
  if (!match) return ['', '', '', '', ''];
  const [, major = '', minor, patch, kind = '', pre = ''] = match;
  if (minor === undefined) return [major, '0', '0', '', ''];
  // Before Go 1.21 the release of a minor version was called by the bare name.
  const bare = kind === '' && compareDigits(minor, '21') < 0 ? '0' : '';
  return [major, minor, patch ?? bare, kind, pre];
}

function compareParts(one: readonly string[], other: readonly string[]): number {
  for (const [index, part] of one.entries()) {
    const than = other[index] ?? '';
    const order = index === 3 ? (part < than ? -1 : Number(part > than)) : compareDigits(part, than);
    if (order !== 0) return order;
  }
  return 0;
}

function compareDigits(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}

/** Dependencies of modules for Go 1.17 and later say all that builds of them need. */
export function supportsPruning(go: string | undefined): boolean {
  return go !== undefined && compareGoVersions(go, '1.17') >= 0;
}

/** Since Go 1.21 the go line is a minimum, and a requirement like any other. */
export function isStrictGo(go: string | undefined): go is string {
  return go !== undefined && compareGoVersions(go, '1.21') >= 0;
}
