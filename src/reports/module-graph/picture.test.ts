import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModuleGraph } from '../../model/module-graph.ts';
import { dot } from './dot.ts';
import { html } from './html.ts';
import { svg } from './svg.ts';
import { branchesOf } from './tree.ts';

/** Three hundred modules in a cycle with chords, one of them hostile and retracted. */
function bigGraph(count = 300): ModuleGraph {
  const path = (index: number): string =>
    index === 0 ? 'main.test' : index === 7 ? 'a"><script>' : `m${index}.test/x`;
  const name = (index: number): string => (index === 0 ? path(0) : `${path(index)}@v1.${index}.0`);
  return {
    main: [path(0)],
    pruning: 'pruned',
    buildList: Array.from({ length: count }, (_, index) => ({
      path: path(index),
      version: index === 0 ? '' : `v1.${index}.0`,
      root: index < 10,
      direct: index > 0 && index < 5,
      ...(index === 7 && { retracted: { by: 'v1.8.0', rationale: '</title>\u001b[31m' } }),
    })),
    requirements: Array.from({ length: count * 3 }, (_, index): [string, string] => [
      name(index % count),
      name(Math.max(1, (index * 7 + 1) % count)),
    ]),
    superseded: [],
    outdatedRoots: [],
    unread: [],
  };
}

test('branchesOf() has every selected module once, below a module that is drawn before it', () => {
  for (const count of [1, 5, 300, 4000]) {
    const branches = branchesOf(bigGraph(count));
    assert.equal(branches.length, count);
    assert.equal(new Set(branches.map(({ node }) => node.path)).size, count);
    for (const [line, { parent, depth }] of branches.entries()) {
      assert.ok(parent === undefined ? line === 0 : parent < line);
      assert.equal(depth, parent === undefined ? 0 : (branches[parent]?.depth ?? 0) + 1);
    }
  }
});

test('svg() gives every module a line of its own that ends inside the picture', () => {
  const drawing = svg(bigGraph(), 'en');
  const [, width = '0', height = '0'] = /viewBox="0 0 (\d+) (\d+)"/.exec(drawing) ?? [];
  const lines = [...drawing.matchAll(/translate\(0 (\d+)\)/g)].map(([, y]) => Number(y));
  assert.equal(lines.length, 300);
  assert.ok(lines.every((y, index) => y < Number(height) && y - (lines[index - 1] ?? 0) >= 13));
  for (const [, x = '', words = ''] of drawing.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)</g))
    assert.ok(Number(x) + words.replaceAll(/&\w+;/g, '.').length * 7 <= Number(width), words);
});

test('no picture lets a hostile name out of its place', () => {
  for (const text of [svg(bigGraph(), 'zh'), html(bigGraph(), 'en')]) {
    assert.ok(!text.includes('<script') && !text.includes('\u001b'));
  }
  assert.match(dot(bigGraph()), /"a\\"><script>@v1\.7\.0" \[color=red\];/);
});
