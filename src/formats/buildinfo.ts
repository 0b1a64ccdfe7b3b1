/**
 * The build information that the Go linker puts into a binary.
 *
 * Two layouts. Since Go 1.18 both strings follow the header inline, each behind a varint length;
 * before that the header holds two pointers to Go string headers, which a reader of the whole
 * address space must follow. `modInfo` is framed by two 16-byte sentinels.
 *
 * Source: Go's debug/buildinfo (buildinfo.go) and runtime/debug (mod.go).
 *
 * @module
 */

import { uvarint } from '../bytes/varint.ts';
import { View } from '../bytes/view.ts';

const BUILD_INFO_MAGIC: Uint8Array = Uint8Array.of(
  0xff,
  0x20,
  0x47,
  0x6f,
  0x20,
  0x62,
  0x75,
  0x69,
  0x6c,
  0x64,
  0x69,
  0x6e,
  0x66,
  0x3a, // "\xff Go buildinf:"
);

/** The header lies at a multiple of this. */
const ALIGNMENT = 16;
const HEADER_SIZE = 32;
const FLAG_INLINE = 0x2;

export interface BuildInfo {
  /** Such as "go1.26.8". */
  readonly goVersion: string;
  /** The path of the main package. */
  readonly path: string;
  readonly main: BuildModule | undefined;
  readonly deps: readonly BuildModule[];
  /** In the order of the file: "-buildmode", "GOARCH", "vcs.revision" … */
  readonly settings: readonly (readonly [key: string, value: string])[];
}

interface BuildModule {
  readonly path: string;
  readonly version: string;
  /** The go.sum hash; empty for the main module. */
  readonly sum: string;
}

/** Where the header starts in `bytes`, or undefined if there is none. */
export function findBuildInfo(bytes: Uint8Array): number | undefined {
  for (let at = 0; at + HEADER_SIZE <= bytes.length; at += ALIGNMENT) {
    if (BUILD_INFO_MAGIC.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return undefined;
}

/** The strings behind pointers that the old layout uses; undefined when an address is not in the file. */
export type StringAt = (address: number) => string | undefined;

/**
 * Reads the information whose header starts at `at`. Returns undefined if the layout is the old
 * one and its pointers lead nowhere, as they do in a header that is data of another program.
 */
export function buildInfo(
  name: string,
  bytes: Uint8Array,
  at: number,
  goString?: StringAt,
): BuildInfo | undefined {
  const view = new View(`${name} › build information`, bytes.subarray(at), 'little');
  const flags = view.u8(15);
  if ((flags & FLAG_INLINE) !== 0) {
    const [goVersion, next] = inlineString(view, HEADER_SIZE);
    const [modInfo] = inlineString(view, next);
    return parse(goVersion, modInfo);
  }
  const pointerSize = view.u8(14);
  if (goString === undefined || (pointerSize !== 4 && pointerSize !== 8)) return undefined;
  const words = new View(view.name, view.bytes, (flags & 1) === 0 ? 'little' : 'big');
  const pointer = (offset: number): number =>
    pointerSize === 8 ? Number(words.u64(offset)) : words.u32(offset);
  const goVersion = goString(pointer(16));
  return goVersion === undefined ? undefined : parse(goVersion, goString(pointer(16 + pointerSize)) ?? '');
}

function inlineString(view: View, at: number): [text: string, next: number] {
  const [length, start] = uvarint(view, at);
  return [new TextDecoder().decode(view.slice('string', start, length).bytes), start + length];
}

function parse(goVersion: string, framed: string): BuildInfo {
  // Sentinels of 16 bytes on both sides; their bytes are not UTF-8, so count from the newlines.
  const start = framed.indexOf('path\t');
  const end = framed.lastIndexOf('\n');
  const lines = start < 0 ? [] : framed.slice(start, end < 0 ? undefined : end).split('\n');
  let path = '';
  let main: BuildModule | undefined;
  const deps: BuildModule[] = [];
  const settings: [string, string][] = [];
  for (const line of lines) {
    const [word, one = '', two = '', three = ''] = line.split('\t');
    if (word === 'path') path = one;
    else if (word === 'mod') main = { path: one, version: two, sum: three };
    else if (word === 'dep') deps.push({ path: one, version: two, sum: three });
    else if (word === 'build') settings.push(setting(line.slice('build\t'.length)));
  }
  return { goVersion, path, main, deps, settings };
}

/** `key=value`, either of them quoted as a Go string where it holds what would not survive. */
function setting(text: string): [string, string] {
  const quoted = /^("(?:[^"\\]|\\.)*"|`[^`]*`|[^=]*)=(.*)$/.exec(text);
  return [unquote(quoted?.[1] ?? text), unquote(quoted?.[2] ?? '')];
}

function unquote(text: string): string {
  if (text.startsWith('`') && text.endsWith('`')) return text.slice(1, -1);
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text)); // Go's escapes that occur here are JSON's too
  } catch {
    return text;
  }
}
