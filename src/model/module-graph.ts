/**
 * Module graphs: what `goassay mod graph --json` prints and what every picture is drawn from.
 *
 * Requirements are those between versions, in the order of `go mod graph`; the build list is the
 * one version of each module that a build takes, as `go list -m all` has it.
 *
 * @module
 */

import type { Text } from './text.ts';

export interface ModuleNode {
  readonly path: string;
  /** Empty for a main module. */
  readonly version: string;
  /** Named in a main module's go.mod, "// indirect" or not. */
  readonly root: boolean;
  /** Named there without "// indirect". */
  readonly direct: boolean;
  readonly replacedBy?: { readonly path: string; readonly version?: string };
  /** Its own later go.mod takes this version back, as far as the module cache has that file. */
  readonly retracted?: { readonly by: string; readonly rationale: string };
  readonly deprecated?: { readonly by: string; readonly message: string };
  /** Where its copy below vendor/ is not what it should be; only where that was asked. */
  readonly inconsistencies?: readonly Text[];
  /** Why its go.mod could not be read, where the graph needs it. */
  readonly unread?: string;
}

/** "path@version", or the path alone for a main module. */
export type ModuleName = string;

export interface ModuleGraph {
  /** Paths of the main modules; more than one in a workspace. */
  readonly main: readonly string[];
  /** How far requirements are followed: see go.dev/ref/mod#graph-pruning. */
  readonly pruning: 'pruned' | 'unpruned' | 'workspace';
  /** Selected versions: main modules first, then by path. The pseudo-modules go and toolchain are left out. */
  readonly buildList: readonly ModuleNode[];
  readonly requirements: readonly (readonly [from: ModuleName, to: ModuleName])[];
  /** Versions that the graph names and no build takes. */
  readonly superseded: readonly ModuleName[];
  /** Roots that go.mod names with an older version than the one that is selected: Go asks for an update. */
  readonly outdatedRoots: readonly {
    readonly path: string;
    readonly required: string;
    readonly selected: string;
  }[];
  /** The graph may lack modules: these go.mod files could not be read. */
  readonly unread: readonly { readonly module: ModuleName; readonly reason: string }[];
}

export function nameOf({ path, version }: { readonly path: string; readonly version: string }): ModuleName {
  return version === '' ? path : `${path}@${version}`;
}
