/**
 * Minimal version selection over a pruned graph: which go.mod files count, and which version of
 * each module they come to.
 *
 * A module of Go 1.17 or later names everything that its own packages need, so what its
 * requirements require in turn is left out, unless an older module leads there. The files come
 * from a function that may not have them yet; what it lacked is returned, and asking again with
 * more goes further. Versions are numbers inside, because graphs have tens of thousands of edges.
 * Source: go.dev/ref/mod#minimal-version-selection and #graph-pruning,
 * cmd/go/internal/modload readModGraph.
 *
 * @module
 */

import { compareRanks, isStrictGo, rankOf, supportsPruning, type Rank } from './version-order.ts';

export interface ModuleVersion {
  readonly path: string;
  /** Empty for a main module. */
  readonly version: string;
}

/** What a go.mod file adds to a graph. */
export interface Summary {
  readonly go?: string | undefined;
  readonly require: readonly ModuleVersion[];
}

export interface Plan {
  readonly mains: readonly ModuleVersion[];
  readonly pruning: 'pruned' | 'unpruned' | 'workspace';
  /** What the one main module requires; in a workspace, the main modules and the Go of go.work. */
  readonly roots: readonly ModuleVersion[];
  /** Paths that main modules require without "// indirect". */
  readonly direct: ReadonlySet<string>;
  /** "path@version": such requirements are not there. */
  readonly excluded: ReadonlySet<string>;
}

/** The file of a version; "unread" if it cannot be had, undefined if nobody has looked yet. */
export type Summaries = (module: ModuleVersion, key: string) => Summary | 'unread' | undefined;

export interface RequirementGraph {
  /** Breadth first from the main modules, as `go mod graph` prints them; made when first asked for. */
  readonly requirements: () => readonly (readonly [from: string, to: string])[];
  /** By path. */
  readonly selected: ReadonlyMap<string, string>;
  /** Files that were asked for and are not there yet. */
  readonly wanted: readonly ModuleVersion[];
  /** Versions whose file was needed and cannot be had. */
  readonly unread: readonly ModuleVersion[];
}

const LOADED = 1;
const UNPRUNED = 2;
const PRUNED = 4;
const WORKSPACE = 8;
const STATE = { pruned: PRUNED, unpruned: UNPRUNED, workspace: WORKSPACE } as const;

type Pruning = keyof typeof STATE;

export function requirementGraph(plan: Plan, summaries: Summaries): RequirementGraph {
  const graph = new Graph(plan, summaries);
  graph.load();
  return {
    requirements: () => graph.requirements(),
    selected: graph.selected(),
    wanted: graph.wanted,
    unread: graph.unread,
  };
}

/** One module: the few of its versions that the graph has, and the highest of them. */
interface Module {
  readonly versions: Node[];
  best: Node | undefined;
}

/** One module version in the graph. */
interface Node {
  readonly module: Module;
  readonly path: string;
  readonly version: string;
  readonly key: string;
  rank: Rank | undefined;
  /** Bits: the file was read; it was queued with each sort of pruning. */
  state: number;
  isPrunable: boolean;
  isListed: boolean;
  edges: readonly Node[];
}

const NO_EDGES: readonly Node[] = [];

class Graph {
  readonly wanted: ModuleVersion[] = [];
  readonly unread: ModuleVersion[] = [];
  readonly #plan: Plan;
  readonly #summaries: Summaries;
  /** By path: that is hashed once, where a key joined from path and version would be hashed each time. */
  readonly #modules = new Map<string, Module>();
  readonly #starts: readonly Node[];
  #queue: [node: Node, pruning: Pruning][] = [];

  constructor(plan: Plan, summaries: Summaries) {
    this.#plan = plan;
    this.#summaries = summaries;
    const isWorkspace = plan.pruning === 'workspace';
    this.#starts = (isWorkspace ? plan.roots : plan.mains).map((module) => this.#node(module));
    for (const node of this.#starts) this.#consider(node);
    if (!isWorkspace) for (const node of this.#starts) this.#require(node, plan.roots);
  }

  load(): void {
    const { roots, pruning } = this.#plan;
    for (const root of roots) this.#enqueue(this.#node(root), pruning);
    this.#drain();
    if (pruning === 'workspace' && this.wanted.length === 0) this.#loadSelected(roots);
  }

  /** In a workspace the requirements of a version that was superseded say too little: those of the selected one are read too. */
  #loadSelected(roots: readonly ModuleVersion[]): void {
    const paths = new Set(roots.map(({ path }) => path));
    const seen = new Set<Node>();
    for (;;) {
      const next = new Set<Node>();
      for (const path of paths) {
        const node = this.#modules.get(path)?.best;
        if (!node) continue;
        if (!seen.has(node)) next.add(node);
        else {
          for (const edge of node.edges) {
            const selected = edge.module.best;
            if (selected && selected !== edge && !seen.has(selected)) next.add(selected);
          }
        }
      }
      if (next.size === 0 || this.wanted.length > 0) return;
      for (const node of next) {
        this.#enqueue(node, 'workspace');
        seen.add(node);
        paths.add(node.path);
      }
      this.#drain();
    }
  }

  #drain(): void {
    for (let at = 0; at < this.#queue.length; at += 1) {
      const [node, pruning] = this.#queue[at] ?? [];
      if (!node || !pruning) continue;
      if ((node.state & LOADED) === 0 && !this.#read(node)) continue;
      const next = pruning === 'unpruned' || !node.isPrunable ? 'unpruned' : 'pruned';
      if (pruning !== 'pruned' || !node.isPrunable) for (const edge of node.edges) this.#enqueue(edge, next);
    }
    this.#queue = [];
  }

  #enqueue(node: Node, pruning: Pruning): void {
    if ((node.state & STATE[pruning]) !== 0) return;
    node.state |= STATE[pruning];
    this.#queue.push([node, pruning]);
  }

  #read(node: Node): boolean {
    node.state |= LOADED;
    if (node.path === 'go' || node.path === 'toolchain') {
      const needs = node.path === 'go' && isStrictGo(node.version);
      this.#require(node, needs ? [{ path: 'toolchain', version: `go${node.version}` }] : []);
      return true;
    }
    const summary = this.#summaries(node, node.key);
    if (summary === undefined) this.wanted.push(node);
    else if (summary === 'unread') this.unread.push(node);
    else {
      const { go, require } = summary;
      node.isPrunable = supportsPruning(go);
      this.#require(node, isStrictGo(go) ? [...require, { path: 'go', version: go }] : require);
      return true;
    }
    return false;
  }

  #require(node: Node, modules: readonly ModuleVersion[]): void {
    const { excluded } = this.#plan;
    const edges: Node[] = [];
    for (const module of modules) {
      const edge = this.#node(module);
      if (excluded.size > 0 && excluded.has(edge.key)) continue;
      edges.push(edge);
      this.#consider(edge);
    }
    node.edges = edges;
  }

  #consider(node: Node): void {
    const { module } = node;
    const { best } = module;
    if (best === node) return;
    if (!best || compareRanks(this.#rank(best), this.#rank(node)) < 0) module.best = node;
  }

  #rank(node: Node): Rank {
    node.rank ??= rankOf(node.path, node.version);
    return node.rank;
  }

  #node({ path, version }: ModuleVersion): Node {
    let module = this.#modules.get(path);
    if (!module) {
      module = { versions: [], best: undefined };
      this.#modules.set(path, module);
    }
    for (const node of module.versions) if (node.version === version) return node;
    const key = version === '' ? path : `${path}@${version}`;
    const node: Node = {
      module,
      path,
      version,
      key,
      rank: undefined,
      state: 0,
      isPrunable: true,
      isListed: false,
      edges: NO_EDGES,
    };
    module.versions.push(node);
    return node;
  }

  #list: [from: string, to: string][] | undefined;

  requirements(): [from: string, to: string][] {
    if (this.#list) return this.#list;
    const requirements: [string, string][] = [];
    const queue = [...new Set(this.#starts)];
    for (const node of queue) node.isListed = true;
    for (let at = 0; at < queue.length; at += 1) {
      const node = queue[at];
      if (!node) break;
      for (const edge of node.edges) {
        requirements.push([node.key, edge.key]);
        if (edge.isListed) continue;
        edge.isListed = true;
        queue.push(edge);
      }
    }
    this.#list = requirements;
    return requirements;
  }

  selected(): Map<string, string> {
    const selected = new Map<string, string>();
    for (const [path, { best }] of this.#modules) if (best) selected.set(path, best.version);
    return selected;
  }
}
