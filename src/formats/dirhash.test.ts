import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '../../test/sample-log.ts';
import { hexOf } from '../bytes/digest.ts';
import { FormatError } from '../bytes/error.ts';
import { dirHash, hashOfManifest, manifestOf, parseManifest } from './dirhash.ts';

const digest = (text: string): string => hexOf(sha256(new TextEncoder().encode(text)));

test('dirHash() of a go.mod alone is what the checksum database has for it', () => {
  // Record 61743986 of the public log: the go.mod of a toolchain module is this one line.
  const files = [{ name: 'go.mod', sha256: digest('module golang.org/toolchain\n') }];
  assert.equal(dirHash(sha256, files), 'h1:8wlg68NqwW7eMnI1aABk/C2pDYXj8mrMY4TyRfiLeS0=');
});

test('dirHash() sorts by bytes, so the order in which files are found does not matter', () => {
  const files = ['\u{1f600}', '\u{ff5e}', 'a/b', 'a.b', 'B', 'ä'].map((name) => ({
    name,
    sha256: digest(name),
  }));
  assert.equal(dirHash(sha256, files), dirHash(sha256, files.toReversed()));
  const names = parseManifest(manifestOf(files)).map(({ name }) => name);
  assert.deepEqual(names, ['B', 'a.b', 'a/b', 'ä', '\u{ff5e}', '\u{1f600}']);
});

test('a manifest proves itself, and is read back or refused', () => {
  const files = [{ name: 'm@v1.0.0/go.mod', sha256: digest('x') }];
  const manifest = manifestOf(files);
  assert.deepEqual(parseManifest(manifest), files);
  assert.equal(hashOfManifest(sha256, manifest), dirHash(sha256, files));
  for (const text of ['x\n', manifest.trimEnd(), manifest.replace('  ', ' '), `${manifest}\n`])
    assert.throws(() => parseManifest(text), FormatError);
  assert.throws(() => manifestOf([{ name: 'a\nb', sha256: digest('x') }]), FormatError);
});
