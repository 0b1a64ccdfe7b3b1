import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { FormatError } from '../bytes/error.ts';
import { View } from '../bytes/view.ts';
import { faultsOfModuleZip, foldCase } from './module-zip.ts';
import { storedZip } from './stored-zip.ts';
import { findDirectory, readDirectory, zip64Directory, type ZipEntry } from './zip-directory.ts';

const PREFIX = 'a.test/m@v1.0.0/';

function entriesOf(zip: Uint8Array): ZipEntry[] {
  const view = new View('test.zip', zip, 'little');
  const found = findDirectory(view, zip.length);
  const place = 'zip64' in found ? zip64Directory(view.slice('end', found.zip64, 56)) : found;
  return readDirectory(view.slice('directory', place.offset, place.size), place);
}

const zipOf = (...names: readonly string[]): Uint8Array =>
  storedZip(names.map((name) => ({ name: PREFIX + name, bytes: new TextEncoder().encode(name) })));

test('faultsOfModuleZip() refuses what no module may have, and nothing else', () => {
  const rows: readonly (readonly [readonly string[], number])[] = [
    [['go.mod', 'a/b.go', 'LICENSE', 'ä.go'], 0],
    [['a.go', 'A.go'], 1],
    [['\u212a.go', 'k.go'], 1],
    [['\u017f.go', 's.go'], 1],
    [['\u0131.go', 'i.go'], 0],
    [['a/x', 'A/y'], 1],
    [['a', 'a/b'], 1],
    [['a.go', 'a.go'], 1],
    [['../x'], 1],
    [['/x'], 1],
    [['a//b'], 1],
    [['a/./b'], 1],
    [['con.go'], 1],
    [['sub/go.mod'], 1],
    [['GO.MOD'], 1],
    [['a:b'], 1],
    [['a\u0000b'], 1],
    [['x.'], 1],
  ];
  for (const [names, faults] of rows) {
    const found = faultsOfModuleZip(entriesOf(zipOf(...names)), PREFIX, 100);
    assert.equal(Math.min(found.length, 1), faults, `${names.join(', ')}: ${JSON.stringify(found)}`);
  }
  assert.equal(faultsOfModuleZip(entriesOf(zipOf('a')), 'other@v1/', 100).length, 1);
  assert.equal(faultsOfModuleZip([], PREFIX, 501 * 2 ** 20).length, 1);
});

test('faultsOfModuleZip() refuses links and sizes beyond the limits, as the directory says them', () => {
  const [entry] = entriesOf(zipOf('go.mod'));
  assert.ok(entry);
  const faults = (changes: Partial<ZipEntry>): number =>
    faultsOfModuleZip([{ ...entry, ...changes }], PREFIX, 100).length;
  assert.equal(faults({}), 0);
  assert.equal(faults({ madeByUnix: true, attributes: 0o120777 * 2 ** 16 }), 1);
  assert.equal(faults({ madeByUnix: true, attributes: 0o100644 * 2 ** 16 }), 0);
  assert.equal(faults({ sizeBytes: 17 * 2 ** 20 }), 1);
  assert.equal(faults({ name: `${PREFIX}big`, sizeBytes: 501 * 2 ** 20 }), 1);
});

test('foldCase() folds as regular expressions with the flags i and u do', () => {
  for (let code = 0x80; code < 0x2_0000; code += 1) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const letter = String.fromCodePoint(code);
    const folded = foldCase(letter);
    if (folded !== letter) assert.match(letter, new RegExp(`^${folded}$`, 'iu'));
  }
});

test('the reader of zips gives entries or a FormatError of any bytes', () => {
  const whole = zipOf('go.mod', 'a/b.go');
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, cut) => {
      const bytes = Uint8Array.from(whole);
      bytes[at] = byte;
      try {
        entriesOf(cut % 3 === 0 ? bytes.subarray(0, cut) : bytes);
      } catch (error) {
        assert.ok(error instanceof FormatError);
      }
    }),
    { numRuns: 500 },
  );
});
