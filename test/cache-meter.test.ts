/**
 * The cache meter on a small module whose hits and misses are known by construction.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CacheMeter } from '../src/model/cache-meter.ts';
import { goassay, NEEDS_GO, place } from './goassay.ts';

/** Libraries only, so that no package of the standard library is needed: leaf ← middle ← top, and one of another module. */
function sampleModule(): string {
  const directory = place('cache meter/module');
  const write = (name: string, text: string): void => {
    mkdirSync(join(directory, name, '..'), { recursive: true });
    writeFileSync(join(directory, name), text);
  };
  write(
    'go.mod',
    'module example.test/m\n\ngo 1.21\n\nrequire other.test/o v1.0.0\n\nreplace other.test/o => ../other\n',
  );
  write('leaf/leaf.go', 'package leaf\n\nfunc F() int { return 1 }\n');
  write(
    'middle/middle.go',
    'package middle\n\nimport "example.test/m/leaf"\n\nfunc F() int { return leaf.F() }\n',
  );
  write(
    'top/top.go',
    'package top\n\nimport (\n\t"example.test/m/middle"\n\t"other.test/o"\n)\n\nfunc F() int { return middle.F() + o.F() }\n',
  );
  write('../other/go.mod', 'module other.test/o\n\ngo 1.21\n');
  write('../other/o.go', 'package o\n\nfunc F() int { return 2 }\n');
  return directory;
}

test(
  'goassay mod cache counts what was built to be counted, and agrees with the go command in every arm',
  NEEDS_GO,
  () => {
    const { status, stdout, stderr } = goassay(['mod', 'cache', '-C', sampleModule(), '--json'], {
      environment: { GOFLAGS: '' },
    });
    assert.equal(status, 0, stderr);
    const meter = JSON.parse(stdout) as CacheMeter; // the command's own output
    const arms = meter.arms.map(({ arm, packages, misses, agrees }) => ({ arm, packages, misses, agrees }));
    assert.deepEqual(arms, [
      { arm: 'cold', packages: 4, misses: 4, agrees: true },
      { arm: 'warm', packages: 4, misses: 0, agrees: true },
      { arm: 'touched', packages: 4, misses: 0, agrees: true },
      // Leaf, and what imports it, directly or not.
      { arm: 'edited', packages: 4, misses: 3, agrees: true },
      { arm: 'trimmed', packages: 4, misses: 4, agrees: true },
      { arm: 'vendored', packages: 4, misses: 2, agrees: true },
    ]);
    assert.deepEqual(meter.arms[5]?.missed, ['example.test/m/top', 'other.test/o']);
    assert.ok(
      // Go asks for an index of a package too, unless its files changed in the last two seconds.
      meter.arms.every(({ gets, packages }) => gets >= packages),
      'raw requests are no fewer than packages',
    );
  },
);

test('goassay mod cache refuses what is no module or does not build, with the reason', NEEDS_GO, () => {
  const empty = goassay(['mod', 'cache', '-C', place('cache meter/none')]);
  assert.equal(empty.status, 2);
  assert.match(empty.stderr, /Cannot find a module in/);
  const broken = place('cache meter/broken');
  writeFileSync(join(broken, 'go.mod'), 'module b.test\n\ngo 1.21\n');
  writeFileSync(join(broken, 'b.go'), 'package b\n\nfunc {\n');
  const { status, stderr } = goassay(['mod', 'cache', '-C', broken]);
  assert.equal(status, 2);
  assert.match(stderr, /Cannot run go /);
});
