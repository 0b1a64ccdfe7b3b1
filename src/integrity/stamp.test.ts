/**
 * Every way in which a tree on disk can be made another, also those that leave sizes, times of
 * modification or whole directories as they were; the file system is the authority.
 *
 * @module
 */

import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { findTree, isUnchanged } from './stamp.ts';

const ROOT = mkdtempSync(join(tmpdir(), 'goassay-stamp-'));
after(() => rmSync(ROOT, { recursive: true, force: true }));

function grow(name: string): { tree: string; zip: string } {
  const [tree, zip] = [join(ROOT, name, 'tree'), join(ROOT, name, 'v1.zip')];
  mkdirSync(join(tree, 'deep/er'), { recursive: true });
  for (const file of ['a.go', 'deep/b.go', 'deep/er/c.go']) {
    writeFileSync(join(tree, file), 'package a\n');
    // A whole second, so that it can be set back exactly.
    utimesSync(join(tree, file), 1_700_000_000, 1_700_000_000);
  }
  writeFileSync(zip, 'zip');
  return { tree, zip };
}

/** By name: what is done to the tree. */
const CHANGES: Readonly<Record<string, (tree: string, zip: string) => void>> = {
  'edited in place': (tree) => writeFileSync(join(tree, 'deep/er/c.go'), 'package b\n'),
  'edited in place, its time set back': (tree) => {
    const { atime, mtime } = statSync(join(tree, 'a.go'));
    writeFileSync(join(tree, 'a.go'), 'package b\n');
    utimesSync(join(tree, 'a.go'), atime, mtime);
  },
  'a file more': (tree) => writeFileSync(join(tree, 'deep/z.go'), 'package a\n'),
  'a file less': (tree) => rmSync(join(tree, 'deep/b.go')),
  'an empty directory more': (tree) => mkdirSync(join(tree, 'deep/new')),
  'a file for another, both times set back': (tree) => {
    const { atime, mtime } = statSync(join(tree, 'a.go'));
    writeFileSync(join(tree, '../other'), 'package b\n');
    utimesSync(join(tree, '../other'), atime, mtime);
    renameSync(join(tree, '../other'), join(tree, 'a.go'));
  },
  'a mode': (tree) => chmodSync(join(tree, 'a.go'), 0o755),
  'a link to a copy of the directory': (tree) => {
    cpSync(join(tree, 'deep/er'), join(tree, '../er'), { recursive: true, preserveTimestamps: true });
    rmSync(join(tree, 'deep/er'), { recursive: true });
    symlinkSync('../../er', join(tree, 'deep/er'));
  },
  'the zip longer': (_, zip) => appendFileSync(zip, '.'),
  'the zip gone': (_, zip) => rmSync(zip),
  'the tree gone': (tree) => rmSync(tree, { recursive: true }),
};

test('isUnchanged() sees every change, and none where there is none', async () => {
  const grown = Object.keys(CHANGES).map((name) => ({ name, ...grow(name) }));
  const nothing = { tree: join(ROOT, 'nothing'), zip: join(ROOT, 'nothing.zip') };
  await setTimeout(2100);
  for (const { name, tree, zip } of grown) {
    const { stamp, files } = findTree(tree, zip);
    assert.deepEqual([...(files?.keys() ?? [])].toSorted(), ['a.go', 'deep/b.go', 'deep/er/c.go']);
    assert.equal(isUnchanged(tree, zip, stamp), true, name);
    CHANGES[name]?.(tree, zip);
    assert.equal(isUnchanged(tree, zip, stamp), false, name);
  }
  const { stamp } = findTree(nothing.tree, nothing.zip);
  assert.equal(isUnchanged(nothing.tree, nothing.zip, stamp), true);
  mkdirSync(nothing.tree);
  assert.equal(isUnchanged(nothing.tree, nothing.zip, stamp), false);
});

test('findTree() keeps no stamp of what was changed a moment ago: the clock might show no later change', () => {
  const { tree, zip } = grow('fresh');
  const { stamp } = findTree(tree, zip);
  assert.equal(stamp.signature, '');
  assert.equal(isUnchanged(tree, zip, stamp), false);
});

test(
  'findTree() loses no file whose name is not UTF-8, which go would compile all the same',
  { skip: process.platform !== 'linux' && 'needs a file system that takes any bytes as a name' },
  () => {
    const { tree, zip } = grow('bytes');
    writeFileSync(
      Buffer.concat([Buffer.from(`${tree}/`), Buffer.from([0xff]), Buffer.from('.go')]),
      'package a\n',
    );
    const { lost } = findTree(tree, zip);
    assert.deepEqual(lost, ['\u{fffd}.go']);
  },
);
