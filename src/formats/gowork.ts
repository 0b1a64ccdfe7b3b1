/**
 * go.work: which modules are main modules together.
 *
 * Source: golang.org/x/mod/modfile work.go, go.dev/ref/mod#go-work-file.
 *
 * @module
 */

import { GO_VERSION, readGodebug } from './gomod.ts';
import { faultError, readModLines, type ModFault, type ModLine } from './gomod-lines.ts';
import { unquotedWord } from './gomod-quote.ts';
import { readReplace, type Replace } from './gomod-replace.ts';

export interface GoWork {
  readonly go?: string;
  readonly toolchain?: string;
  readonly godebug: readonly { readonly key: string; readonly value: string }[];
  /** Directories of modules, from that of the file. */
  readonly use: readonly string[];
  readonly replace: readonly Replace[];
}

type Draft = { -readonly [K in keyof GoWork]: GoWork[K] extends readonly (infer T)[] ? T[] : GoWork[K] };

const IN_BLOCKS = new Set(['godebug', 'use', 'replace']);

/** Throws FormatError with the place of the first fault. */
export function parseGoWork(text: string): GoWork {
  const { file, faults } = readGoWork(text);
  const [first, ...more] = faults;
  if (first) throw faultError('go.work', [first, ...more], text);
  return file;
}

export function readGoWork(text: string): { readonly file: GoWork; readonly faults: readonly ModFault[] } {
  const file: Draft = { godebug: [], use: [], replace: [] };
  const { statements, fault } = readModLines(text);
  const faults: ModFault[] = fault ? [fault] : [];
  const add = (verb: string, args: readonly string[], { place }: ModLine): void => {
    const message = addDirective(file, verb, args, place.line);
    if (message !== undefined) faults.push({ ...place, message });
  };
  for (const statement of statements) {
    if ('line' in statement) {
      const [verb = '', ...args] = statement.line.words;
      add(verb, args, statement.line);
      continue;
    }
    const { words, place, lines } = statement.block;
    const [verb = ''] = words;
    if (words.length === 1 && IN_BLOCKS.has(verb)) for (const line of lines) add(verb, line.words, line);
    else faults.push({ ...place, message: `there is no block ${JSON.stringify(words.join(' '))}` });
  }
  return { file, faults };
}

function addDirective(file: Draft, verb: string, args: readonly string[], line: number): string | undefined {
  const [first] = args;
  switch (verb) {
    case 'go':
      if (file.go !== undefined) return 'there is a second go directive';
      if (first === undefined || args.length > 1) return 'go takes one version';
      if (!GO_VERSION.test(first)) return `${JSON.stringify(first)} is no Go version such as 1.23.0`;
      file.go = first;
      return undefined;
    case 'toolchain':
      if (file.toolchain !== undefined) return 'there is a second toolchain directive';
      if (first === undefined || args.length > 1) return 'toolchain takes one name';
      if (!/^default$|^go1($|\.)/.test(first))
        return `${JSON.stringify(first)} is no toolchain such as go1.23.0`;
      file.toolchain = first;
      return undefined;
    case 'godebug': {
      const setting = readGodebug(args);
      if (setting === undefined) return 'godebug takes one key=value';
      file.godebug.push(setting);
      return undefined;
    }
    case 'use': {
      const path = first === undefined || args.length > 1 ? undefined : unquotedWord(first);
      if (path === undefined) return 'use takes one directory';
      file.use.push(path);
      return undefined;
    }
    case 'replace': {
      const replace = readReplace(args, line);
      if (typeof replace === 'string') return replace;
      file.replace.push(replace);
      return undefined;
    }
    default:
      return `there is no directive ${JSON.stringify(verb)}`;
  }
}
