import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBeBuilt } from './build-constraint.ts';
import { embeddedFiles, embedPatterns } from './embed.ts';

test('mayBeBuilt() leaves out what only the tag ignore would let in', () => {
  const rows: readonly (readonly [string, boolean])[] = [
    ['package a\n', true],
    ['//go:build ignore\n\npackage a\n', false],
    ['//go:build !ignore\n\npackage a\n', true],
    ['//go:build linux && ignore\n\npackage a\n', false],
    ['//go:build linux || ignore\n\npackage a\n', true],
    ['//go:build !(ignore || linux)\n\npackage a\n', true],
    ['//go:build windows && !windows\n\npackage a\n', true],
    ['// Copyright.\n\n/* More. */\n//go:build ignore\n\npackage a\n', false],
    ['// +build ignore\n\npackage a\n', false],
    ['// +build ignore linux\n\npackage a\n', true],
    ['// +build ignore\npackage a\n', true],
    ['package a\n\n//go:build ignore\n', true],
    ['//go:build (\n\npackage a\n', true],
  ];
  for (const [source, expected] of rows) assert.equal(mayBeBuilt(source), expected, source);
});

test('embedPatterns() reads words and both kinds of Go strings', () => {
  const source = '//go:embed a.txt "b c.txt" `d e`\n\t//go:embed all:dir\nvar x = "//go:embed no"\n';
  assert.deepEqual(embedPatterns(source), ['a.txt', 'b c.txt', 'd e', 'all:dir']);
});

test('embeddedFiles() takes directories in, and hidden names only when all are asked for', () => {
  const names = ['a.txt', 'b.go', 'd/a.txt', 'd/.hidden', 'd/_under/x', 'd/e/f'];
  assert.deepEqual(embeddedFiles('*.txt', names), ['a.txt']);
  assert.deepEqual(embeddedFiles('d', names), ['d/a.txt', 'd/e/f']);
  assert.deepEqual(embeddedFiles('all:d', names), ['d/a.txt', 'd/.hidden', 'd/_under/x', 'd/e/f']);
  assert.deepEqual(embeddedFiles('d/*', names), ['d/a.txt', 'd/.hidden', 'd/_under/x', 'd/e/f']);
});
