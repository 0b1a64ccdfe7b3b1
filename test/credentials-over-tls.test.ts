/**
 * Two real servers with TLS on loopback, one redirecting to the other: only the one that credentials are
 * for gets them. The certificate is made by OpenSSL for this run.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { nodeHost } from '../src/host/node.ts';
import { capability } from './capability.ts';

const NEEDS_OPENSSL = capability('openssl', spawnSync('openssl', ['version']).status === 0);

test('credentials reach the host they are for and no other, over TLS', NEEDS_OPENSSL, async (t) => {
  const certificate = certificateFor(t);
  const asked: [server: string, headers: IncomingHttpHeaders][] = [];
  const serve = async (name: string, location?: string): Promise<string> => {
    const server = createServer(certificate, ({ headers, url = '' }, response) => {
      asked.push([name, headers]);
      if (location !== undefined && url === '/moved') response.writeHead(302, { location });
      response.end('hello\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => server.close());
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port, so it is one
  };
  const other = await serve('other');
  const own = await serve('own', `${other}/there`);
  const host = nodeHost();
  t.after(() => host.close());
  const credentials = { authorization: 'Bearer secret', 'x-extra': 'secret' };
  for (const path of ['/here', '/moved'])
    assert.equal((await host.request({ url: own + path, credentials })).status, 200);
  const told = asked.map(([server, headers]) => [server, headers.authorization, headers['x-extra']]);
  assert.deepEqual(told, [
    ['own', 'Bearer secret', 'secret'],
    ['own', 'Bearer secret', 'secret'],
    ['other', undefined, undefined],
  ]);
});

function certificateFor(t: TestContext): { key: string; cert: string } {
  const root = mkdtempSync(join(tmpdir(), 'goassay-tls-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const [key, cert] = [join(root, 'key.pem'), join(root, 'cert.pem')];
  const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1'.split(' ');
  const subject = ['-subj', '/CN=loopback', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const made = spawnSync('openssl', [...request, '-keyout', key, '-out', cert, ...subject]);
  assert.equal(made.status, 0, made.stderr.toString());
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, readFileSync(cert, 'utf8')]);
  t.after(() => setDefaultCACertificates(before));
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}
