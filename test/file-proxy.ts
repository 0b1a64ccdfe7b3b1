/**
 * Modules in a directory, for GOPROXY=file://: generated ones, and the fake modules that the Go
 * command tests itself with.
 *
 * @module
 */

import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes what a graph needs of a module version: no zip. */
export function addModule(proxy: string, path: string, version: string, mod: string): void {
  const escape = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
  const base = join(proxy, escape(path), '@v', escape(version));
  mkdirSync(dirname(base), { recursive: true });
  writeFileSync(`${base}.mod`, mod);
  writeFileSync(`${base}.info`, JSON.stringify({ Version: version, Time: '2020-01-01T00:00:00Z' }));
  writeFileSync(join(dirname(base), 'list'), `${version}\n`, { flag: 'a' });
}

export interface Archive {
  readonly comment: string;
  readonly files: ReadonlyMap<string, string>;
}

/** A txtar archive: a comment, then files between lines with their names. */
export function readTxtar(path: string): Archive {
  const [comment = '', ...sections] = readFileSync(path, 'utf8').split(/^-- (.+) --\n/m);
  const files = new Map<string, string>();
  for (let at = 0; at + 1 < sections.length; at += 2) files.set(sections[at] ?? '', sections[at + 1] ?? '');
  return { comment, files };
}

/** The modules of cmd/go/testdata/mod, by the names of their files: path_version.txt with slashes as "_". */
export function addGoTestModules(proxy: string, testdata: string): void {
  for (const path of globSync(`${testdata}/mod/*.txt`)) {
    const { files } = readTxtar(path);
    const [mod, info] = [files.get('.mod'), files.get('.info')];
    const version = /"Version": ?"([^"]+)"/.exec(info ?? '')?.[1];
    const name = (path.split('/').at(-1) ?? '').replace(/_v[^_]*\.txt$/, '').replaceAll('_', '/');
    if (mod !== undefined && version !== undefined) addModule(proxy, name, version, mod);
  }
}
