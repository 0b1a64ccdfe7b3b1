/**
 * What go.mod and go.work share: the replace directive, and versions as they are written there.
 *
 * @module
 */

import { faultOfMajor, splitPathVersion } from './module-path.ts';
import { unquotedWord } from './gomod-quote.ts';
import { canonicalVersion } from './semver.ts';

export interface Replace {
  /** Without a version, every version is replaced. */
  readonly old: { readonly path: string; readonly version?: string };
  /** Without a version, the path is a directory. */
  readonly new: { readonly path: string; readonly version?: string };
  readonly line: number;
}

/** Returns what is wrong, in words, or the directive. Windows paths are no directories elsewhere, and refused. */
export function readReplace(args: readonly string[], line: number): Replace | string {
  const arrow = args[1] === '=>' ? 1 : 2;
  if (args[arrow] !== '=>' || args.length < arrow + 2 || args.length > arrow + 3) {
    return 'replace takes a path with or without a version, =>, and a path with a version or a directory';
  }
  const [written = '', oldVersion = ''] = args;
  const path = unquotedWord(written);
  if (path === undefined) return `${written} is quoted wrongly`;
  if (!splitPathVersion(path)) return `${JSON.stringify(path)} is no module path`;
  if (arrow === 2) {
    const fault = faultOfVersion(oldVersion) ?? faultOfMajorIn(path, oldVersion);
    if (fault !== undefined) return fault;
  }
  const [target = '', newVersion] = args.slice(arrow + 1);
  const newPath = unquotedWord(target);
  if (newPath === undefined) return `${target} is quoted wrongly`;
  const isDirectory = isDirectoryPath(newPath);
  if (newVersion === undefined) {
    if (!isDirectory)
      return 'a replacement without a version is a directory, rooted or beginning with ./ or ../';
    if (newPath.includes('\\')) return 'the replacement is a directory of Windows';
  } else {
    const fault = faultOfVersion(newVersion);
    if (fault !== undefined) return fault;
    if (isDirectory) return `the directory ${JSON.stringify(newPath)} cannot have a version`;
  }
  return {
    old: { path, ...(arrow === 2 && { version: versionOf(oldVersion) }) },
    new: { path: newPath, ...(newVersion !== undefined && { version: versionOf(newVersion) }) },
    line,
  };
}

/** Rooted or relative, in the ways of Unix and of Windows, because the file moves between both. */
function isDirectoryPath(path: string): boolean {
  return /^\.{1,2}(?:$|[/\\])|^[/\\]|^[A-Za-z]:/.test(path);
}

export function faultOfVersion(written: string): string | undefined {
  const version = unquotedWord(written);
  if (version === undefined) return `${written} is quoted wrongly`;
  return canonicalVersion(version) === undefined
    ? `${JSON.stringify(version)} is no version such as v1.2.3`
    : undefined;
}

export function faultOfMajorIn(path: string, written: string): string | undefined {
  const split = splitPathVersion(path);
  return split ? faultOfMajor(versionOf(written), split.major) : `${JSON.stringify(path)} is no module path`;
}

/** Of a word that `faultOfVersion` found nothing wrong with. */
export function versionOf(written: string): string {
  return canonicalVersion(unquotedWord(written) ?? '') ?? '';
}
