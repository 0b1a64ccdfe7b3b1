/**
 * Versions as the Go command writes and orders them: semantic versions with a leading "v".
 *
 * Two things differ from semver.org: the short forms "v1" and "v1.2" are versions, and build
 * metadata never counts in the order. Numbers have no upper bound, so they are compared as digits.
 * Source: golang.org/x/mod/semver, semver.org 2.0.0 §9–11.
 *
 * @module
 */

export interface Semver {
  readonly major: string;
  readonly minor: string;
  readonly patch: string;
  /** With its hyphen, such as "-rc.1"; empty for a release. */
  readonly prerelease: string;
  /** With its plus sign, such as "+incompatible"; empty if there is none. */
  readonly build: string;
  /** In full, without build metadata: "v1.2.0" for "v1.2". */
  readonly canonical: string;
}

const NUMBER = '0|[1-9][0-9]*';
const IDENTIFIERS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
const SHAPE = new RegExp(
  `^v(${NUMBER})(?:\\.(${NUMBER})(?:\\.(${NUMBER})(-${IDENTIFIERS})?(\\+${IDENTIFIERS})?)?)?$`,
);

/** Returns undefined for text that is no version. */
export function parseSemver(text: string): Semver | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, major = '0', minor = '0', patch = '0', prerelease = '', build = ''] = match;
  if (prerelease !== '' && prerelease.slice(1).split('.').some(isNumberWithLeadingZero)) return undefined;
  return { major, minor, patch, prerelease, build, canonical: `v${major}.${minor}.${patch}${prerelease}` };
}

function isNumberWithLeadingZero(identifier: string): boolean {
  return identifier.length > 1 && identifier.startsWith('0') && /^[0-9]+$/.test(identifier);
}

/** Below zero if `one` is older. Text that is no version is older than every version, and equal among its kind. */
export function compareSemver(one: string, other: string): number {
  const [left, right] = [parseSemver(one), parseSemver(other)];
  if (!left || !right) return Number(left !== undefined) - Number(right !== undefined);
  return compareParsed(left, right);
}

export function compareParsed(left: Semver, right: Semver): number {
  return (
    compareDigits(left.major, right.major) ||
    compareDigits(left.minor, right.minor) ||
    compareDigits(left.patch, right.patch) ||
    comparePrereleases(left.prerelease, right.prerelease)
  );
}

/** What a go.mod file keeps of a version: the canonical form, with "+incompatible" and no other metadata. */
export function canonicalVersion(text: string): string | undefined {
  const version = parseSemver(text);
  if (!version) return undefined;
  return version.build === '+incompatible' ? `${version.canonical}+incompatible` : version.canonical;
}

function compareDigits(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}

/** A release comes after its prereleases; identifiers that are numbers come before words. */
function comparePrereleases(one: string, other: string): number {
  if (one === other) return 0;
  if (one === '' || other === '') return one === '' ? 1 : -1;
  const [left, right] = [one.slice(1).split('.'), other.slice(1).split('.')];
  for (const [index, a] of left.entries()) {
    const b = right[index];
    if (b === undefined) return 1;
    const [isNumber, isOtherNumber] = [/^[0-9]+$/.test(a), /^[0-9]+$/.test(b)];
    if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
    const order = isNumber ? compareDigits(a, b) : a < b ? -1 : Number(a > b);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
