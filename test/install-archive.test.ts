/**
 * `goassay install --from` with release archives, honest and forged: what the log's hash of the module
 * does not vouch for is not put in place.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TarEntry } from 'modern-tar';
import { placeOf } from '../src/install/sources.ts';
import {
  archiveOf,
  encode,
  entry,
  FILES,
  H1,
  honest,
  sendRange,
  stage,
  UNCOVERED,
} from './sample-release.ts';

test('install() takes the archive as well, proven by the hash of the module, without what no hash covers', async (t) => {
  const { directory, runArchive, left } = await stage(t, honest);
  const { hash: proven, files, leftOut } = await runArchive();
  assert.deepEqual([proven, files, leftOut], [H1, 5, 2]);
  assert.deepEqual(left(), ['go1.99.1']);
  assert.equal(lstatSync(join(directory, 'bin/go')).mode & 0o777, 0o755);
  assert.equal(lstatSync(join(directory, 'pkg/tool/linux_amd64/compile')).mode & 0o777, 0o755);
  assert.equal(readFileSync(join(directory, 'src/go.mod'), 'utf8'), FILES['src/_go.mod']);
  assert.deepEqual(readdirSync(directory).toSorted(), ['VERSION', 'bin', 'pkg', 'src']);
  assert.equal((await runArchive()).wasThere, true);
});

test('installs from the module and from the archive at once both come to the proven tree', async (t) => {
  const { run, runArchive, left } = await stage(t, honest);
  const both = await Promise.all([run(), runArchive(), run(), runArchive()]);
  assert.ok(both.every(({ hash: proven }) => proven === H1));
  assert.equal(both.filter(({ wasThere }) => !wasThere).length, 1);
  assert.deepEqual(left(), ['go1.99.1']);
});

test('install() leaves nothing of an archive that is not the logged release', async (t) => {
  const whole = await archiveOf(FILES, UNCOVERED);
  const link = (type: 'symlink' | 'link'): TarEntry => ({
    header: { name: 'go/src/evil', size: 0, type, linkname: '/etc/passwd' },
  });
  const forgeries: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['another file', await archiveOf({ ...FILES, 'bin/go': 'evil' }), /expected h1:.* came h1:/],
    ['a file more', await archiveOf({ ...FILES, 'src/evil.go': 'package evil\n' }), /expected h1:/],
    ['a file less', await archiveOf({ VERSION: FILES.VERSION }), /expected h1:/],
    ['a file that leads out', await archiveOf(FILES, [entry('go/../../evil', 'x')]), /element ".."/],
    ['an absolute name', await archiveOf(FILES, [entry('/tmp/evil', 'x')]), /does not lie below go/],
    ['a symbolic link', await archiveOf(FILES, [link('symlink')]), /it is a symlink/],
    ['a hard link', await archiveOf(FILES, [link('link')]), /it is a link/],
    ['a file twice', await archiveOf(FILES, [entry('go/bin/go', 'evil')]), /is there twice/],
    ['one in other case', await archiveOf(FILES, [entry('go/bin/GO', 'evil')]), /differs in case only/],
    ['a hidden go.mod', await archiveOf(FILES, [entry('go/lib/_go.mod', 'x')]), /hidden-go-mod/],
    ['an error page', encode('<html>not found</html>'), /damaged/],
    ['nothing', new Uint8Array(), /damaged|expected h1/],
    ['half of it', whole.subarray(0, whole.length / 2), /damaged/],
  ];
  for (const [name, bytes, message] of forgeries) {
    const { runArchive, left } = await stage(t, (request, response) => {
      if (request.url?.endsWith('.tar.gz')) sendRange(bytes, request.headers.range, response);
      else honest(request, response);
    });
    await assert.rejects(runArchive(), message, name);
    assert.deepEqual(left(), [], name);
  }
});

test('placeOf() takes words and addresses, and nothing that hides in one', () => {
  const places = [
    'module',
    'archive',
    'https://mirror.test/go',
    'http://127.0.0.1:1/',
    'mirror',
    'ftp://x/',
    'https://',
    'https://m.test/?u=',
  ];
  assert.deepEqual(places.map(placeOf), [
    'module',
    { archives: 'https://go.dev/dl/' },
    { archives: 'https://mirror.test/go/' },
    { archives: 'http://127.0.0.1:1/' },
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
