/**
 * vendor/modules.txt: which module every vendored package came from.
 *
 * The Go command reads it with great patience: a line that it does not understand is passed over,
 * and so are the packages below it. The same is done here, but what was passed over is said,
 * because it is what a tampered file looks like. Nothing in it is a checksum.
 * Source: cmd/go/internal/modload vendor.go, cmd/go/internal/modcmd vendor.go.
 *
 * @module
 */

import { faultOfImportPath } from './module-path.ts';
import { parseSemver } from './semver.ts';

export interface VendoredModule {
  readonly path: string;
  /** Absent where every version of the path is replaced. */
  readonly version?: string;
  readonly replacement?: { readonly path: string; readonly version?: string };
  /** go.mod requires it by name. */
  readonly explicit: boolean;
  /** Of its go.mod, since Go 1.17. */
  readonly go?: string;
  /** Import paths, in the order of the file. */
  readonly packages: readonly string[];
  /** Of its first line. */
  readonly line: number;
}

export interface ModulesTxt {
  /** It was made by `go work vendor`. */
  readonly isWorkspace: boolean;
  /** One per path and version, in the order of the file. */
  readonly modules: readonly VendoredModule[];
  /** Lines that mean nothing to the Go command, blank ones and comments of its own kind excepted. */
  readonly ignored: readonly { readonly line: number; readonly text: string }[];
}

type Draft = { -readonly [K in keyof VendoredModule]: K extends 'packages' ? string[] : VendoredModule[K] };

/** Every text has a value: there is nothing that the format forbids. */
export function parseModulesTxt(text: string): ModulesTxt {
  const modules = new Map<string, Draft>();
  const ignored: { line: number; text: string }[] = [];
  let current: Draft | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const ignore = (): void => {
      const isBlank = line.trim() === '' || (index === 0 && line.startsWith('## workspace'));
      if (!isBlank) ignored.push({ line: index + 1, text: line });
    };
    if (line.startsWith('# ')) {
      const words = fieldsOf(line);
      if (words.length < 3) {
        ignore();
        continue;
      }
      current = moduleIn(words, modules, index + 1);
      if (!current) ignore();
    } else if (!current) ignore();
    else if (line.startsWith('## ')) annotate(current, line.slice(3));
    else {
      const [path = '', ...more] = fieldsOf(line);
      if (path === '' || more.length > 0 || faultOfImportPath(path) !== undefined) ignore();
      else current.packages.push(path);
    }
  }
  return { isWorkspace: isOfWorkspace(text), modules: [...modules.values()], ignored };
}

function moduleIn(words: readonly string[], modules: Map<string, Draft>, line: number): Draft | undefined {
  const [, path = '', third = ''] = words;
  const version = parseSemver(third) ? third : undefined;
  if (version === undefined && third !== '=>') return undefined;
  const key = version === undefined ? path : `${path}@${version}`;
  const module = modules.get(key) ?? {
    path,
    ...(version !== undefined && { version }),
    explicit: false,
    packages: [],
    line,
  };
  modules.set(key, module);
  const [arrow, newPath, newVersion, ...more] = words.slice(version === undefined ? 2 : 3);
  if (arrow === '=>' && newPath !== undefined && more.length === 0) {
    if (newVersion === undefined) module.replacement = { path: newPath };
    else if (parseSemver(newVersion)) module.replacement = { path: newPath, version: newVersion };
  }
  return module;
}

function annotate(module: Draft, annotations: string): void {
  for (const entry of annotations.split(';').map((one) => one.trim())) {
    if (entry === 'explicit') module.explicit = true;
    else if (entry.startsWith('go ')) module.go = entry.slice(3);
  }
}

/** Go looks at the first 512 bytes only. */
function isOfWorkspace(text: string): boolean {
  const [first = ''] = text.slice(0, 512).split('\n');
  return (
    first.startsWith('## ') &&
    first
      .slice(3)
      .split(';')
      .some((entry) => entry.trim() === 'workspace')
  );
}

/** As strings.Fields: split at white space of Unicode. */
function fieldsOf(line: string): string[] {
  return line
    .split(/[\t\n\v\f\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/u)
    .filter((word) => word !== '');
}
