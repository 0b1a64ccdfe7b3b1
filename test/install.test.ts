/**
 * `goassay install` against servers on loopback that are honest, forge, stall and break off: nothing
 * unproven is left in place, and what was interrupted is continued.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { joined } from '../src/bytes/digest.ts';
import { dirHash } from '../src/formats/dirhash.ts';
import { storedZip } from '../src/formats/stored-zip.ts';
import { nodeHost } from '../src/host/node.ts';
import { install, type Installed } from '../src/install/install.ts';
import { releaseName, releasesIn } from '../src/install/version.ts';
import { databaseOf } from '../src/sumdb/database.ts';
import type { Question } from '../src/sumdb/prove.ts';
import { sampleLog, sha256, signedHead, signer } from './sample-log.ts';
import { tileOf } from './sample-sumdb.ts';

const VERSION = 'v0.0.1-go1.99.1.linux-amd64';
const MODULE = `golang.org/toolchain@${VERSION}`;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const FILES = {
  VERSION: 'go1.99.1\ntime 2026-01-01T00:00:00Z\n',
  'bin/go': '#!/bin/sh\necho go version go1.99.1 linux/amd64\n',
  'pkg/tool/linux_amd64/compile': 'x'.repeat(200_000),
  'src/fmt/print.go': 'package fmt\n',
  'src/_go.mod': 'module std\n',
};
const zipOf = (files: Readonly<Record<string, string>>): Uint8Array =>
  storedZip(
    Object.entries(files).map(([name, text]) => ({ name: `${MODULE}/${name}`, bytes: encode(text) })),
  );
const ZIP = zipOf(FILES);
const digest = (text: string): string => hash('sha256', text);
const H1 = dirHash(
  sha256,
  Object.entries(FILES).map(([name, text]) => ({ name: `${MODULE}/${name}`, sha256: digest(text) })),
);
const MOD = dirHash(sha256, [{ name: 'go.mod', sha256: digest('module golang.org/toolchain\n') }]);
const SIGNER = signer('sum.test');
const LOG = sampleLog([
  encode('first\n'),
  encode(`golang.org/toolchain ${VERSION} ${H1}\ngolang.org/toolchain ${VERSION}/go.mod ${MOD}\n`),
]);

/** What an honest proxy that relays the database answers. */
const honest: RequestListener = ({ url = '', headers }, response) => {
  const path = url.replace(/^\/(sumdb\/sum\.test\/)?/, '');
  const tile = tileOf(path);
  if (path === 'supported') response.end();
  else if (path === `lookup/${MODULE}`)
    response.end(
      joined([encode('1\n'), LOG.records[1] ?? encode(''), encode('\n'), signedHead(SIGNER, LOG.head())]),
    );
  else if (tile) response.end(LOG.tile(tile));
  else if (path.endsWith('.zip')) sendRange(ZIP, headers.range, response);
  else response.writeHead(404).end();
};

function sendRange(
  bytes: Uint8Array,
  range: string | undefined,
  response: Parameters<RequestListener>[1],
): void {
  const start = Number(/^bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
  if (range !== undefined)
    response.writeHead(206, { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` });
  response.end(bytes.subarray(start));
}

async function stage(t: TestContext, respond: RequestListener) {
  const root = mkdtempSync(join(tmpdir(), 'goassay 安装 '));
  const server = createServer(respond);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const host = nodeHost();
  t.after(() => {
    host.close();
    server.closeAllConnections();
    server.close();
    rmSync(root, { recursive: true, force: true });
  });
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const settings = {
    GOPROXY: base,
    GOSUMDB: SIGNER.verifier,
    GONOSUMDB: '',
    GOMODCACHE: join(root, 'mod'),
    GOPATH: join(root, 'gopath'),
  };
  const question: Question = {
    host: { ...host, storeDirectory: join(root, 'store'), writeStore: () => Promise.resolve() },
    settings,
    database: databaseOf(settings.GOSUMDB),
    online: true,
  };
  const directory = join(root, 'sdk', 'go1.99.1');
  const run = (): Promise<Installed> =>
    install(question, {
      release: 'go1.99.1',
      platform: 'linux-amd64',
      directory,
      onProgress: () => undefined,
    });
  return {
    root,
    directory,
    run,
    left: () => (existsSync(join(root, 'sdk')) ? readdirSync(join(root, 'sdk')) : []),
  };
}

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
    writeFileSync(`${part}.lock`, '999999999');
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
