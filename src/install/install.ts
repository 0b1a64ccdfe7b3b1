/**
 * A native Go put in place, proven against the checksum log before a byte of it is executed.
 *
 * The tree is unpacked beside its place under a name of its own and renamed into it, so the place
 * has the whole tree or nothing, also when two installs run at once or one is killed. What is
 * already there is never overwritten: it is held against the log and kept if it is the release.
 *
 * @module
 */

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TOOLCHAIN_PATH, toolchainVersion } from '../formats/goroot-module.ts';
import { FormatError } from '../bytes/error.ts';
import { HostError } from '../host/host.ts';
import { holdGoroot } from '../integrity/goroot.ts';
import { prove, type Question } from '../sumdb/prove.ts';
import { keyOf } from '../sumdb/result.ts';
import { download, type Progress } from './download.ts';
import { provenArchive, unpackArchive } from './archive.ts';
import { sourceOf, type Place, type Source } from './sources.ts';
import { claimLock, provenZip, unpackTree } from './unpack.ts';

export interface Order {
  /** "go1.26.8". */
  readonly release: string;
  /** "linux-arm64". */
  readonly platform: string;
  /** The tree's own place; it must not exist, or be that release. */
  readonly directory: string;
  readonly from: Place;
  readonly onProgress: Progress;
}

export interface Installed {
  readonly directory: string;
  readonly module: string;
  /** As the log has it, and as the tree has it. */
  readonly hash: string;
  readonly record: number;
  readonly treeSize: number;
  readonly from: string;
  readonly files: number;
  /** Files of the archive that no logged hash covers, and that were not unpacked. */
  readonly leftOut: number;
  /** It was there, and is the release. */
  readonly wasThere: boolean;
}

type Told = Pick<Installed, 'directory' | 'module' | 'hash' | 'record' | 'treeSize'>;

/** Throws HostError with what was expected, what came and from where; nothing is left behind but a part to resume. */
export async function install(
  question: Question,
  { release, platform, directory, from: place, onProgress }: Order,
): Promise<Installed> {
  const version = toolchainVersion(release, platform);
  if (version === undefined)
    throw new HostError(
      'failed',
      `Cannot install ${release} for ${platform}: that is no release and platform`,
    );
  const wanted = { path: TOOLCHAIN_PATH, version };
  const module = keyOf(wanted);
  const proofs = await prove(question, [wanted]);
  const logged = proofs.results.get(module);
  if (logged?.state !== 'proven')
    throw new HostError(
      'failed',
      `Cannot install ${release}: ${logged?.state === 'forged' ? 'the checksum database’s answer does not hold' : 'nobody vouches for it, which does not mean that it does not exist'}: ${logged?.reason.en ?? ''}`,
    );
  const told = {
    directory,
    module,
    hash: logged.hashes.zip,
    record: logged.id,
    treeSize: proofs.heads[0]?.size ?? 0,
  };
  if (isThere(directory)) return { ...told, ...(await keptTree(question, directory, told.hash)) };

  const parent = join(directory, '..');
  const names = { release, platform, version, goproxy: question.settings.GOPROXY };
  const source = sourceOf(question.host, place, names);
  const part = join(parent, `.goassay-${version}${source.suffix}`);
  // One for both sources, which unpack to names of the same form.
  const lock = join(parent, `.goassay-${version}.lock`);
  const unfinished = join(parent, `.goassay-${version}.${process.pid}`);
  try {
    mkdirSync(parent, { recursive: true });
    await holdLock(lock);
  } catch (error) {
    throw refusalOf(error, parent);
  }
  try {
    if (isThere(directory)) return { ...told, ...(await keptTree(question, directory, told.hash)) };
    // Nobody else installs this version now: what has its name was left by a run that was killed.
    for (const name of readdirSync(parent))
      if (name.startsWith(`.goassay-${version}.`) && /\.\d+$/.test(name))
        rmSync(join(parent, name), { recursive: true, force: true });
    const from = await download(source, part, onProgress);
    const unpacked = await unpackProven(source, part, module, told.hash, unfinished);
    renameSync(unfinished, directory);
    rmSync(part, { force: true });
    return { ...told, from, ...unpacked, wasThere: false };
  } catch (error) {
    throw refusalOf(error, directory);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    rmSync(lock, { force: true });
  }
}

/** What is not what the log says is thrown away, so that the next run begins anew. */
async function unpackProven(
  { suffix }: Source,
  part: string,
  module: string,
  hash: string,
  unfinished: string,
): Promise<Pick<Installed, 'files' | 'leftOut'>> {
  try {
    if (suffix === '.tar.gz') {
      const archive = await provenArchive(part, module, hash);
      mkdirSync(unfinished);
      const files = await unpackArchive(part, module, archive, unfinished);
      return { files, leftOut: archive.leftOut };
    }
    const zip = provenZip(part, module, hash);
    mkdirSync(unfinished);
    return { files: unpackTree(zip, module, unfinished), leftOut: 0 };
  } catch (error) {
    if (error instanceof FormatError) rmSync(part, { force: true });
    throw error;
  }
}

async function keptTree(
  question: Question,
  directory: string,
  hash: string,
): Promise<Omit<Installed, keyof Told>> {
  const held = await holdGoroot(question, directory);
  if (held.hash !== hash || held.odd.length > 0)
    throw new HostError(
      'failed',
      `Cannot install into ${directory}: what is there is not that release. Move it away, or name another place with --dir`,
    );
  return { from: directory, files: held.coveredFiles, leftOut: 0, wasThere: true };
}

/** Waits for another install of the same version; a lock whose process is gone is taken over. */
async function holdLock(lock: string): Promise<void> {
  for (let waited = 0; !claimLock(lock); waited += 1) {
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    else if (waited > 6000)
      throw new HostError('timed-out', `Cannot install: ${lock} is held by another install for ten minutes`);
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function isAbandoned(lock: string): boolean {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    // Just made and not yet written, or written: give it a second.
    if (!(owner > 0)) return Date.now() - statSync(lock).mtimeMs > 1000;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'ENOENT');
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A full disk, a place that cannot be written. */
function refusalOf(error: unknown, place: string): unknown {
  if (error instanceof HostError || error instanceof FormatError) return error;
  if (error instanceof Error && 'code' in error && 'syscall' in error)
    return new HostError(
      'failed',
      `Cannot install into ${place}: ${String(error.code)}. Nothing was put in place`,
      { cause: error },
    );
  return error;
}
