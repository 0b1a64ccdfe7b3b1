/**
 * A release of Go that is not one, its module, its archive, the log that vouches for it, and servers on
 * loopback that have all of these.
 *
 * @module
 */

import { hash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { packTar, type TarEntry } from 'modern-tar';
import { joined } from '../src/bytes/digest.ts';
import { dirHash } from '../src/formats/dirhash.ts';
import { storedZip } from '../src/formats/stored-zip.ts';
import { nodeHost } from '../src/host/node.ts';
import { install, type Installed } from '../src/install/install.ts';
import type { Place } from '../src/install/sources.ts';
import { databaseOf } from '../src/sumdb/database.ts';
import type { Question } from '../src/sumdb/prove.ts';
import { sampleLog, sha256, signedHead, signer } from './sample-log.ts';
import { tileOf } from './sample-sumdb.ts';

export const VERSION = 'v0.0.1-go1.99.1.linux-amd64';
const MODULE = `golang.org/toolchain@${VERSION}`;
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
export const FILES = {
  VERSION: 'go1.99.1\ntime 2026-01-01T00:00:00Z\n',
  'bin/go': '#!/bin/sh\necho go version go1.99.1 linux/amd64\n',
  'pkg/tool/linux_amd64/compile': 'x'.repeat(200_000),
  'src/fmt/print.go': 'package fmt\n',
  'src/_go.mod': 'module std\n',
};
export const zipOf = (files: Readonly<Record<string, string>>): Uint8Array =>
  storedZip(
    Object.entries(files).map(([name, text]) => ({ name: `${MODULE}/${name}`, bytes: encode(text) })),
  );
export const ZIP = zipOf(FILES);
const digest = (text: string): string => hash('sha256', text);
export const H1 = dirHash(
  sha256,
  Object.entries(FILES).map(([name, text]) => ({ name: `${MODULE}/${name}`, sha256: digest(text) })),
);

/** The archive of the same release, with files that the module does not have. */
export const archiveOf = (
  files: Readonly<Record<string, string>>,
  more: readonly TarEntry[] = [],
): Promise<Uint8Array> =>
  packTar([
    { header: { name: 'go/', type: 'directory', size: 0 } },
    ...Object.entries(files).map(([name, text]) => ({
      header: {
        name: `go/${name.replace('_go.mod', 'go.mod')}`,
        size: encode(text).length,
        mode: name.startsWith('bin/') ? 0o755 : 0o644,
      },
      body: text,
    })),
    ...more,
  ]).then((tar) => gzipSync(tar));
export const entry = (name: string, text: string): TarEntry => ({
  header: { name, size: encode(text).length },
  body: text,
});
export const UNCOVERED = [entry('go/test/x.go', 'package x\n'), entry('go/api/go1.txt', 'pkg x\n')];
const MOD = dirHash(sha256, [{ name: 'go.mod', sha256: digest('module golang.org/toolchain\n') }]);
const SIGNER = signer('sum.test');
const LOG = sampleLog([
  encode('first\n'),
  encode(`golang.org/toolchain ${VERSION} ${H1}\ngolang.org/toolchain ${VERSION}/go.mod ${MOD}\n`),
]);

/** What an honest proxy that relays the database answers. */
export const honest: RequestListener = ({ url = '', headers }, response) => {
  const path = url.replace(/^\/(sumdb\/sum\.test\/)?/, '');
  const tile = tileOf(path);
  if (path === 'supported') response.end();
  else if (path === `lookup/${MODULE}`)
    response.end(
      joined([encode('1\n'), LOG.records[1] ?? encode(''), encode('\n'), signedHead(SIGNER, LOG.head())]),
    );
  else if (tile) response.end(LOG.tile(tile));
  else if (path === 'dl/go1.99.1.linux-amd64.tar.gz')
    void archiveOf(FILES, UNCOVERED).then((bytes) => sendRange(bytes, headers.range, response));
  else if (path.endsWith('.zip')) sendRange(ZIP, headers.range, response);
  else response.writeHead(404).end();
};

export function sendRange(
  bytes: Uint8Array,
  range: string | undefined,
  response: Parameters<RequestListener>[1],
): void {
  const start = Number(/^bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
  if (range !== undefined)
    response.writeHead(206, { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` });
  response.end(bytes.subarray(start));
}

export async function stage(t: TestContext, respond: RequestListener) {
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
  const run = (from: Place = 'module'): Promise<Installed> =>
    install(question, {
      from,
      release: 'go1.99.1',
      platform: 'linux-amd64',
      directory,
      onProgress: () => undefined,
    });
  return {
    root,
    directory,
    run,
    runArchive: () => run({ archives: `${base}/dl/` }),
    left: () => (existsSync(join(root, 'sdk')) ? readdirSync(join(root, 'sdk')) : []),
  };
}

/** The same proxy as files below a directory, for a process of its own; returns its settings. */
export function fileProxy(proxy: string): Readonly<Record<string, string>> {
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(proxy, path)), { recursive: true });
    writeFileSync(join(proxy, path), content);
  };
  const base = 'sumdb/sum.test';
  write(`${base}/supported`, '');
  write(`${base}/tile/8/0/000.p/2`, LOG.tile({ level: 0, index: 0, width: 2 }));
  write(
    `${base}/lookup/${MODULE}`,
    joined([encode('1\n'), LOG.records[1] ?? encode(''), encode('\n'), signedHead(SIGNER, LOG.head())]),
  );
  write(`golang.org/toolchain/@v/${VERSION}.zip`, ZIP);
  return {
    GOPROXY: `file://${encodeURI(proxy)}`,
    GOSUMDB: SIGNER.verifier,
    GONOSUMDB: '',
    XDG_CACHE_HOME: join(proxy, '../store'),
  };
}
