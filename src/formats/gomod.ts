/**
 * go.mod: what a module is called, needs, replaces, excludes and takes back.
 *
 * A file of one's own is read strictly; that of a dependency leniently, because it may be newer
 * than its reader: unknown directives, and those that only count at home, are passed over.
 * Source: golang.org/x/mod/modfile rule.go, go.dev/ref/mod#go-mod-file.
 *
 * @module
 */

import { faultOfVersion, faultOfMajorIn, readReplace, versionOf, type Replace } from './gomod-replace.ts';
import { faultError, readModLines, type ModBlock, type ModFault, type ModLine } from './gomod-lines.ts';
import { unquotedWord } from './gomod-quote.ts';

interface Requirement {
  readonly path: string;
  readonly version: string;
  /** It says "// indirect". */
  readonly indirect: boolean;
  readonly line: number;
}

export interface GoMod {
  readonly module?: { readonly path: string; readonly deprecated: string };
  /** "1.26.0"; absent in files of before Go 1.12. */
  readonly go?: string;
  readonly toolchain?: string;
  readonly godebug: readonly { readonly key: string; readonly value: string }[];
  readonly require: readonly Requirement[];
  readonly exclude: readonly { readonly path: string; readonly version: string; readonly line: number }[];
  readonly replace: readonly Replace[];
  readonly retract: readonly Retraction[];
  readonly tool: readonly string[];
  readonly ignore: readonly string[];
}

/** Both ends belong to it. */
interface Retraction {
  readonly low: string;
  readonly high: string;
  readonly rationale: string;
}

type Draft = { -readonly [K in keyof GoMod]: GoMod[K] extends readonly (infer T)[] ? T[] : GoMod[K] };

const LENIENT = new Set(['go', 'module', 'retract', 'require', 'ignore']);
const IN_BLOCKS = new Set('module godebug require exclude replace retract tool ignore'.split(' '));

export const GO_VERSION = /^[1-9][0-9]*\.(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*))?(?:[a-z]+[0-9]+)?$/;

/** Reads the file of a main module; throws FormatError with the place of the first fault. */
export function parseGoMod(text: string): GoMod {
  const { file, faults } = readGoMod(text);
  const [first, ...more] = faults;
  if (first) throw faultError('go.mod', [first, ...more], text);
  return file;
}

/** Reads the file of a dependency. */
export function parseGoModLeniently(text: string): GoMod {
  const { file, faults } = readGoMod(text, 'leniently');
  const [first, ...more] = faults;
  if (first) throw faultError('go.mod', [first, ...more], text);
  return file;
}

/** All faults, in the order of the file, for who wants to show them; the file is what could be understood. */
export function readGoMod(
  text: string,
  manner: 'strictly' | 'leniently' = 'strictly',
): { readonly file: GoMod; readonly faults: readonly ModFault[] } {
  const file: Draft = {
    godebug: [],
    require: [],
    exclude: [],
    replace: [],
    retract: [],
    tool: [],
    ignore: [],
  };
  const { statements, fault } = readModLines(text);
  const faults: ModFault[] = fault ? [fault] : [];
  const isStrict = manner === 'strictly';
  const add = (verb: string, args: readonly string[], line: ModLine, block?: ModBlock): void => {
    if (!isStrict && !LENIENT.has(verb)) return;
    const message = addDirective(file, verb, args, line, { isStrict, block });
    if (message !== undefined) faults.push({ ...line.place, message });
  };
  for (const statement of statements) {
    if ('line' in statement) {
      const [verb = '', ...args] = statement.line.words;
      add(verb, args, statement.line);
      continue;
    }
    const { block } = statement;
    const [verb = ''] = block.words;
    if (block.words.length === 1 && IN_BLOCKS.has(verb))
      for (const line of block.lines) add(verb, line.words, line, block);
    else if (isStrict)
      faults.push({ ...block.place, message: `there is no block ${JSON.stringify(block.words.join(' '))}` });
  }
  return { file, faults };
}

interface Setting {
  readonly isStrict: boolean;
  readonly block: ModBlock | undefined;
}

/** Returns what is wrong, in words. */
function addDirective(
  file: Draft,
  verb: string,
  args: readonly string[],
  line: ModLine,
  { isStrict, block }: Setting,
): string | undefined {
  const [first] = args;
  switch (verb) {
    case 'go': {
      if (file.go !== undefined) return 'there is a second go directive';
      if (first === undefined || args.length > 1) return 'go takes one version';
      const version = GO_VERSION.test(first) || isStrict ? first : lenientGoVersion(first);
      if (!GO_VERSION.test(version)) return `${JSON.stringify(first)} is no Go version such as 1.23.0`;
      file.go = version;
      return undefined;
    }
    case 'toolchain':
      if (file.toolchain !== undefined) return 'there is a second toolchain directive';
      if (first === undefined || args.length > 1) return 'toolchain takes one name';
      if (!/^default$|^go1($|\.)/.test(first))
        return `${JSON.stringify(first)} is no toolchain such as go1.23.0`;
      file.toolchain = first;
      return undefined;
    case 'module': {
      if (file.module !== undefined) return 'there is a second module directive';
      file.module = { path: '', deprecated: deprecationIn(commentOf(line, block)) };
      if (first === undefined || args.length > 1) return 'module takes one path';
      const path = unquotedWord(first);
      if (path === undefined) return `${first} is quoted wrongly`;
      file.module = { ...file.module, path };
      return undefined;
    }
    case 'godebug': {
      const setting = readGodebug(args);
      if (setting === undefined) return 'godebug takes one key=value';
      file.godebug.push(setting);
      return undefined;
    }
    case 'require':
    case 'exclude':
      return addRequirement(file, verb, args, line);
    case 'replace': {
      const replace = readReplace(args, line.place.line);
      if (typeof replace === 'string') return replace;
      file.replace.push(replace);
      return undefined;
    }
    case 'retract': {
      const interval = readInterval(args);
      // A dependency may take versions back in words that are newer than this reader.
      if (typeof interval === 'string') return isStrict ? interval : undefined;
      if (interval.rest !== undefined && isStrict)
        return `${JSON.stringify(interval.rest)} follows the version`;
      file.retract.push({ low: interval.low, high: interval.high, rationale: commentOf(line, block) });
      return undefined;
    }
    case 'tool':
    case 'ignore': {
      if (first === undefined || args.length > 1) return `${verb} takes one path`;
      const path = unquotedWord(first);
      if (path === undefined) return `${first} is quoted wrongly`;
      file[verb].push(path);
      return undefined;
    }
    default:
      return `there is no directive ${JSON.stringify(verb)}`;
  }
}

/** As files of dependencies have them: "v1.12.3x" and the like mean the two numbers they begin with. */
function lenientGoVersion(version: string): string {
  return /^v?([1-9][0-9]*\.(?:0|[1-9][0-9]*))[^0-9]/.exec(version)?.[1] ?? version;
}

export function readGodebug(args: readonly string[]): { key: string; value: string } | undefined {
  const [setting = ''] = args;
  const at = setting.indexOf('=');
  if (args.length !== 1 || /["`',]/.test(setting) || at < 0) return undefined;
  return { key: setting.slice(0, at), value: setting.slice(at + 1) };
}

function addRequirement(
  file: Draft,
  verb: 'require' | 'exclude',
  args: readonly string[],
  { place, suffix }: ModLine,
) {
  const [written = '', writtenVersion = ''] = args;
  if (args.length !== 2) return `${verb} takes a path and a version`;
  const path = unquotedWord(written);
  if (path === undefined) return `${written} is quoted wrongly`;
  const fault = faultOfVersion(writtenVersion) ?? faultOfMajorIn(path, writtenVersion);
  if (fault !== undefined) return fault;
  const entry = { path, version: versionOf(writtenVersion), line: place.line };
  if (verb === 'exclude') file.exclude.push(entry);
  else file.require.push({ ...entry, indirect: isIndirect(suffix) });
  return undefined;
}

function isIndirect(suffix = ''): boolean {
  const [first, ...more] = suffix
    .replace(/^\/\//, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return more.length === 0 ? first === 'indirect' : first === 'indirect;';
}

/** Versions are kept as written: only the module itself, or its proxy, could complete them. */
function readInterval(args: readonly string[]) {
  const [open = '', low = '', comma = '', high = '', close = '', rest] = args;
  if (open === '' || open === '(') return 'retract takes a version or an interval in brackets';
  if (open !== '[') {
    const version = unquotedWord(open);
    return version === undefined
      ? `${open} is quoted wrongly`
      : { low: version, high: version, rest: args[1] };
  }
  const [first, last] = [unquotedWord(low), unquotedWord(high)];
  if (args.length < 2) return 'a version is missing after "["';
  if (first === undefined) return `${low} is quoted wrongly`;
  if (comma !== ',') return 'a comma is missing after the first version';
  if (args.length < 4) return 'a version is missing after the comma';
  if (last === undefined) return `${high} is quoted wrongly`;
  if (close !== ']') return '"]" is missing after the second version';
  return { low: first, high: last, rest };
}

/** The comment of a line, or that of its block if it has none of its own. */
function commentOf(line: ModLine, block: ModBlock | undefined): string {
  const isBare = line.above.length === 0 && line.suffix === undefined;
  const comments = isBare && block ? block.above : [...line.above, line.suffix ?? ''];
  return comments
    .filter((comment) => comment.startsWith('//'))
    .map((comment) => comment.slice(2).trim())
    .join('\n');
}

function deprecationIn(comment: string): string {
  return /(?:^|\n\n)Deprecated: *([\s\S]*?)(?:$|\n\n)/.exec(comment)?.[1] ?? '';
}
