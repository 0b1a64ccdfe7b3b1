/**
 * Module paths, import paths and file paths inside modules: what is allowed, how a path says its
 * major version, and how both are written where capital letters are not safe.
 *
 * The checks return what is wrong, in words, or undefined: a path is checked in many places, and
 * each says in its own sentence which one it is. Source: golang.org/x/mod/module, and
 * go.dev/ref/mod#go-mod-file-ident.
 *
 * @module
 */

import { parseSemver } from './semver.ts';

type PathKind = 'module' | 'package' | 'file';

const ALLOWED: Readonly<Record<PathKind, RegExp>> = {
  module: /^[-._~0-9A-Za-z]$/,
  package: /^[-._~+0-9A-Za-z]$/,
  file: /^[-!#$%&()+,.=@[\]^_{}~ 0-9A-Za-z]$|^(?![\0-\x7F])\p{L}$/u,
};

/** An element that has nothing to look at letter by letter, as most have. */
const ORDINARY = /^[-._0-9A-Za-z]+$/;

/** Names of devices, which Windows keeps for itself in every directory and with every extension. */
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/i;

export function faultOfModulePath(path: string): string | undefined {
  const fault = faultOfPath(path, 'module');
  if (fault !== undefined) return fault;
  const [first = ''] = path.split('/');
  if (!first.includes('.')) return 'there is no dot in its first element';
  const odd = Array.from(first).find((letter) => !/^[-.0-9a-z]$/.test(letter));
  if (odd !== undefined) return `there is ${JSON.stringify(odd)} in its first element`;
  return splitPathVersion(path) ? undefined : 'it ends in a version that no module has';
}

export function faultOfImportPath(path: string): string | undefined {
  return faultOfPath(path, 'package');
}

export function faultOfFilePath(path: string): string | undefined {
  return faultOfPath(path, 'file');
}

function faultOfPath(path: string, kind: PathKind): string | undefined {
  if (/\p{Surrogate}/u.test(path)) return 'it is not UTF-8';
  if (path === '') return 'it is empty';
  if (path.startsWith('-') && kind !== 'file') return 'it begins with a dash';
  if (path.includes('//')) return 'it has two slashes in a row';
  if (path.endsWith('/')) return 'it ends in a slash';
  for (const element of path.split('/')) {
    const fault = faultOfElement(element, kind);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfElement(element: string, kind: PathKind): string | undefined {
  if (element === '') return 'it has an empty element';
  if (element.startsWith('.') && /^\.+$/.test(element))
    return `it has the element ${JSON.stringify(element)}`;
  if (element.startsWith('.') && kind === 'module') return 'an element begins with a dot';
  if (element.endsWith('.')) return 'an element ends in a dot';
  if (!ORDINARY.test(element)) {
    for (const letter of element)
      if (!ALLOWED[kind].test(letter)) return `it has the character ${JSON.stringify(letter)}`;
  }
  const dot = element.indexOf('.');
  const short = dot < 0 ? element : element.slice(0, dot);
  if (WINDOWS_DEVICE.test(short)) return `${JSON.stringify(short)} is a device on Windows`;
  if (kind !== 'file' && /~[0-9]+$/.test(short)) return 'an element ends in a tilde and digits';
  return undefined;
}

export interface PathVersion {
  readonly prefix: string;
  /** "/v2", ".v1" or ".v1-unstable" with the separator; empty where the path says nothing. */
  readonly major: string;
}

/** Undefined if the path ends in a version that no module has, such as "/v1" or "/v02". */
export function splitPathVersion(path: string): PathVersion | undefined {
  if (path.startsWith('gopkg.in/')) {
    const [, prefix = '', major = ''] = /^(.+)(\.v(?:0|[1-9][0-9]*)(?:-unstable)?)$/.exec(path) ?? [];
    return major === '' ? undefined : { prefix, major };
  }
  const [, prefix = '', number = ''] = /^(.*)\/v([0-9.]+)$/.exec(path) ?? [];
  if (number === '') return { prefix: path, major: '' };
  return /^[1-9][0-9]*$/.test(number) && number !== '1' ? { prefix, major: `/v${number}` } : undefined;
}

/** What is wrong with a version for a path that says its major version in this way. */
export function faultOfMajor(version: string, pathMajor: string): string | undefined {
  const major = pathMajor.replace(/-unstable$/, '');
  // Pseudo-versions of gopkg.in modules were written wrongly for a while, and are still required.
  if (version.startsWith('v0.0.0-') && major === '.v1') return undefined;
  const parsed = parseSemver(version);
  const is = parsed ? `v${parsed.major}` : '';
  if (major === '') {
    if (is === 'v0' || is === 'v1' || parsed?.build === '+incompatible') return undefined;
    return `its version must be v0 or v1 for that path, not ${is}`;
  }
  return is === major.slice(1) ? undefined : `its version must be ${major.slice(1)} for that path, not ${is}`;
}

/** "github.com/Azure" is "github.com/!azure" in addresses and on disk; undefined for a path that is none. */
export function escapePath(path: string): string | undefined {
  return faultOfModulePath(path) === undefined ? escaped(path) : undefined;
}

export function escapeVersion(version: string): string | undefined {
  if (version.includes('!') || version.includes('/') || faultOfElement(version, 'file') !== undefined)
    return undefined;
  return /^[\0-\x7F]*$/.test(version) ? escaped(version) : undefined;
}

export function unescapePath(text: string): string | undefined {
  const path = unescaped(text);
  return path !== undefined && faultOfModulePath(path) === undefined ? path : undefined;
}

export function unescapeVersion(text: string): string | undefined {
  const version = unescaped(text);
  if (version === undefined || version.includes('/')) return undefined;
  return faultOfElement(version, 'file') === undefined ? version : undefined;
}

function escaped(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

function unescaped(text: string): string | undefined {
  if (!/^(?:![a-z]|[^!A-Z\x80-\u{10FFFF}])*$/u.test(text)) return undefined;
  return text.replaceAll(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
