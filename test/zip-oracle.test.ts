/**
 * Module zips held against golang.org/x/mod/zip and dirhash: which are sound, and what their hash is.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { FormatError } from '../src/bytes/error.ts';
import { dirHash } from '../src/formats/dirhash.ts';
import { faultsOfModuleZip } from '../src/formats/module-zip.ts';
import { storedZip } from '../src/formats/stored-zip.ts';
import { openZip } from '../src/integrity/zip-file.ts';
import { goProgram, say, XMOD_HERE } from './go-oracle.ts';
import { chance } from './mutations.ts';
import { sha256 } from './sample-log.ts';

const PROGRAM = `package main

import (
	"bufio"
	"fmt"
	"os"

	"golang.org/x/mod/module"
	"golang.org/x/mod/sumdb/dirhash"
	"golang.org/x/mod/zip"
)

// Reads paths of zips and prints whether each is a sound module, and its hash.
func main() {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		_, err := zip.CheckZip(module.Version{Path: "a.test/m", Version: "v1.0.0"}, in.Text())
		hash, hashErr := dirhash.HashZip(in.Text(), dirhash.Hash1)
		if hashErr != nil {
			hash = "-"
		}
		fmt.Println(err == nil, hash)
	}
}
`;

const PARTS = [
  'a',
  'A',
  'go.mod',
  'b.go',
  'B.GO',
  'LICENSE',
  'con',
  'x.',
  '..',
  '.',
  '',
  'ä',
  'Ä',
  '\u212a',
  'k',
  'a b',
  'a:b',
  'vendor',
  '.git',
  'ſ',
  's',
  '~1',
  'ﬀ',
  '\u{1f600}',
  'nul.txt',
  "it's",
  'İ',
  'i',
];

test('a zip is sound to us where it is to x/mod, and its hash is the same', XMOD_HERE, (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'goassay-zips-'));
  t.after(() => rmSync(directory, { recursive: true }));
  const pick = chance(7);
  const zips = Array.from({ length: 1500 }, () => {
    const names = Array.from({ length: 1 + pick(4) }, () =>
      Array.from({ length: 1 + pick(3) }, () => PARTS[pick(PARTS.length)]).join('/'),
    );
    const prefix = pick(40) === 0 ? 'a.test/other@v1.0.0/' : 'a.test/m@v1.0.0/';
    const bytes = storedZip(
      names.map((name) => ({ name: prefix + name, bytes: new TextEncoder().encode(name) })),
    );
    // Every fifth is damaged somewhere.
    if (pick(5) === 0) bytes[pick(bytes.length)] = pick(256);
    return { names, bytes };
  });
  const paths = zips.map(({ bytes }, at) => {
    const path = join(directory, `${at}.zip`);
    writeFileSync(path, bytes);
    return path;
  });
  const answers = say(goProgram('zips', PROGRAM), `${paths.join('\n')}\n`)
    .trimEnd()
    .split('\n');
  let sound = 0;
  for (const [at, { names, bytes }] of zips.entries()) {
    const [isSound, expected] = (answers[at] ?? '').split(' ');
    const ours = judged(bytes);
    const shown = `${at}: ${names.join(', ')}: x/mod ${answers[at] ?? ''}, ours ${JSON.stringify(ours)}`;
    // Nothing that x/mod refuses is sound to us. We refuse more: damage that it reads over.
    if (ours.sound) assert.equal(isSound, 'true', shown);
    if (ours.hash !== undefined) assert.equal(ours.hash, expected, shown);
    if (isSound === 'true' && expected !== '-' && ours.sound) sound += 1;
    if (isSound === 'true' && expected !== '-' && !ours.sound) assert.ok(ours.isDamaged, shown);
  }
  assert.ok(sound > 100, String(sound));
});

function judged(bytes: Uint8Array): { sound: boolean; hash?: string; isDamaged: boolean } {
  try {
    const zip = openZip('test.zip', bytes);
    const sound = faultsOfModuleZip(zip.entries, 'a.test/m@v1.0.0/', bytes.length).length === 0;
    if (!sound) return { sound, isDamaged: false };
    const files = zip.entries.map((entry) => ({
      name: entry.name,
      sha256: hash('sha256', zip.read(entry), 'hex'),
    }));
    return { sound, hash: dirHash(sha256, files), isDamaged: false };
  } catch (error) {
    if (error instanceof FormatError) return { sound: false, isDamaged: true };
    throw error;
  }
}
