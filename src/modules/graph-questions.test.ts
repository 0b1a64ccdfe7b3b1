import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ModuleGraph } from '../model/module-graph.ts';
import { chainBetween, cutOf, whyModule } from './graph-questions.ts';
import { vertexCut } from './vertex-cut.ts';

/** main needs a and b; both lead to d, an older one by way of b; e is listed as indirect only. */
const GRAPH: ModuleGraph = {
  main: ['main'],
  pruning: 'pruned',
  buildList: [
    { path: 'main', version: '', root: true, direct: false },
    ...['a', 'b'].map((path) => ({ path, version: 'v1.0.0', root: true, direct: true })),
    { path: 'd', version: 'v1.2.0', root: true, direct: false },
    { path: 'e', version: 'v1.0.0', root: true, direct: false },
  ],
  requirements: [
    ['main', 'a@v1.0.0'],
    ['main', 'b@v1.0.0'],
    ['main', 'd@v1.2.0'],
    ['main', 'e@v1.0.0'],
    ['b@v1.0.0', 'd@v1.1.0'],
    ['a@v1.0.0', 'c@v1.0.0'],
    ['c@v1.0.0', 'd@v1.2.0'],
  ],
  superseded: ['d@v1.1.0'],
  outdatedRoots: [],
  unread: [],
};

test('whyModule() tells the shortest chain from the one that decides the version', () => {
  assert.deepEqual(whyModule(GRAPH, 'd'), {
    shortest: ['main', 'b@v1.0.0', 'd@v1.1.0'],
    decisive: ['main', 'a@v1.0.0', 'c@v1.0.0', 'd@v1.2.0'],
    onlyIndirect: false,
  });
  assert.deepEqual(whyModule(GRAPH, 'e'), {
    shortest: ['main', 'e@v1.0.0'],
    decisive: ['main', 'e@v1.0.0'],
    onlyIndirect: true,
  });
  assert.equal(whyModule(GRAPH, 'nowhere').shortest, undefined);
});

test('chainBetween() and cutOf() follow requirements of every version', () => {
  assert.deepEqual(chainBetween(GRAPH, 'a', 'd'), ['a@v1.0.0', 'c@v1.0.0', 'd@v1.2.0']);
  assert.equal(chainBetween(GRAPH, 'd', 'a'), undefined);
  assert.equal(cutOf(GRAPH, 'd')?.length, 2);
  assert.equal(cutOf(GRAPH, 'a'), undefined);
  assert.deepEqual(cutOf(GRAPH, 'e'), []);
});

/** By definition: every set of vertices is tried, smallest first. */
function cutByTrial(edges: ReadonlyMap<string, ReadonlySet<string>>, target: string): number | undefined {
  const names = [...edges.keys()].filter((name) => name !== '0' && name !== target);
  const isReached = (removed: number): boolean => {
    const queue = ['0'];
    const seen = new Set(queue);
    for (const name of queue) {
      for (const to of edges.get(name) ?? []) {
        const bit = names.indexOf(to);
        if (seen.has(to) || (bit >= 0 && ((removed >> bit) & 1) === 1)) continue;
        seen.add(to);
        queue.push(to);
      }
    }
    return seen.has(target);
  };
  const sizes = Array.from({ length: 1 << names.length }, (_, removed) => removed)
    .filter((removed) => !isReached(removed))
    .map((removed) => removed.toString(2).replaceAll('0', '').length);
  return sizes.length === 0 ? undefined : Math.min(...sizes);
}

test('vertexCut() is as small as the smallest set that separates, in every graph of seven', () => {
  const edge = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 20 }), (pairs) => {
      const edges = new Map(Array.from({ length: 7 }, (_, name) => [String(name), new Set<string>()]));
      for (const [from, to] of pairs) edges.get(String(from))?.add(String(to));
      assert.equal(vertexCut(edges, new Set(['0']), '6')?.length, cutByTrial(edges, '6'));
    }),
    { numRuns: 300 },
  );
});
