/**
 * What vendored files are compared with: modules of the cache that are what go.sum or the log says,
 * or the directories that replace them.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { hashesOf } from '../formats/gosum.ts';
import type { ModulesTxt, VendoredModule } from '../formats/modules-txt.ts';
import { HostError, type Host } from '../host/host.ts';
import { keyOf, type Proofs } from '../sumdb/result.ts';
import { joined, type Project } from './build-list.ts';
import { filesBelow } from './files-below.ts';
import type { ModuleReading } from './read-module.ts';
import { readAll, taskOf } from './verify-modules.ts';
import { openZip } from './zip-file.ts';

export interface Original {
  readonly names: readonly string[];
  readonly read: (name: string) => Uint8Array;
}

/** The hash that go.sum or the log vouches for, of each module that is vendored from and is no directory. */
export function vouchedHashes(
  project: Project,
  { modules }: ModulesTxt,
  proofs: Proofs | undefined,
): Map<VendoredModule, string | undefined> {
  const hashes = new Map<VendoredModule, string | undefined>();
  for (const module of modules) {
    const { path, version } = module.replacement ?? module;
    if (version === undefined || module.packages.length === 0) continue;
    const logged = proofs?.results.get(keyOf({ path, version }));
    const sums = hashesOf(project.sums, { path, version, ofGoMod: false });
    hashes.set(
      module,
      logged?.state === 'proven' ? logged.hashes.zip : sums.length === 1 ? sums[0] : undefined,
    );
  }
  return hashes;
}

/** What can be compared with, or why nothing can. */
export async function originalsOf(
  host: Host,
  project: Project,
  { modules }: ModulesTxt,
  vouched: ReadonlyMap<VendoredModule, string | undefined>,
  reread: boolean,
): Promise<Map<VendoredModule, Original | string> & { unchanged: number }> {
  const cache = project.settings.GOMODCACHE;
  const originals = Object.assign(new Map<VendoredModule, Original | string>(), { unchanged: 0 });
  const needed = modules.filter(({ packages }) => packages.length > 0);
  const tasks = needed.flatMap((module) => {
    const { path, version } = module.replacement ?? module;
    return version === undefined ? [] : taskOf({ path, version }, cache, true);
  });
  const { readings, unchanged } = await readAll(host, cache, tasks, reread);
  originals.unchanged = unchanged;
  for (const module of needed) {
    const { path, version } = module.replacement ?? module;
    if (version === undefined) {
      originals.set(module, replacingDirectory(joined(project.root, path)));
      continue;
    }
    const [task] = taskOf({ path, version }, cache, true);
    if (task) originals.set(module, provenOriginal(task, readings.get(task.module), vouched.get(module)));
  }
  return originals;
}

function provenOriginal(
  { module, directory, zip }: { readonly module: string; readonly directory: string; readonly zip: string },
  reading: ModuleReading | undefined,
  expected: string | undefined,
): Original | string {
  if (expected === undefined) return 'neither go.sum nor the log says what it should be';
  if (reading?.directoryHash === expected) return localOriginal(directory);
  if (reading?.zipHash !== expected)
    return 'its original is not in the module cache, or is not what it should be; go mod download brings it';
  const archive = openZip(zip, readFileSync(zip));
  const entries = new Map(
    archive.entries
      .filter(({ name }) => !name.endsWith('/'))
      .map((entry) => [entry.name.slice(module.length + 1), entry]),
  );
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      return entry ? archive.read(entry) : new Uint8Array();
    },
  };
}

/** modules.txt may name any directory, also one that is not there. */
function replacingDirectory(directory: string): Original | string {
  try {
    return localOriginal(directory);
  } catch (error) {
    if (error instanceof HostError) return `it is replaced by a directory: ${error.message}`;
    throw error;
  }
}

function localOriginal(directory: string): Original {
  const names = filesBelow(directory).flatMap(({ name, isFile }) => (isFile ? [name] : []));
  return { names, read: (name) => readFileSync(`${directory}/${name}`) };
}
