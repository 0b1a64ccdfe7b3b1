/**
 * A Go tree held against the checksum log: one logged hash proves it whole.
 *
 * On a mismatch the files are named by the central directory of the released zip, which nobody has
 * to trust: when the released bytes put in the place of the named files make the logged hash, the
 * list of names is proven.
 *
 * @module
 */

import { crc32 } from 'node:zlib';
import { hexOf } from '../bytes/digest.ts';
import { FormatError } from '../bytes/error.ts';
import type { GorootIntegrity, TreeDifference } from '../evidence/toolchain/goroot-integrity.ts';
import { dirHash, type HashedFile } from '../formats/dirhash.ts';
import { parseGoVersionFile } from '../formats/go-version.ts';
import {
  LEFT_OUT,
  nameOnDisk,
  TOOLCHAIN_PATH,
  toolchainFiles,
  toolchainVersion,
} from '../formats/goroot-module.ts';
import { HostError, readText, type Host, type TreeEntry } from '../host/host.ts';
import { sha256 } from '../sumdb/digest.ts';
import { prove, type Question } from '../sumdb/prove.ts';
import { keyOf, type Result } from '../sumdb/result.ts';
import { rangesOf, zipBehind, type RemoteZip } from './byte-source.ts';
import { MOST_CONFIRMED } from './goroot-findings.ts';
import { sameProgram } from './same-program.ts';

/** SHA-256 of go.env as shipped; the same in Go 1.21.13, 1.24.9, 1.26.8 and 1.27.4. */
const SHIPPED_GO_ENV = '98fcab78e155e9fa0c36b18874add30724d04c2452078117c78618107ebfbc9e';
/** Of each line in it that sets something: the first 16 digits of its SHA-256. */
const SHIPPED_LINES = new Set(['0473faed2f4a71d5', '54c11c63888fe4ab', '58907fc9d9356d31']);
/** Throws HostError or FormatError if there is no Go tree there that could be read. */
export async function holdGoroot(question: Question, goroot: string): Promise<GorootIntegrity> {
  const { host } = question;
  const file = await readText(host, `${goroot}/VERSION`);
  if (file === undefined)
    throw new HostError('failed', `Cannot judge ${goroot}: there is no file VERSION in it`);
  const { version } = parseGoVersionFile(file);
  const downloaded = isDownloaded(goroot);
  const platform = await platformOf(host, goroot);
  const moduleVersion = toolchainVersion(version.split(' ')[0] ?? '', platform);
  const wanted = { path: TOOLCHAIN_PATH, version: moduleVersion ?? '' };
  const base = { goroot, downloaded, version, goEnvSettings: await goEnvSettings(host, goroot) };
  const nothing = { coveredFiles: 0, uncoveredFiles: 0, odd: [], differences: [], differencesProven: false };
  if (moduleVersion === undefined) return { ...base, ...nothing, logged: noRelease(version) };

  const proofs = await prove(question, [wanted]);
  const result = proofs.results.get(keyOf(wanted));
  const logged = loggedOf(result, proofs.heads[0]?.size ?? 0);
  const module = keyOf(wanted);
  if (logged.state !== 'proven') return { ...base, ...nothing, module, logged };

  const found = await host.digestTree(goroot, downloaded ? [] : LEFT_OUT);
  if (!found) throw new HostError('failed', `Cannot judge ${goroot}: it is no directory`);
  const { entries, links } = downloaded
    ? { entries: found, links: [] }
    : await throughLinks(host, goroot, found);
  const { covered, uncovered, odd } = toolchainFiles(entries, downloaded);
  const hash = hashOf(module, covered);
  const told = {
    ...base,
    module,
    logged,
    hash,
    coveredFiles: covered.length,
    uncoveredFiles: uncovered,
    odd: [...odd],
    ...(links.length > 0 && { links }),
  };
  if (hash === logged.hash) return { ...told, differences: [], differencesProven: true };

  const withGoEnv = hashOf(module, withFile(covered, 'go.env', SHIPPED_GO_ENV));
  const isGoEnv = withGoEnv === logged.hash;
  const named = isGoEnv
    ? { differences: [{ name: 'go.env', what: goEnvChange(covered) }], differencesProven: true }
    : await nameDifferences(question, told, covered);
  return { ...told, hashWithShippedGoEnv: withGoEnv, ...named };
}

/**
 * A distribution may keep src and the like below /usr/share and link to them, and the go command
 * follows. What lies there is compared as if it lay here; a link to anything but a directory stays odd.
 */
async function throughLinks(
  host: Host,
  goroot: string,
  found: readonly TreeEntry[],
): Promise<{ entries: TreeEntry[]; links: { name: string; to: string }[] }> {
  const entries: TreeEntry[] = [];
  const links: { name: string; to: string }[] = [];
  for (const entry of found) {
    const { name, type } = entry;
    const to = type === 'link' && LINKED.test(name) ? await host.realPath(`${goroot}/${name}`) : undefined;
    const isDirectory = to !== undefined && (await host.status(to))?.type === 'directory';
    const below = isDirectory ? await host.digestTree(to) : undefined;
    if (to === undefined || !below) {
      entries.push(entry);
      continue;
    }
    links.push({ name, to });
    for (const one of below) entries.push({ ...one, name: `${name}/${one.name}` });
  }
  return { entries, links };
}

/** As Debian, Ubuntu and Fedora link them. */
const LINKED = /^(api|doc|lib|misc|src|test|pkg\/include)$/;

/** "linux-amd64", from where the tree keeps its tools, so that nothing in it has to be run. */
async function platformOf(host: Host, goroot: string): Promise<string> {
  const names = (await host.list(`${goroot}/pkg/tool`)) ?? [];
  const [only, ...more] = names.filter((name) => /^[a-z0-9]+_[a-z0-9]+$/.test(name));
  if (only !== undefined && more.length === 0) return only.replace('_', '-');
  // In the module cache the directory's own name says it.
  const named = /toolchain@v0\.0\.1-go[\w.]+?\.([a-z0-9]+-[a-z0-9]+)$/.exec(goroot)?.[1];
  // A tree without tools is altered; which release it is of can still be guessed, and the hash will tell.
  return named ?? `${host.system}-${host.architecture === 'x64' ? 'amd64' : host.architecture}`;
}

function isDownloaded(goroot: string): boolean {
  return /\/golang\.org\/toolchain@v0\.0\.1-[^/]+\/?$/.test(goroot);
}

async function nameDifferences(
  { host, settings, online }: Question,
  {
    goroot,
    module,
    downloaded,
    logged,
  }: Pick<GorootIntegrity, 'goroot' | 'module' | 'downloaded' | 'logged'>,
  covered: readonly HashedFile[],
): Promise<Pick<GorootIntegrity, 'differences' | 'differencesProven' | 'notNamed'>> {
  const version = module?.slice(TOOLCHAIN_PATH.length + 1) ?? '';
  const path = `${TOOLCHAIN_PATH}/@v/${version}.zip`;
  const compare = async (zip: RemoteZip) =>
    differencesFrom(host, zip, { goroot, module: module ?? '', downloaded, logged }, covered);
  try {
    const cached = await host.withFile(`${settings.GOMODCACHE}/cache/download/${path}`, async (file) =>
      compare(await zipBehind(path, file)),
    );
    if (cached?.differencesProven || (cached && !online)) return cached;
    if (!online) {
      return {
        differences: [],
        differencesProven: false,
        notNamed:
          'The released zip is not in the module cache, and the network is off; goassay mod verify --goroot --online names the files',
      };
    }
    return await compare(await zipBehind(path, await rangesOf(host, settings.GOPROXY, path)));
  } catch (error) {
    if (!(error instanceof FormatError) && !(error instanceof HostError && error.refusal !== 'interrupted'))
      throw error;
    return { differences: [], differencesProven: false, notNamed: error.message };
  }
}

async function differencesFrom(
  host: Host,
  zip: RemoteZip,
  {
    goroot,
    module,
    downloaded,
    logged,
  }: Pick<GorootIntegrity, 'goroot' | 'downloaded' | 'logged'> & { module: string },
  covered: readonly HashedFile[],
): Promise<Pick<GorootIntegrity, 'differences' | 'differencesProven'>> {
  const prefix = `${module}/`;
  const mine = new Map(covered.map((file) => [file.name, file]));
  const differences: TreeDifference[] = [];
  let repaired: HashedFile[] = [...covered];
  for (const entry of zip.entries) {
    const name = entry.name.slice(prefix.length);
    if (!entry.name.startsWith(prefix) || name.endsWith('/')) continue;
    const onDisk = nameOnDisk(name, downloaded);
    const isThere = mine.delete(name);
    const present = isThere ? await host.readFile(`${goroot}/${onDisk}`, 2 ** 28) : undefined;
    if (present?.length === entry.sizeBytes && crc32(present) === entry.crc32) continue;
    const difference: TreeDifference = { name: onDisk, what: isThere ? 'changed' : 'removed' };
    differences.push(difference);
    if (differences.length > MOST_CONFIRMED) continue;
    const released = await zip.read(entry);
    const same = released && present && sameProgram(released, present);
    if (same) difference.sameProgram = same;
    if (released) repaired = withFile(repaired, name, hexOf(sha256(released)));
  }
  for (const name of mine.keys()) {
    differences.push({ name: nameOnDisk(name, downloaded), what: 'added' });
    repaired = repaired.filter((file) => file.name !== name);
  }
  const differencesProven = logged.state === 'proven' && hashOf(module, repaired) === logged.hash;
  return { differences, differencesProven };
}

function withFile(files: readonly HashedFile[], name: string, digest: string): HashedFile[] {
  return [...files.filter((file) => file.name !== name), { name, sha256: digest }];
}

function hashOf(module: string, files: readonly HashedFile[]): string {
  return dirHash(
    sha256,
    files.map(({ name, sha256: digest }) => ({ name: `${module}/${name}`, sha256: digest })),
  );
}

function goEnvChange(covered: readonly HashedFile[]): 'changed' | 'removed' {
  return covered.some(({ name }) => name === 'go.env') ? 'changed' : 'removed';
}

async function goEnvSettings(host: Host, goroot: string): Promise<string[]> {
  const text = (await readText(host, `${goroot}/go.env`)) ?? '';
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('#') && !SHIPPED_LINES.has(digest(line)))
    .slice(0, 100);
}

/** The fact's words for what came of asking the log. */
export function loggedOf(result: Result | undefined, treeSize: number): GorootIntegrity['logged'] {
  if (result?.state === 'proven')
    return { state: 'proven', hash: result.hashes.zip, record: result.id, treeSize };
  return result ?? { state: 'unknown', reason: { en: 'nobody was asked', zh: '未询问' } };
}

function noRelease(version: string): GorootIntegrity['logged'] {
  return {
    state: 'unknown',
    reason: {
      en: `${version} is no release, and the log has releases only`,
      zh: `${version} 不是发布版，日志只有发布版`,
    },
  };
}

function digest(line: string): string {
  return hexOf(sha256(new TextEncoder().encode(line))).slice(0, 16);
}
