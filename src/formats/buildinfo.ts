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
  readonly layout: 'pointers' | 'inline';
  /** Such as "go1.26.8". */
  readonly goVersion: string;
  /** The path of the main package. */
  readonly path: string;
  readonly main: BuildModule | undefined;
  readonly deps: readonly (BuildModule & { readonly replacedBy?: BuildModule })[];
  /** In the order of the file: "-buildmode", "GOARCH", "vcs.revision" … */
  readonly settings: readonly (readonly [key: string, value: string])[];
}

interface BuildModule {
  readonly path: string;
  readonly version: string;
  /** The go.sum hash; empty for the main module. */
  readonly sum: string;
}

/**
 * Where the first header starts in `bytes`, from `from` on, or undefined if there is none.
 * `phase` is the address of the first byte modulo the alignment.
 */
export function findBuildInfo(bytes: Uint8Array, from = 0, phase = 0): number | undefined {
  for (let at = from; (at = bytes.indexOf(0xff, at)) >= 0; at += 1) {
    if ((at + phase) % ALIGNMENT !== 0 || at + HEADER_SIZE > bytes.length) continue;
    if (BUILD_INFO_MAGIC.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return undefined;
}

/** The bytes behind pointers that the old layout uses; undefined when an address is not in the file. */
export type StringAt = (address: number) => Uint8Array | undefined;

/**
 * Reads the information whose header starts at `at`. Returns undefined if what follows is none: a
 * header that is data of another program.
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
    return parse('inline', goVersion, modInfo);
  }
  const pointerSize = view.u8(14);
  if (goString === undefined || (pointerSize !== 4 && pointerSize !== 8)) return undefined;
  const words = new View(view.name, view.bytes, (flags & 1) === 0 ? 'little' : 'big');
  const pointer = (offset: number): number =>
    pointerSize === 8 ? Number(words.u64(offset)) : words.u32(offset);
  const goVersion = goString(pointer(16));
  const modInfo = goString(pointer(16 + pointerSize));
  return goVersion && parse('pointers', goVersion, modInfo ?? new Uint8Array());
}

function inlineString(view: View, at: number): [bytes: Uint8Array, next: number] {
  const [length, start] = uvarint(view, at);
  return [view.slice('string', start, length).bytes, start + length];
}

/** What a Go version may hold, experiments and vendor suffixes included. */
const VERSION = /^[\x20-\x7e]{1,256}$/;

const SENTINEL_SIZE = 16;

function parse(layout: BuildInfo['layout'], version: Uint8Array, framed: Uint8Array): BuildInfo | undefined {
  const goVersion = new TextDecoder().decode(version);
  if (!VERSION.test(goVersion)) return undefined;
  const isFramed = framed.length > 2 * SENTINEL_SIZE && framed[framed.length - SENTINEL_SIZE - 1] === 0x0a;
  const text = isFramed ? new TextDecoder().decode(framed.subarray(SENTINEL_SIZE, -SENTINEL_SIZE)) : '';
  let path = '';
  let main: BuildModule | undefined;
  const deps: (BuildModule & { replacedBy?: BuildModule })[] = [];
  const settings: [string, string][] = [];
  for (const line of text.split('\n')) {
    const [word, one = '', two = '', three = ''] = line.split('\t');
    const module = { path: one, version: two, sum: three };
    if (word === 'path') path = one;
    else if (word === 'mod') main = module;
    else if (word === 'dep') deps.push(module);
    else if (word === '=>') replace(deps, module);
    else if (word === 'build') settings.push(setting(line.slice('build\t'.length)));
  }
  return { layout, goVersion, path, main, deps, settings };
}

/** A replacement follows the dependency that it replaces. */
function replace(deps: (BuildModule & { replacedBy?: BuildModule })[], replacedBy: BuildModule): void {
  const last = deps.pop();
  if (last) deps.push({ ...last, replacedBy });
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
