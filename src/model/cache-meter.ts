/**
 * What `goassay mod cache` prints: how much of a build the caches had, arm by arm.
 *
 * @module
 */

export interface CacheArm {
  readonly arm: 'cold' | 'warm' | 'touched' | 'edited' | 'trimmed' | 'vendored';
  /** Raw requests to the cache: compiles, links, module indexes and more. */
  readonly gets: number;
  readonly getHits: number;
  /** Packages to compile, from the action graph, and what the cache had of them. */
  readonly packages: number;
  readonly hits: number;
  readonly misses: number;
  /** What the go command says that it compiled: the ground truth for misses. */
  readonly compiled: number;
  /** Compiled and missed are the same packages. */
  readonly agrees: boolean;
  readonly missed: readonly string[];
  readonly durationMs: number;
}

export interface CacheMeter {
  readonly module: string;
  readonly packages: { readonly standard: number; readonly own: number; readonly others: number };
  readonly modules: {
    /** Modules that the build takes packages from. */
    readonly needed: number;
    /** Of them, those that the module cache had before the first build. */
    readonly found: number;
    readonly fetched: readonly string[];
  };
  readonly arms: readonly CacheArm[];
  /** The whitepaper's grep, run after the warm arm: lines that it finds, and words among them. */
  readonly recipe: { readonly lines: number; readonly withCache: number; readonly withVendor: number };
}
