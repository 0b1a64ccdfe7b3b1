/**
 * go.mod and go.work against golang.org/x/mod: every module file in the Go command's own test data,
 * and each of them damaged in many ways.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readGoMod, type GoMod } from '../src/formats/gomod.ts';
import type { ModFault } from '../src/formats/gomod-lines.ts';
import { readGoWork, type GoWork } from '../src/formats/gowork.ts';
import { agree, goTestdata, NEEDS_GO_TESTDATA, NEEDS_X_MOD, type Question } from './x-mod-oracle.ts';

const orNull = <T>(list: readonly T[]) => (list.length === 0 ? null : list);

/** The shape in which the oracle answers; a file with faults has no content. */
function answer(faults: readonly ModFault[], file?: Partial<GoMod & GoWork>) {
  const blank = { Module: '', Deprecated: '', Go: '', Toolchain: '', Godebug: null, Require: null };
  const none = { ...blank, Exclude: null, Replace: null, Retract: null, Tool: null, Ignore: null, Use: null };
  if (faults.length > 0)
    return { Faults: faults.map(({ line, column }) => ({ Line: line, Column: column })), ...none };
  const { module, go = '', toolchain = '', godebug = [], replace = [] } = file ?? {};
  return {
    Faults: null,
    Module: module?.path ?? '',
    Deprecated: module?.deprecated ?? '',
    Go: go,
    Toolchain: toolchain,
    Godebug: orNull(godebug.map(({ key, value }) => [key, value])),
    Require: orNull(
      (file?.require ?? []).map(({ path, version, indirect }) => [path, version, indirect ? 'indirect' : '']),
    ),
    Exclude: orNull((file?.exclude ?? []).map(({ path, version }) => [path, version])),
    Replace: orNull(
      replace.map(({ old, new: to }) => [old.path, old.version ?? '', to.path, to.version ?? '']),
    ),
    Retract: orNull((file?.retract ?? []).map(({ low, high, rationale }) => [low, high, rationale])),
    Tool: file?.tool ?? null,
    Ignore: file?.ignore ?? null,
    Use: file?.use ?? null,
  };
}

function ourFile({ Ask, Args: [text = ''] }: Question) {
  if (Ask === 'go.work') {
    const { file, faults } = readGoWork(text);
    return answer(faults, file);
  }
  const { file, faults } = readGoMod(text, Ask === 'go.mod' ? 'strictly' : 'leniently');
  return answer(faults, file);
}

/** All that looks like a module file in the script tests: sections of txtar archives named go.mod or go.work. */
function moduleFiles(): { go: string[]; work: string[] } {
  const go = new Set<string>();
  const work = new Set<string>();
  for (const path of globSync(`${goTestdata}/{script,mod}/*.txt`)) {
    const sections = readFileSync(path, 'utf8').split(/^-- (.+) --\n/m);
    for (let at = 1; at + 1 < sections.length; at += 2) {
      const [name = '', text = ''] = sections.slice(at, at + 2);
      if (/(?:go\.mod|\.mod)(?:\.\w+)?$/.test(name)) go.add(text);
      if (/go\.work(?:\.\w+)?$/.test(name)) work.add(text);
    }
  }
  return { go: [...go], work: [...work] };
}

const PIECES = [
  '(',
  ')',
  '[',
  ']',
  ',',
  '"',
  '`',
  "'",
  '//',
  '/*',
  '\n',
  '\\',
  '=>',
  ' ',
  '\t',
  '\r',
  '\u00a0',
  '\0',
];
const WORDS = [
  'v1.2.3',
  'v2.0.0',
  'v1',
  'retract',
  'go 1.x',
  'module x',
  'require',
  '// indirect',
  'é',
  '"a\\x41"',
  'tool a',
];

/** One damage: something is put in, taken out or moved. Deterministic in `seed`. */
function damaged(text: string, seed: number): string {
  const step = (n: number): number => (((seed * 2654435761) >>> 0) ^ (n * 40503)) >>> 0;
  const letters = Array.from(text);
  const at = step(1) % (letters.length + 1);
  const all = [...PIECES, ...WORDS];
  const piece = all[step(2) % all.length] ?? '';
  switch (step(3) % 4) {
    case 0:
      return [...letters.slice(0, at), ...letters.slice(at + 1 + (step(4) % 6))].join('');
    case 1:
      return letters.slice(0, at).join('');
    default:
      return [...letters.slice(0, at), piece, ...letters.slice(at)].join('');
  }
}

test(
  'readGoMod() and readGoWork() read as x/mod does, with faults in the same places',
  { ...NEEDS_X_MOD, ...NEEDS_GO_TESTDATA },
  () => {
    const { go, work } = moduleFiles();
    assert.ok(go.length > 500 && work.length > 50, `${go.length} go.mod, ${work.length} go.work`);
    const kinds = ['go.mod', 'go.mod leniently'];
    const questions = [
      ...go.flatMap((text) => kinds.map((Ask) => ({ Ask, Args: [text] }))),
      ...work.map((text) => ({ Ask: 'go.work', Args: [text] })),
      ...go.flatMap((text, index) =>
        Array.from({ length: 12 }, (_, n) => ({
          Ask: kinds[n % 2] ?? '',
          Args: [damaged(text, index * 31 + n)],
        })),
      ),
      ...work.flatMap((text, index) =>
        Array.from({ length: 12 }, (_, n) => ({ Ask: 'go.work', Args: [damaged(text, index * 17 + n)] })),
      ),
    ];
    agree(questions, ourFile);
  },
);
