/**
 * `goassay install` against servers on loopback that are honest, forge, stall and break off: nothing
 * unproven is left in place, and what was interrupted is continued.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { releaseName, releasesIn } from '../src/install/version.ts';
import { capability } from './capability.ts';
import { encode, FILES, H1, honest, sendRange, stage, VERSION, ZIP, zipOf } from './sample-release.ts';

test('install() puts the proven tree in place, executable where Go has it so, and keeps it the next time', async (t) => {
  const { directory, run, left } = await stage(t, honest);
  const { wasThere, hash: proven, files } = await run();
  assert.deepEqual([wasThere, proven, files], [false, H1, 5]);
  assert.deepEqual(left(), ['go1.99.1']);
  assert.equal(lstatSync(join(directory, 'bin/go')).mode & 0o777, 0o755);
  assert.equal(lstatSync(join(directory, 'src/fmt/print.go')).mode & 0o777, 0o644);
  assert.ok(existsSync(join(directory, 'src/go.mod')));
  assert.equal((await run()).wasThere, true);
  writeFileSync(join(directory, 'src/fmt/print.go'), 'package evil\n');
  await assert.rejects(run(), /what is there is not that release/);
});

test('install() leaves nothing of a zip that is not the logged one', async (t) => {
  const forgeries: readonly (readonly [string, Uint8Array])[] = [
    ['another file', zipOf({ ...FILES, 'bin/go': '#!/bin/sh\necho evil\n' })],
    ['a file more', zipOf({ ...FILES, 'src/evil.go': 'package evil\n' })],
    ['a file less', zipOf({ VERSION: FILES.VERSION })],
    ['a file that leads out', zipOf({ ...FILES, '../../evil': 'x' })],
    ['an error page', encode('<html>not found</html>')],
    ['nothing', new Uint8Array()],
    ['half of it', ZIP.subarray(0, ZIP.length / 2)],
  ];
  for (const [name, bytes] of forgeries) {
    const { run, left } = await stage(t, (request, response) => {
      if (request.url?.endsWith('.zip')) sendRange(bytes, request.headers.range, response);
      else honest(request, response);
    });
    await assert.rejects(run(), /Cannot (accept|read|unpack)/, name);
    assert.deepEqual(left(), [], name);
  }
});

test('install() says unknown, not missing, when nobody vouches', async (t) => {
  for (const status of [403, 404, 410, 500]) {
    const { run, left } = await stage(t, (request, response) => {
      if (request.url?.includes('/lookup/')) response.writeHead(status).end();
      else honest(request, response);
    });
    await assert.rejects(run(), /does not mean that it does not exist/);
    assert.deepEqual(left(), []);
  }
});

test('install() continues where the line broke, and where it was killed', async (t) => {
  let asked = 0;
  const ranges: (string | undefined)[] = [];
  const { run, left } = await stage(t, (request, response) => {
    if (!request.url?.endsWith('.zip')) return honest(request, response);
    asked += 1;
    ranges.push(request.headers.range);
    if (asked > 2) return honest(request, response);
    const start = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    response.writeHead(start > 0 ? 206 : 200, {
      'content-length': String(ZIP.length - start),
      ...(start > 0 && { 'content-range': `bytes ${start}-${ZIP.length - 1}/${ZIP.length}` }),
    });
    response.write(ZIP.subarray(start, start + 50_000), () => setTimeout(() => response.destroy(), 20));
    return undefined;
  });
  const { hash: proven } = await run();
  assert.equal(proven, H1);
  assert.equal(ranges[0], undefined);
  assert.ok(
    ranges.slice(1).every((range) => range?.startsWith('bytes=')),
    ranges.join(' '),
  );
  assert.deepEqual(left(), ['go1.99.1']);
});

test('two installs at once both come to the proven tree', async (t) => {
  const { run, left } = await stage(t, honest);
  const both = await Promise.all([run(), run(), run()]);
  assert.ok(both.every(({ hash: proven }) => proven === H1));
  assert.equal(both.filter(({ wasThere }) => !wasThere).length, 1);
  assert.deepEqual(left(), ['go1.99.1']);
});

test('install() takes over what a killed run left, and its lock', async (t) => {
  const { root, run, left } = await stage(t, honest);
  const sdk = join(root, 'sdk');
  const part = join(sdk, `.goassay-${VERSION}.zip`);
  await run();
  rmSync(join(sdk, 'go1.99.1'), { recursive: true });
  for (const cut of [1, 1000, ZIP.length - 1, ZIP.length]) {
    writeFileSync(part, ZIP.subarray(0, cut));
    writeFileSync(join(sdk, `.goassay-${VERSION}.lock`), '999999999');
    await run();
    assert.deepEqual(left(), ['go1.99.1']);
    rmSync(join(sdk, 'go1.99.1'), { recursive: true });
  }
  writeFileSync(part, 'not a zip at all');
  await assert.rejects(run(), /Cannot/);
  await run();
  assert.deepEqual(left(), ['go1.99.1']);
});

test('install() names what cannot be written and leaves nothing', async (t) => {
  const { root, run } = await stage(t, honest);
  writeFileSync(join(root, 'sdk'), 'a file where a directory should be');
  await assert.rejects(run(), /Cannot install into .*Nothing was put in place/);
});

const NEEDS_TMPFS = capability('a right to mount tmpfs', canMount());

function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'goassay-tmpfs-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', place]).status === 0;
  if (isMounted) spawnSync('umount', [place]);
  rmSync(place, { recursive: true, force: true });
  return isMounted;
}

test('install() on a full disk leaves no tree, and goes on when there is room', NEEDS_TMPFS, async (t) => {
  for (const from of ['run', 'runArchive'] as const) {
    // Too small for the download; large enough for it, and not for the tree beside it.
    for (const size of ['8k', '100k', '300k']) {
      const at = await stage(t, honest);
      const sdk = join(at.root, 'sdk');
      mkdirSync(sdk);
      assert.equal(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', sdk]).status, 0);
      try {
        const isSmallArchive = from === 'runArchive' && size === '300k';
        if (!isSmallArchive) await assert.rejects(at[from](), /ENOSPC/, `${from} ${size}`);
        assert.ok(
          isSmallArchive || at.left().every((name) => name.startsWith('.goassay-v0.0.1-go1.99.1')),
          at.left().join(' '),
        );
        assert.equal(spawnSync('mount', ['-o', 'remount,size=4m', sdk]).status, 0);
        assert.equal((await at[from]()).hash, H1);
        assert.deepEqual(at.left(), ['go1.99.1']);
      } finally {
        spawnSync('umount', [sdk]);
      }
    }
  }
});

test('releasesIn() takes the newest first, of that platform only, and no word for a release that is none', () => {
  const list = [
    'v0.0.1-go1.9.linux-amd64',
    'v0.0.1-go1.27rc1.linux-amd64',
    'v0.0.1-go1.26.8.linux-amd64',
    'v0.0.1-go1.26.10.linux-amd64',
    'v0.0.1-go1.30.0.linux-arm64',
    'v0.0.1-evil.linux-amd64',
    'x',
  ].join('\n');
  assert.deepEqual(releasesIn(list, 'linux-amd64'), ['go1.27rc1', 'go1.26.10', 'go1.26.8', 'go1.9']);
  for (const text of ['2.0', 'go1', '1.26.8.9', 'latest', '../x', 'go1.26.8 x'])
    assert.equal(releaseName(text), undefined);
  assert.deepEqual(['1.26.8', 'go1.21rc2'].map(releaseName), ['go1.26.8', 'go1.21rc2']);
});
