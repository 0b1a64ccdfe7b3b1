/**
 * Pseudo-versions: names for commits that have no tag, in three shapes that sort just after the
 * tag they are built on.
 *
 * Source: golang.org/x/mod/module pseudo.go, go.dev/ref/mod#pseudo-versions.
 *
 * @module
 */

import { parseSemver } from './semver.ts';

export interface PseudoVersion {
  /** The tag it comes after; undefined if there is none before the commit. */
  readonly base: string | undefined;
  /** ISO 8601 in UTC, of the commit. */
  readonly time: string;
  /** The first twelve digits of the commit. */
  readonly revision: string;
}

const SHAPE =
  /^v[0-9]+\.(?:0\.0-|\d+\.\d+-(?:[^+]*\.)?0\.)\d{14}-[A-Za-z0-9]+(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

export function isPseudoVersion(text: string): boolean {
  return text.split('-').length > 2 && SHAPE.test(text) && parseSemver(text) !== undefined;
}

/** Returns undefined for text that is no pseudo-version, or one that no commit can have. */
export function parsePseudoVersion(text: string): PseudoVersion | undefined {
  const version = isPseudoVersion(text) ? parseSemver(text) : undefined;
  if (!version) return undefined;
  const bare = text.slice(0, text.length - version.build.length);
  const [, before = '', stamp = '', revision = ''] = /^(.*)[-.](\d{14})-([A-Za-z0-9]+)$/.exec(bare) ?? [];
  const time = timeOf(stamp);
  const base = baseOf(before, version.build);
  return time === undefined || base === undefined
    ? undefined
    : { base: base === '' ? undefined : base, time, revision };
}

/** The empty string if no tag came before; undefined if the shape contradicts itself. */
function baseOf(before: string, build: string): string | undefined {
  if (before.endsWith('.0')) {
    const prerelease = parseSemver(before)?.prerelease;
    if (prerelease !== undefined && prerelease !== '') return before.slice(0, -2) + build;
  }
  if (before.endsWith('-0')) {
    const [, rest = '', patch = '0'] = /^(.*\.)(\d+)-0$/.exec(before) ?? [];
    return patch === '0' ? undefined : `${rest}${BigInt(patch) - 1n}${build}`;
  }
  return build === '' ? '' : undefined;
}

function timeOf(stamp: string): string | undefined {
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] =
    /^(\d{4})(\d\d)(\d\d)([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/.exec(stamp) ?? [];
  const days = daysIn(Number(year), Number(month));
  if (days === undefined || Number(day) < 1 || Number(day) > days) return undefined;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

function daysIn(year: number, month: number): number | undefined {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}
