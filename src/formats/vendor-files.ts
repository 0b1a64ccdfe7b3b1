/**
 * Which files `go mod vendor` puts into vendor/ for the packages of one module.
 *
 * Of each listed package the regular files of its directory but for tests, module files and what
 * only "ignore" would build; what these embed; and licences and the like from every directory up to
 * the module's root. Source: cmd/go/internal/modcmd vendor.go.
 *
 * @module
 */

import { mayBeBuilt } from './build-constraint.ts';
import { embeddedFiles, embedPatterns } from './embed.ts';

export interface ModuleFiles {
  readonly path: string;
  /** Every regular file in it, by its name inside the module. */
  readonly names: readonly string[];
  readonly text: (name: string) => string;
}

export interface VendorRules {
  /** Since the main module's Go 1.17, go.mod and go.sum are left out. */
  readonly withoutModuleFiles: boolean;
  /** Before 1.22, what tests embed was copied too. */
  readonly withTestEmbeds: boolean;
}

const METADATA = /^(AUTHORS|CONTRIBUTORS|COPYLEFT|COPYING|COPYRIGHT|LEGAL|LICENSE|NOTICE|PATENTS)/;

/** Names inside the module. A package that the module does not have gives nothing, and is returned. */
export function vendoredFiles(
  module: ModuleFiles,
  packages: readonly string[],
  rules: VendorRules,
): { readonly names: ReadonlySet<string>; readonly missing: readonly string[] } {
  const byDirectory = new Map<string, string[]>();
  for (const name of module.names) {
    const directory = directoryOf(name);
    const there = byDirectory.get(directory);
    if (there) there.push(name);
    else byDirectory.set(directory, [name]);
  }
  const names = new Set<string>();
  const missing: string[] = [];
  for (const path of packages) {
    const directory = insideOf(module.path, path);
    const files = directory === undefined ? undefined : byDirectory.get(directory);
    if (directory === undefined || !files) {
      missing.push(path);
      continue;
    }
    const texts = new Map<string, string>();
    for (const name of files) {
      if (name.endsWith('.go')) texts.set(name, module.text(name));
      if (isCopied(name, texts.get(name), rules)) names.add(name);
    }
    for (const name of embedsOf(directory, texts, module.names, rules)) names.add(name);
    for (let parent = directory; parent !== '';) {
      parent = directoryOf(parent);
      for (const name of byDirectory.get(parent) ?? []) if (METADATA.test(baseOf(name))) names.add(name);
    }
  }
  return { names, missing };
}

function isCopied(name: string, text: string | undefined, { withoutModuleFiles }: VendorRules): boolean {
  const base = baseOf(name);
  if (base.endsWith('_test.go')) return false;
  if (withoutModuleFiles && (base === 'go.mod' || base === 'go.sum')) return false;
  return text === undefined || mayBeBuilt(text);
}

function embedsOf(
  directory: string,
  texts: ReadonlyMap<string, string>,
  names: readonly string[],
  { withTestEmbeds }: VendorRules,
): string[] {
  const patterns = [...texts]
    .filter(([name]) => withTestEmbeds || !name.endsWith('_test.go'))
    .flatMap(([, text]) => embedPatterns(text));
  if (patterns.length === 0) return [];
  const prefix = directory === '' ? '' : `${directory}/`;
  const below = names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  return patterns.flatMap((pattern) => embeddedFiles(pattern, below).map((name) => prefix + name));
}

/** "" for the module's root; undefined if the package does not lie in the module. */
function insideOf(module: string, path: string): string | undefined {
  if (path === module) return '';
  return path.startsWith(`${module}/`) ? path.slice(module.length + 1) : undefined;
}

function directoryOf(name: string): string {
  const at = name.lastIndexOf('/');
  return at < 0 ? '' : name.slice(0, at);
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
