/**
 * Whether vendor/modules.txt agrees with go.mod, or with the go.mod files of a workspace: the rules
 * that `go build` checks before it uses vendor/, and nothing about contents.
 *
 * Source: cmd/go/internal/modload vendor.go checkVendorConsistency; go.dev/ref/mod#go-mod-vendor.
 *
 * @module
 */

import type { GoMod } from './gomod.ts';
import type { Replace } from './gomod-replace.ts';
import type { GoWork } from './gowork.ts';
import type { ModulesTxt, VendoredModule } from './modules-txt.ts';

export interface VendorFault {
  /** "path@version" or the path alone. */
  readonly module: string;
  readonly what:
    | 'not-explicit' //       required, not marked so
    | 'not-required' //       marked explicit, not required
    | 'not-replaced' //       marked as replaced, not replaced
    | 'replace-not-marked'
    | 'other-replacement'
    | 'other-version' //      before Go 1.14 only
    | 'other-workspace'; //   made for a workspace and used without, or the other way round
  readonly is: string;
  readonly expected: string;
}

export interface MainModules {
  readonly mods: readonly GoMod[];
  readonly work: GoWork | undefined;
}

export function vendorFaults(vendored: ModulesTxt, { mods, work }: MainModules): VendorFault[] {
  const faults: VendorFault[] = [];
  const byModule = new Map(vendored.modules.map((module) => [nameOf(module), module]));
  const isOld = work === undefined && !isAtLeast(mods[0]?.go, 1, 14);
  if (vendored.isWorkspace !== (work !== undefined))
    faults.push({
      module: 'vendor/modules.txt',
      what: 'other-workspace',
      is: vendored.isWorkspace ? 'go work vendor' : 'go mod vendor',
      expected: work ? 'go work vendor' : 'go mod vendor',
    });
  const required = new Set<string>();
  for (const { require } of mods) {
    for (const { path, version } of require) {
      const name = nameOf({ path, version });
      required.add(name);
      if (byModule.get(name)?.explicit) continue;
      const other = vendored.modules.find((module) => module.path === path && module.packages.length > 0);
      if (!isOld)
        faults.push({ module: name, what: 'not-explicit', is: other?.version ?? '', expected: version });
      else if (other?.version !== undefined && other.version !== version)
        faults.push({ module: name, what: 'other-version', is: other.version, expected: version });
    }
  }
  const replaces = [...(work?.replace ?? []), ...mods.flatMap(({ replace }) => replace)];
  const mains = new Set(mods.map(({ module }) => module?.path));
  for (const replace of replaces) {
    if (mains.has(replace.old.path)) continue;
    const marked = byModule.get(nameOf(replace.old))?.replacement;
    const expected = nameOf(replace.new);
    if (!marked) {
      if (!isOld || byModule.has(nameOf(replace.old)))
        faults.push({ module: nameOf(replace.old), what: 'replace-not-marked', is: '', expected });
    } else if (nameOf(marked) !== expected && !isSamePath(marked.path, replace))
      faults.push({ module: nameOf(replace.old), what: 'other-replacement', is: nameOf(marked), expected });
  }
  for (const module of vendored.modules) {
    if (module.explicit && !required.has(nameOf(module)))
      faults.push({ module: nameOf(module), what: 'not-required', is: 'explicit', expected: '' });
    if (module.replacement && !replaces.some(({ old }) => matches(old, module)))
      faults.push({
        module: nameOf(module),
        what: 'not-replaced',
        is: nameOf(module.replacement),
        expected: '',
      });
  }
  return faults;
}

/** In a workspace paths are written from where go.work lies. */
function isSamePath(marked: string, { new: to }: Replace): boolean {
  return to.version === undefined && marked.endsWith(to.path.replace(/^\.{1,2}\//, '/'));
}

function matches(old: Replace['old'], { path, version }: VendoredModule): boolean {
  return old.path === path && (old.version === undefined || old.version === version);
}

export function isAtLeast(go: string | undefined, major: number, minor: number): boolean {
  const [, a = '0', b = '0'] = /^(\d+)\.(\d+)/.exec(go ?? '') ?? [];
  return Number(a) > major || (Number(a) === major && Number(b) >= minor);
}

function nameOf({ path, version }: { readonly path: string; readonly version?: string }): string {
  return version === undefined ? path : `${path}@${version}`;
}
