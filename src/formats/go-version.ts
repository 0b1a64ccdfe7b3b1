/**
 * The two places where a Go toolchain says which release it is: the line that `go version`
 * prints, and the VERSION file at the root of its tree.
 *
 * Sources: cmd/go/internal/version (the line), cmd/dist findgoversion (the file; since Go 1.21
 * it has a second line with the time of the release).
 *
 * @module
 */

import { FormatError } from '../bytes/error.ts';

export interface GoVersionLine {
  /** "go1.26.8", "go1.24.9 X:boringcrypto" or "devel go1.28-0abcdef Tue Nov …". */
  readonly version: string;
  /** Of the go command itself, whatever GOOS and GOARCH say. */
  readonly system: string;
  readonly architecture: string;
}

export function parseGoVersionLine(line: string): GoVersionLine {
  const [, version, system, architecture] = line.match(/^go version (.+) ([a-z0-9]+)\/([a-z0-9]+)$/) ?? [];
  if (version === undefined || system === undefined || architecture === undefined) {
    const shown = JSON.stringify(line.slice(0, 80));
    throw new FormatError(`Cannot read the output of go version: it says ${shown} in line 1`, 0);
  }
  return { version, system, architecture };
}

export interface GoVersionFile {
  readonly version: string;
  /** ISO 8601, as the release wrote it; before Go 1.21 the file had no time. */
  readonly time?: string;
}

export function parseGoVersionFile(text: string): GoVersionFile {
  const [version = '', ...rest] = text.split('\n').map((line) => line.trim());
  if (!/^(go\d|devel )/.test(version)) {
    const shown = JSON.stringify(version.slice(0, 80));
    throw new FormatError(`Cannot read the VERSION file: it says ${shown} in line 1`, 0);
  }
  const time = rest.find((line) => line.startsWith('time '))?.slice('time '.length);
  return { version, ...(time && { time }) };
}

/** A released version taken apart; undefined for devel trees and what is no version at all. */
export interface GoRelease {
  readonly major: number;
  readonly minor: number;
  /** 0 for "go1.20" as for "go1.21.0". */
  readonly patch: number;
  /** "rc1" or "beta2"; empty for a stable release. */
  readonly candidate: string;
}

export function parseGoRelease(version: string): GoRelease | undefined {
  const [first = ''] = version.split(' ');
  const match = first.match(/^go(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?((?:rc|beta)\d{1,4})?(?:-.*)?$/);
  if (!match) return undefined;
  const [, major, minor = '0', patch = '0', candidate = ''] = match;
  return { major: Number(major), minor: Number(minor), patch: Number(patch), candidate };
}

/** Below zero if `one` came before `other`: betas before candidates before the release. */
export function compareGoReleases(one: GoRelease, other: GoRelease): number {
  return (
    one.major - other.major ||
    one.minor - other.minor ||
    one.patch - other.patch ||
    rank(one.candidate) - rank(other.candidate)
  );
}

function rank(candidate: string): number {
  const number = Number(candidate.match(/\d+$/)?.[0] ?? 0);
  if (candidate === '') return 2e4;
  return candidate.startsWith('rc') ? 1e4 + number : number;
}
