/**
 * The fewest vertices whose removal separates a target from the sources of a directed graph.
 *
 * Every vertex is split into an entry and an exit with room for one path between them; as many
 * paths as fit are found one by one, and the cut is where the last search got stuck.
 * Source: Menger's theorem; Edmonds and Karp, JACM 19(2), 1972.
 *
 * @module
 */

/** Undefined if a source has an edge to the target: nothing between them could be removed. */
export function vertexCut(
  edges: ReadonlyMap<string, Iterable<string>>,
  sources: ReadonlySet<string>,
  target: string,
): string[] | undefined {
  const flow = new SplitGraph();
  for (const [from, tos] of edges) {
    for (const to of tos) {
      if (sources.has(from) && to === target) return undefined;
      if (!sources.has(to)) flow.connect(from, to);
    }
  }
  const starts = [...sources].map((source) => flow.exit(source));
  while (flow.addPath(starts, flow.entry(target))) {
    // Each round takes one more path; there are at most as many as there are vertices.
  }
  return flow.stuckAt(starts);
}

/** Arcs come in pairs: arc n leads back along arc n ^ 1, with the room that was used up on it. */
class SplitGraph {
  readonly #ids = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #arcs: number[][] = [];
  readonly #to: number[] = [];
  readonly #room: number[] = [];

  entry(name: string): number {
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = this.#names.length;
      this.#ids.set(name, id);
      this.#names.push(name);
      this.#arcs.push([], []);
      this.#arc(2 * id, 2 * id + 1, 1);
    }
    return 2 * id;
  }

  exit(name: string): number {
    return this.entry(name) + 1;
  }

  connect(from: string, to: string): void {
    this.#arc(this.exit(from), this.entry(to), Infinity);
  }

  #arc(from: number, to: number, room: number): void {
    this.#arcs[from]?.push(this.#to.length);
    this.#to.push(to);
    this.#room.push(room);
    this.#arcs[to]?.push(this.#to.length);
    this.#to.push(from);
    this.#room.push(0);
  }

  addPath(starts: readonly number[], end: number): boolean {
    const reached = this.#search(starts);
    let arc = reached.get(end);
    if (arc === undefined) return false;
    while (arc !== undefined && arc >= 0) {
      this.#room[arc] = (this.#room[arc] ?? 0) - 1;
      this.#room[arc ^ 1] = (this.#room[arc ^ 1] ?? 0) + 1;
      arc = reached.get(this.#to[arc ^ 1] ?? -1);
    }
    return true;
  }

  /** By vertex side, the arc over which it was reached first; -1 for a start. */
  #search(starts: readonly number[]): Map<number, number> {
    const reached = new Map(starts.map((start) => [start, -1]));
    const queue = [...starts];
    for (let at = 0; at < queue.length; at += 1) {
      for (const arc of this.#arcs[queue[at] ?? -1] ?? []) {
        const to = this.#to[arc] ?? -1;
        if ((this.#room[arc] ?? 0) <= 0 || reached.has(to)) continue;
        reached.set(to, arc);
        queue.push(to);
      }
    }
    return reached;
  }

  /** Vertices that the last search entered and could not leave. */
  stuckAt(starts: readonly number[]): string[] {
    const reached = this.#search(starts);
    return this.#names.filter((_, id) => reached.has(2 * id) && !reached.has(2 * id + 1)).toSorted();
  }
}
