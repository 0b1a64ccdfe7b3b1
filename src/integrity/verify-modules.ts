/**
 * Every module of a build against go.sum and the log: extracted directories, zips, .ziphash files
 * and cached go.mod files.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { escapePath, escapeVersion } from '../formats/module-path.ts';
import { hashesOf } from '../formats/gosum.ts';
import { dirHash } from '../formats/dirhash.ts';
import { hexOf } from '../bytes/digest.ts';
import type { Host } from '../host/host.ts';
import { sha256 } from '../sumdb/digest.ts';
import { prove, type Question } from '../sumdb/prove.ts';
import { keyOf, type Proofs } from '../sumdb/result.ts';
import type { Listed, Project } from './build-list.ts';
import { altered, unproven, type Finding } from './finding.ts';
import { judgeModule } from './judge-module.ts';
import { loggedOriginal, type LoggedOriginal } from './logged-original.ts';
import { matchesPatterns } from '../formats/module-pattern.ts';
import type { ModuleReading, ModuleTask } from './read-module.ts';
import { keepKnownZips, readKnownZips } from './known-zips.ts';
import { isUnchanged } from './stamp.ts';
import { readModules } from './threads.ts';
import { readIndex, readingFrom, writeIndex } from './verified-index.ts';

export interface VerifyOptions {
  /** Directories against go.sum only: what compiles. */
  readonly compiledOnly: boolean;
  /** Read everything again, whatever the index says. */
  readonly reread: boolean;
}

export interface VerifiedModules {
  readonly findings: readonly Finding[];
  readonly readings: ReadonlyMap<string, ModuleReading>;
  readonly proofs: Proofs;
  readonly counts: {
    readonly modules: number;
    /** Neither zip nor directory is in the cache. */
    readonly notCached: number;
    /** Not read again. */
    readonly unchanged: number;
    /** Read again, but their zips were known by their SHA-256 and not inflated. */
    readonly recognisedZips: number;
    readonly files: number;
    readonly bytes: number;
    readonly logged: number;
  };
}

/** Zips that are fetched to say who is wrong. */
const MOST_FETCHED = 20;

export async function verifyModules(
  question: Question,
  project: Project,
  { compiledOnly, reread }: VerifyOptions,
): Promise<VerifiedModules> {
  const { host } = question;
  const cache = project.settings.GOMODCACHE;
  const findings: Finding[] = [];
  for (const { path, version, local } of project.modules)
    if (local !== undefined)
      findings.push(
        unproven(
          `${path}@${version}`,
          local,
          'it is replaced by a directory, which nobody vouches for',
          '被替换为目录，无人为其作证',
        ),
      );
  const modules = project.modules.filter(({ local }) => local === undefined);
  const tasks = modules.flatMap((one) => taskOf(one, cache, !compiledOnly));
  if (project.sumFiles.length === 0 && modules.length > 0)
    findings.push(
      altered(
        'go.sum',
        `${project.root}/go.sum`,
        `it is missing, and ${modules.length} modules are required`,
        `该文件缺失，而需要 ${modules.length} 个模块`,
      ),
    );

  // Proofs wait for the network while threads read files.
  const proving = prove(question, compiledOnly ? [] : modules);
  const { readings, unchanged, recognisedZips } = await readAll(host, cache, tasks, reread || compiledOnly);
  const proofs = await proving;
  let notCached = 0;
  let fetched = 0;
  const fetchOriginal = async (task: ModuleTask, logged: string, here: string): Promise<LoggedOriginal> => {
    const path = task.module.slice(0, task.module.lastIndexOf('@'));
    const why = keptFromProxies(project, path)
      ? 'GONOPROXY keeps it from your proxies'
      : fetched >= MOST_FETCHED
        ? `${MOST_FETCHED} others were fetched already`
        : undefined;
    if (why !== undefined) return { served: { nothing: why }, differences: [] };
    fetched += 1;
    return loggedOriginal(question, task, logged, here);
  };
  for (const task of tasks) {
    const reading = readings.get(task.module);
    if (!reading || isAbsent(reading)) {
      notCached += 1;
      continue;
    }
    const at = task.module.lastIndexOf('@');
    const wanted = { path: task.module.slice(0, at), version: task.module.slice(at + 1), ofGoMod: false };
    const line = project.sums.find(
      ({ path, version, ofGoMod }) => path === wanted.path && version === wanted.version && !ofGoMod,
    );
    const logged = proofs.results.get(task.module);
    const here = reading.directoryHash ?? reading.zipHash;
    // A zip that is the logged one is at hand already.
    const isOther =
      logged?.state === 'proven' &&
      here !== undefined &&
      ![reading.directoryHash, reading.zipHash].includes(logged.hashes.zip);
    const original =
      isOther && question.online ? await fetchOriginal(task, logged.hashes.zip, here) : undefined;
    findings.push(
      ...judgeModule({
        task,
        reading,
        original,
        sums: hashesOf(project.sums, wanted),
        sumPlace: line ? `${line.file}:${line.line}` : `${project.root}/go.sum`,
        logged,
        zipHashFile: compiledOnly ? undefined : textOf(`${task.zip}hash`),
      }).filter(({ file }) => !compiledOnly || !file.endsWith('.ziphash')),
    );
  }
  findings.push(...judgeGoMods(project, proofs));
  const read = [...readings.values()];
  return {
    findings,
    readings,
    proofs,
    counts: {
      modules: tasks.length,
      notCached,
      unchanged,
      recognisedZips,
      files: sum(read.map(({ files }) => files)),
      bytes: sum(read.map(({ bytes }) => bytes)),
      logged: [...proofs.results.values()].filter(({ state }) => state === 'proven').length,
    },
  };
}

/** What GONOPROXY keeps from proxies is not asked of them. */
function keptFromProxies({ settings }: Project, path: string): boolean {
  return matchesPatterns(settings.GONOPROXY ?? '', path);
}

export function taskOf({ path, version }: Listed, cache: string, withZip: boolean): ModuleTask[] {
  const [escaped, escapedVersion] = [escapePath(path), escapeVersion(version)];
  if (escaped === undefined || escapedVersion === undefined) return [];
  return [
    {
      module: keyOf({ path, version }),
      directory: `${cache}/${escaped}@${escapedVersion}`,
      zip: `${cache}/cache/download/${escaped}/@v/${escapedVersion}.zip`,
      withZip,
    },
  ];
}

/** From the index where nothing changed, else from disk. */
export async function readAll(
  host: Host,
  cache: string,
  tasks: readonly ModuleTask[],
  reread: boolean,
): Promise<{ readings: Map<string, ModuleReading>; unchanged: number; recognisedZips: number }> {
  const index = await readIndex(host, cache);
  const readings = new Map<string, ModuleReading>();
  for (const task of reread ? [] : tasks) {
    const entry = Object.hasOwn(index, task.module) ? index[task.module] : undefined;
    if (entry && isUnchanged(task.directory, task.zip, entry)) readings.set(task.module, readingFrom(entry));
  }
  const unchanged = [...readings.values()].filter((reading) => !isAbsent(reading)).length;
  const open = tasks.filter(({ module }) => !readings.has(module));
  if (open.length === 0) return { readings, unchanged, recognisedZips: 0 };
  const zips = await readKnownZips(host);
  let recognisedZips = 0;
  const known = open.map((task) => {
    const knownZip = reread || !Object.hasOwn(zips, task.module) ? undefined : zips[task.module];
    return { ...task, knownZip };
  });
  for (const [at, reading] of (await readModules(known)).entries()) {
    const task = known[at];
    if (!task) continue;
    readings.set(task.module, reading);
    if (task.knownZip !== undefined && task.knownZip.digest === reading.zipDigest) recognisedZips += 1;
  }
  await keepKnownZips(host, zips, readings);
  // A reading without the zip says too little to be kept.
  if (open.every(({ withZip }) => withZip)) await writeIndex(host, cache, index, readings);
  return { readings, unchanged, recognisedZips };
}

function isAbsent({ directoryHash, zipHash, zipFaults, differences }: ModuleReading): boolean {
  return (
    directoryHash === undefined && zipHash === undefined && zipFaults.length === 0 && differences.length === 0
  );
}

/** The go.mod files that the module graph is made of, against their own lines in go.sum and the log. */
function judgeGoMods({ sums, settings }: Project, proofs: Proofs): Finding[] {
  const findings: Finding[] = [];
  for (const { path, version, hash, file, line, ofGoMod } of sums) {
    if (!ofGoMod || !hash.startsWith('h1:')) continue;
    const [task] = taskOf({ path, version }, settings.GOMODCACHE, false);
    const place = task?.zip.replace(/\.zip$/, '.mod') ?? '';
    const subject = keyOf({ path, version });
    const logged = proofs.results.get(subject);
    if (logged?.state === 'proven' && logged.hashes.mod !== hash)
      findings.push(
        altered(
          subject,
          `${file}:${line}`,
          `go.sum says ${hash} for its go.mod, the log says ${logged.hashes.mod}`,
          `go.sum 中其 go.mod 为 ${hash}，日志为 ${logged.hashes.mod}`,
        ),
      );
    const bytes = bytesOf(place);
    if (!bytes) continue;
    const is = dirHash(sha256, [{ name: 'go.mod', sha256: hexOf(sha256(bytes)) }]);
    if (is !== hash)
      findings.push(
        altered(
          subject,
          place,
          `the cached go.mod has ${is} instead of ${hash}`,
          `缓存的 go.mod 哈希为 ${is}，应为 ${hash}`,
        ),
      );
  }
  return findings;
}

/** Undefined if there is no such file; what is no file has no bytes. Hundreds of them, so synchronously. */
function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return error.code === 'ENOENT' || error.code === 'ENOTDIR' ? undefined : new Uint8Array();
  }
}

function textOf(path: string): string | undefined {
  const bytes = bytesOf(path);
  return bytes && new TextDecoder().decode(bytes);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
