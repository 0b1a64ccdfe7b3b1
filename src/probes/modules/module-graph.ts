/**
 * The module graph of a directory: go.mod files from the module cache, read until none is wanted.
 *
 * Nothing is downloaded here. What the cache lacks is said, module by module, because a graph with
 * holes selects other versions than the whole one.
 *
 * @module
 */

import { FormatError } from '../../bytes/error.ts';
import { parseGoModLeniently, type GoMod } from '../../formats/gomod.ts';
import { escapePath, escapeVersion, unescapeVersion } from '../../formats/module-path.ts';
import { isPseudoVersion } from '../../formats/pseudo-version.ts';
import { compareSemver, parseSemver } from '../../formats/semver.ts';
import { HostError, readText, type Host } from '../../host/host.ts';
import type { ModuleGraph, ModuleNode } from '../../model/module-graph.ts';
import { nameOf } from '../../model/module-graph.ts';
import { planOf, replacementFor, selectModules, type Selection } from '../../modules/main-modules.ts';
import type { ModuleVersion, Summary } from '../../modules/requirement-graph.ts';
import { joined, type MainFiles } from './main-files.ts';

/** Files are read in groups of this many, so that a large graph does not open thousands at once. */
const AT_ONCE = 64;

export async function readModuleGraph(host: Host, files: MainFiles): Promise<ModuleGraph> {
  const { mains, workspace } = files;
  const plan = planOf(mains, workspace);
  const summaries = new Map<string, Summary | 'unread'>();
  const reasons = new Map<string, string>();
  for (const { file } of mains) summaries.set(file.module?.path ?? '', file);
  let selection: Selection;
  for (;;) {
    const wanted = new Map<string, ModuleVersion>();
    selection = selectModules(plan, (module, key) => {
      const summary = summaries.get(key);
      if (summary === undefined) wanted.set(key, { path: module.path, version: module.version });
      return summary;
    });
    if (wanted.size === 0) break;
    const all = [...wanted];
    for (let at = 0; at < all.length; at += AT_ONCE) {
      await Promise.all(
        all.slice(at, at + AT_ONCE).map(async ([key, module]) => {
          const read = await readSummary(host, files, module);
          if (typeof read === 'string') reasons.set(key, read);
          summaries.set(key, typeof read === 'string' ? 'unread' : read);
        }),
      );
    }
  }
  return describe(host, files, selection, reasons);
}

/** The file of a module or of what replaces it, or why it cannot be had. */
async function readSummary(host: Host, files: MainFiles, module: ModuleVersion): Promise<Summary | string> {
  const replaced = replacementFor(module, files.mains, files.workspace);
  const actual = replaced ? { path: replaced.new.path, version: replaced.new.version ?? '' } : module;
  const place =
    replaced && actual.version === ''
      ? `${joined(replaced.directory, actual.path)}/go.mod`
      : cachedFile(files, actual);
  if (place === undefined) return `${nameOf(actual)} is no module that a cache can hold`;
  try {
    const text = await readText(host, place);
    if (text === undefined) {
      return actual.version === '' ? `there is no ${place}` : 'its go.mod is not in the module cache';
    }
    const file = parseGoModLeniently(text);
    const says = file.module?.path;
    if (actual.version !== '' && says !== module.path && says !== actual.path) {
      return says === undefined ? 'its go.mod has no module line' : `its go.mod says that it is ${says}`;
    }
    return file;
  } catch (error) {
    if (error instanceof FormatError || error instanceof HostError) return error.message;
    throw error;
  }
}

function cachedFile({ environment }: MainFiles, { path, version }: ModuleVersion): string | undefined {
  const [directory, name] = [cacheOf(environment.GOMODCACHE, path), escapeVersion(version)];
  return directory === undefined || name === undefined ? undefined : `${directory}/${name}.mod`;
}

function cacheOf(cache: string, path: string): string | undefined {
  const escaped = escapePath(path);
  return escaped === undefined ? undefined : `${cache}/cache/download/${escaped}/@v`;
}

async function describe(
  host: Host,
  files: MainFiles,
  { graph, buildList, outdated }: Selection,
  reasons: ReadonlyMap<string, string>,
): Promise<ModuleGraph> {
  const { mains, workspace } = files;
  const roots = new Map<string, boolean>();
  for (const { file } of mains) {
    for (const { path, indirect } of file.require) roots.set(path, (roots.get(path) ?? false) || !indirect);
  }
  const requirements = graph.requirements();
  const nodes: ModuleNode[] = [];
  for (const module of buildList) {
    const replaced = replacementFor(module, mains, workspace)?.new;
    const notice =
      module.version === ''
        ? undefined
        : await noticeFor(
            host,
            files,
            replaced?.version === undefined ? module : { path: replaced.path, version: replaced.version },
          );
    const unread = reasons.get(nameOf(module));
    nodes.push({
      ...module,
      root: roots.has(module.path) || module.version === '',
      direct: roots.get(module.path) ?? false,
      ...(replaced && { replacedBy: replaced }),
      ...notice,
      ...(unread !== undefined && { unread }),
    });
  }
  const names = new Set(nodes.map(nameOf));
  const known = new Set(requirements.flat());
  const isPseudo = (name: string): boolean => /^(?:go|toolchain)(?:@|$)/.test(name);
  return {
    main: mains.map(({ file }) => file.module?.path ?? ''),
    pruning: planOf(mains, workspace).pruning,
    buildList: nodes,
    requirements,
    superseded: [...known].filter((name) => !names.has(name) && !isPseudo(name)).toSorted(),
    outdatedRoots: outdated,
    unread: [...reasons].map(([module, reason]) => ({ module, reason })),
  };
}

/** Retractions and deprecations stand in the newest go.mod of a module; here, in the newest that the cache has. */
async function noticeFor(
  host: Host,
  { environment }: MainFiles,
  { path, version }: ModuleVersion,
): Promise<Pick<ModuleNode, 'retracted' | 'deprecated'>> {
  const directory = cacheOf(environment.GOMODCACHE, path);
  const names = directory === undefined ? undefined : await host.list(directory).catch(noListing);
  const versions = (names ?? [])
    .filter((name) => name.endsWith('.mod'))
    .flatMap((name) => unescapeVersion(name.slice(0, -4)) ?? [])
    .filter((one) => parseSemver(one));
  const newest = versions.toSorted(byMaturity).at(-1);
  const name = newest === undefined ? undefined : escapeVersion(newest);
  if (newest === undefined || name === undefined) return {};
  const file = await fileAt(host, `${directory}/${name}.mod`);
  if (!file) return {};
  const taken = file.retract.find(
    ({ low, high }) => compareSemver(low, version) <= 0 && compareSemver(version, high) <= 0,
  );
  const message = file.module?.deprecated ?? '';
  return {
    ...(taken && { retracted: { by: newest, rationale: taken.rationale } }),
    ...(message !== '' && { deprecated: { by: newest, message } }),
  };
}

async function fileAt(host: Host, path: string): Promise<GoMod | undefined> {
  try {
    const text = await readText(host, path);
    return text === undefined ? undefined : parseGoModLeniently(text);
  } catch (error) {
    if (error instanceof FormatError || error instanceof HostError) return undefined;
    throw error;
  }
}

function noListing(error: unknown): undefined {
  if (!(error instanceof HostError)) throw error;
}

/** What Go takes for the latest version: releases before prereleases before pseudo-versions. */
function byMaturity(one: string, other: string): number {
  return maturity(one) - maturity(other) || compareSemver(one, other);
}

function maturity(version: string): number {
  if (isPseudoVersion(version)) return 0;
  return parseSemver(version)?.prerelease === '' ? 2 : 1;
}
