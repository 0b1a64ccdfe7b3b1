/**
 * "Who is wrong?": what the log vouches for, fetched and proven, held file by file against what lies here
 * under the same name and version, and the likeliest reason for the difference.
 *
 * @module
 */

import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { FormatError } from '../bytes/error.ts';
import { dirHash } from '../formats/dirhash.ts';
import { faultsOfModuleZip } from '../formats/module-zip.ts';
import { HostError } from '../host/host.ts';
import type { Text } from '../model/text.ts';
import { sha256 } from '../sumdb/digest.ts';
import type { Question } from '../sumdb/prove.ts';
import { askProxies } from '../sumdb/proxies.ts';
import type { ModuleTask } from './read-module.ts';
import { filesBelow } from './files-below.ts';
import { openZip } from './zip-file.ts';

const MOST_ZIP_BYTES = 500 * 2 ** 20;

export interface LoggedOriginal {
  /** What the proxies serve under that name: the logged bytes, those that lie here, or others; or why nothing came. */
  readonly served: 'logged' | 'here' | 'other' | { readonly nothing: string };
  /** Of what lies here against the logged bytes; empty unless those are served. */
  readonly differences: readonly OriginalDifference[];
}

interface OriginalDifference {
  readonly name: string;
  readonly what: 'changed' | 'added' | 'removed';
  /** Nothing but carriage returns. */
  readonly isLineEnd: boolean;
}

/** `logged` and `here` are "h1:…" hashes. */
export async function loggedOriginal(
  { host, settings }: Question,
  task: ModuleTask,
  logged: string,
  here: string,
): Promise<LoggedOriginal> {
  const path = task.zip.slice(`${settings.GOMODCACHE}/cache/download/`.length);
  try {
    const { answer } = await askProxies(host, settings.GOPROXY, path, { limitBytes: MOST_ZIP_BYTES });
    const originals = filesOfZip(path, answer.body, `${task.module}/`);
    const is = h1Of(task.module, originals);
    if (is !== logged) return { served: is === here ? 'here' : 'other', differences: [] };
    return { served: 'logged', differences: differencesOf(filesHere(task), originals) };
  } catch (error) {
    if (error instanceof FormatError) return { served: 'other', differences: [] };
    if (!(error instanceof HostError) || error.refusal === 'interrupted') throw error;
    return { served: { nothing: error.message }, differences: [] };
  }
}

type Files = ReadonlyMap<string, Uint8Array>;

function filesOfZip(name: string, bytes: Uint8Array, prefix: string): Files {
  const zip = openZip(name, bytes);
  const [fault] = faultsOfModuleZip(zip.entries, prefix, bytes.length);
  if (fault) throw new FormatError(`Cannot read ${name}: ${fault.name}: ${fault.what} at 0`, 0);
  return new Map(zip.entries.map((entry) => [entry.name.slice(prefix.length), zip.read(entry)]));
}

/** What compiles, if it is there; else the zip, which was read and found sound before. */
function filesHere({ directory, zip, module }: ModuleTask): Files {
  try {
    const names = filesBelow(directory).flatMap(({ name, isFile }) => (isFile ? [name] : []));
    return new Map(names.map((name) => [name, readFileSync(`${directory}/${name}`)]));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return filesOfZip(zip, readFileSync(zip), `${module}/`);
  }
}

function h1Of(module: string, files: Files): string {
  return dirHash(
    sha256,
    Array.from(files, ([name, bytes]) => ({
      name: `${module}/${name}`,
      sha256: hash('sha256', bytes, 'hex'),
    })),
  );
}

function differencesOf(here: Files, originals: Files): OriginalDifference[] {
  const differences: OriginalDifference[] = [];
  for (const [name, original] of originals) {
    const mine = here.get(name);
    if (name.endsWith('/') || (mine && Buffer.compare(mine, original) === 0)) continue;
    const isLineEnd = mine !== undefined && withoutReturns(mine) === withoutReturns(original);
    differences.push({ name, what: mine ? 'changed' : 'removed', isLineEnd });
  }
  for (const name of here.keys())
    if (!originals.has(name)) differences.push({ name, what: 'added', isLineEnd: false });
  return differences;
}

function withoutReturns(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
}

/** What is wrong where go.sum and what lies here agree with each other and not with the log. */
export function likelyCause({ served, differences }: LoggedOriginal): Text {
  if (served === 'here')
    return {
      en: 'your proxy serves what lies here and not what was logged: it has kept a copy from before the tag was moved, packs zips by other rules, or was tampered with; ask its keeper',
      zh: '你的代理提供的正是此处的内容而非日志所记：它保留了标签移动前的副本、以不同规则打包，或已被篡改；请询问其维护者',
    };
  if (served === 'other')
    return {
      en: 'your proxy now serves a third thing, neither what was logged nor what lies here: it is not to be relied on',
      zh: '你的代理如今提供第三种内容，既非日志所记也非此处所有：它不可信赖',
    };
  if (typeof served === 'object')
    return {
      en: `what was logged could not be fetched, so the files are not named: ${served.nothing}`,
      zh: `无法获取日志所记的内容，故未能指出文件：${served.nothing}`,
    };
  const counted = `${differences.length} ${differences.length === 1 ? 'file differs' : 'files differ'}`;
  if (differences.every(({ isLineEnd }) => isLineEnd))
    return {
      en: `${counted} in line ends only: it was packed where git turns them into CRLF (core.autocrlf), and not altered on purpose`,
      zh: `${differences.length} 个文件仅换行符不同：打包时 git 将其转为 CRLF（core.autocrlf），并非有意改动`,
    };
  if (differences.every(({ name, what }) => /(^|\/)vendor\//.test(name) && what !== 'changed'))
    return {
      en: `${counted}, all below vendor/: one of the two zips was packed by the rules of Go 1.24 or later, the other by those before`,
      zh: `${differences.length} 个文件不同，均在 vendor/ 之下：两个 zip 之一按 Go 1.24 及以后的规则打包，另一个按此前的规则`,
    };
  return {
    en: `${counted}: the tag was moved after or before it was logged, or what lies here was tampered with together with go.sum; the files below say which`,
    zh: `${differences.length} 个文件不同：标签在入日志前后被移动，或此处内容与 go.sum 一并被篡改；请看下列文件`,
  };
}
