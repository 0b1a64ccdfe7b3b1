/**
 * What the loader of an ELF file is told, held against readelf: on the programs and libraries of
 * this machine, and again with their section headers gone, which the loader does not need.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { test } from 'node:test';
import type { BinarySlice } from '../src/evidence/binary/binary-identity.ts';
import { fakeHost } from '../src/host/fake.ts';
import { readBinary } from '../src/probes/binary/read-binary.ts';
import { has, identityOf, tell } from './built-binaries.ts';
import { capability } from './capability.ts';

const DIRECTORIES = ['/usr/bin', '/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'];

/** Some of those that are there, the same in every run. */
function elfFiles(most: number): string[] {
  const all = DIRECTORIES.flatMap((directory) => {
    if (lstatSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
    return readdirSync(directory)
      .map((name) => `${directory}/${name}`)
      .filter(isElf);
  });
  const step = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, index) => index % step === 0).slice(0, most);
}

function isElf(path: string): boolean {
  const status = lstatSync(path);
  if (!status.isFile() || status.size > 2 ** 25) return false;
  const file = openSync(path, 'r');
  const magic = Buffer.alloc(4);
  readSync(file, magic);
  closeSync(file);
  return magic.toString('latin1') === '\x7fELF';
}

const files = process.platform === 'linux' ? elfFiles(60) : [];
const needed = capability('readelf and ELF files', files.length > 0 && has('readelf'));

/** What readelf prints with -ldVW and --dyn-syms, in the words of the evidence. */
function told(path: string) {
  const text = tell('readelf', '-ldnVW', path);
  const every = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one = '']) => one);
  const needs: string[] = [];
  let file = '';
  for (const [, library, version, flags] of text
    .slice(Math.max(0, text.indexOf('Version needs section')))
    .matchAll(/File: (\S+)|Name: (\S+) {2}Flags: (\S+)/g)) {
    if (library !== undefined) file = library;
    else if (file !== '') needs.push(`${file} ${version} ${flags === 'WEAK'}`);
  }
  const symbols = [
    ...tell('readelf', '--dyn-syms', '-W', path).matchAll(
      /^ *\d+: \S+ +\d+ \S+ +(GLOBAL|WEAK) +\S+ +UND +([^\s@]+)(?:@+(\S+))?/gm,
    ),
  ].map(([, binding = '', name, version]) => ({ name, version, binding: binding.toLowerCase() }));
  return {
    interp: every(/interpreter: (.*)\]/g)[0],
    needed: every(/\(NEEDED\) +Shared library: \[(.*)\]/g),
    soname: every(/\(SONAME\) +Library soname: \[(.*)\]/g)[0],
    search: every(/\((?:RUNPATH|RPATH)\) +Library r(?:un)?path: \[(.*)\]/g)[0],
    buildId: every(/Build ID: (\w+)/g)[0],
    loads: [...text.matchAll(/^ +LOAD +(0x\S+) (0x\S+) 0x\S+ (0x\S+) (0x\S+) [R ][W ][E ] (0x\S+)/gm)].map(
      (fields) => fields.slice(1).map(Number),
    ),
    needs: text.includes('Version needs section') ? needs : [],
    undefined: symbols.map(({ name, binding }) => `${name} ${binding}`),
    versioned: symbols
      .filter(({ version }) => version !== undefined)
      .map(({ name, version, binding }) => `${name}@${version} ${binding}`)
      .toSorted(),
  };
}

function read({ elf, buildId }: BinarySlice): ReturnType<typeof told> {
  const search = elf?.dynamic?.runpath ?? elf?.dynamic?.rpath;
  return {
    interp: elf?.interp,
    needed: elf?.dynamic?.needed ?? [],
    soname: elf?.dynamic?.soname,
    search: search?.join(':'),
    buildId: buildId?.gnu,
    loads: (elf?.loads ?? []).map((load) => [
      load.offset,
      load.address,
      load.fileSizeBytes,
      load.memorySizeBytes,
      load.align,
    ]),
    needs: (elf?.versionNeeds ?? []).map(({ file, version, isWeak }) => `${file} ${version} ${isWeak}`),
    undefined: (elf?.undefinedSymbols ?? []).map(({ name, binding }) => `${name} ${binding}`),
    versioned: (elf?.versionNeeds ?? [])
      .flatMap(({ version, symbols }) => symbols.map(({ name, binding }) => `${name}@${version} ${binding}`))
      .toSorted(),
  };
}

test(
  `${files.length} ELF files are loaded as readelf says, with section headers and without`,
  needed,
  async () => {
    let versioned = 0;
    for (const path of files) {
      const expected = told(path);
      versioned += expected.versioned.length;
      const [slice] = (await identityOf(path)).slices;
      assert.ok(slice && slice.problems === undefined, `${path}: ${JSON.stringify(slice?.problems)}`);
      assert.deepEqual(read(slice), expected, path);
      const bytes = readFileSync(path);
      const [offsetAt, countAt] = bytes[4] === 2 ? [0x28, 0x3c] : [0x20, 0x30];
      bytes.fill(0, offsetAt, offsetAt + (bytes[4] === 2 ? 8 : 4));
      bytes.fill(0, countAt, countAt + 2);
      const host = fakeHost({ files: { '/tmp/app': bytes } });
      const [bare] = (await readBinary(host, '/tmp/app', { digest: false }))?.slices ?? [];
      assert.ok(bare && bare.sections.length === 0 && bare.problems === undefined, path);
      assert.deepEqual(read(bare), expected, `${path} without section headers`);
    }
    assert.ok(versioned > 1000, `only ${versioned} versioned symbols`);
  },
);
