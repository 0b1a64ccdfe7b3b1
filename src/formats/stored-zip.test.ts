import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { crc32, storedZip } from './stored-zip.ts';

test('crc32() has the check value of the CRC catalogue', () => {
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf4_3926);
  assert.equal(crc32(new Uint8Array()), 0);
});

test('storedZip() is an archive to python3', (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'goassay-test-'));
  t.after(() => rmSync(directory, { recursive: true }));
  const path = join(directory, 'module.zip');
  const files = ['example.com/lib@v1.0.0/go.mod', 'example.com/lib@v1.0.0/地鼠.go'];
  writeFileSync(
    path,
    storedZip(files.map((name) => ({ name, bytes: new TextEncoder().encode(`// ${name}\n`) }))),
  );
  const script =
    'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip()); [print(n, z.read(n).decode(), end="") for n in z.namelist()]';
  const said = execFileSync('python3', ['-c', script, path], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf8' },
  });
  assert.equal(said, `None\n${files.map((name) => `${name} // ${name}\n`).join('')}`);
});
