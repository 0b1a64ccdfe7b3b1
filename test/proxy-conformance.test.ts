/**
 * The checks of a proxy against an honest proxy and against faults that real proxies had.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeHost } from '../src/host/node.ts';
import type { ProxyConformance } from '../src/model/proxy-conformance.ts';
import { proxyConformance } from '../src/probes/modules/proxy/conformance.ts';
import { goassay, NEEDS_GO } from './goassay.ts';
import { MODULES, proxyServer, zipOf, type Fault } from './proxy-servers.ts';

const go = 'go';
/** The name stands for a database that the faulty proxies pretend to pass on. */
const SUMDB = 'sum.test';

async function conformanceOf(fault?: Fault, timeLimitMs = 5000): Promise<ProxyConformance> {
  const proxy = await proxyServer(fault);
  const host = nodeHost();
  const before = process.env['GOSUMDB'];
  process.env['GOSUMDB'] = 'off';
  try {
    return await proxyConformance(host, { url: proxy.url, modules: MODULES, sumdb: SUMDB, go, timeLimitMs });
  } finally {
    if (before === undefined) delete process.env['GOSUMDB'];
    else process.env['GOSUMDB'] = before;
    host.close();
    proxy.close();
  }
}

const not = ({ checks }: ProxyConformance): string[] =>
  checks
    .filter(({ outcome }) => outcome !== 'met')
    .map(({ id, outcome, came }) => `${outcome} ${id}: ${came}`);

test('an honest proxy meets every check: at least 120 of them, in less than 10 s', NEEDS_GO, async () => {
  const result = await conformanceOf();
  assert.deepEqual(not(result), []);
  assert.ok(result.checks.length >= 120, `${result.checks.length} checks`);
  assert.equal(new Set(result.checks.map(({ id }) => id)).size, result.checks.length);
  assert.ok(result.durationMs < 10_000, `${result.durationMs} ms`);
});

const [PLAIN] = MODULES;
const page = { status: 200, body: '<html>please sign in</html>', headers: { 'content-type': 'text/html' } };

/** Each as it was reported of a real proxy, or listed by the issue, with a check that must see it. */
const FAULTS: readonly (readonly [what: string, check: string, fault: Fault])[] = [
  [
    '500 for what does not exist',
    'missing/version-info',
    (_, { status }) => (status === 404 ? { status: 500 } : undefined),
  ],
  [
    '403 for what does not exist',
    'missing/module-zip',
    (_, { status }) => (status === 404 ? { status: 403 } : undefined),
  ],
  ['a login page for everything', 'example.test/plain/info/json', () => page],
  ['404 for everything', 'example.test/plain/zip/status', () => ({ status: 404 })],
  [
    '400 for the question whether it passes a database on',
    'sumdb/supported',
    (path) => (path.endsWith('/supported') ? { status: 400 } : undefined),
  ],
  [
    '"supported", and no lookups',
    'sumdb/lookup/example.test/plain',
    (path) => (path.endsWith(`${SUMDB}/supported`) ? { status: 200 } : undefined),
  ],
  [
    'a claim to pass on any database',
    'sumdb/other-database',
    (path) => (path.endsWith('/supported') ? { status: 200 } : undefined),
  ],
  [
    'other bytes than the record',
    'sumdb/same-bytes/example.test/plain',
    (path) =>
      path.includes('/supported')
        ? { status: 200 }
        : path.includes('/lookup/example.test/plain')
          ? {
              status: 200,
              body: `1\n${PLAIN.path} ${PLAIN.version} h1:AAAA\n${PLAIN.path} ${PLAIN.version}/go.mod h1:BBBB\n`,
            }
          : undefined,
  ],
  [
    'the %21 of capitals not understood',
    'example.test/Capital/Two/escape/percent-info',
    (path) => (path.includes('%21') ? { status: 404 } : undefined),
  ],
  [
    'another version in .info',
    'example.test/plain/info/version',
    (path) =>
      path.endsWith('plain/@v/v1.2.3.info') ? { status: 200, body: '{"Version":"v1.2.4"}' } : undefined,
  ],
  [
    'a time that is none',
    'example.test/plain/info/time',
    (path) =>
      path.endsWith('.info') ? { status: 200, body: '{"Version":"v1.2.3","Time":"yesterday"}' } : undefined,
  ],
  [
    'the go.mod of another module',
    'example.test/plain/mod/module',
    (path) =>
      path.endsWith('plain/@v/v1.2.3.mod') ? { status: 200, body: 'module other.test\n' } : undefined,
  ],
  [
    'a zip of another module',
    'example.test/plain/zip/rules',
    (path) => (path.endsWith('plain/@v/v1.2.3.zip') ? { status: 200, body: zipOf(MODULES[2]) } : undefined),
  ],
  [
    'half a zip',
    'example.test/plain/zip/archive',
    (path, { body }) =>
      path.endsWith('.zip') ? { status: 200, body: Buffer.from(body ?? '').subarray(0, 100) } : undefined,
  ],
  [
    'a list of words',
    'example.test/plain/list/versions',
    (path) => (path.endsWith('/list') ? { status: 200, body: 'master\nv1.2.3\n' } : undefined),
  ],
  [
    'a list without the version',
    'example.test/plain/list/has-version',
    (path) => (path.endsWith('/list') ? { status: 200, body: '' } : undefined),
  ],
  [
    'compression unasked',
    'example.test/plain/mod/identity',
    (path) =>
      path.endsWith('.mod')
        ? { status: 200, body: `module ${PLAIN.path}\n`, headers: { 'content-encoding': 'gzip' } }
        : undefined,
  ],
  [
    'a branch in @latest',
    'example.test/plain/latest/json',
    (path) => (path.endsWith('/@latest') ? { status: 200, body: '{"Version":"main"}' } : undefined),
  ],
  [
    'files outside of the proxy',
    'refused/escaped-traversal',
    (path) => (path.includes('passwd') ? { status: 200, body: 'root:x:0:0' } : undefined),
  ],
];

for (const [what, check, fault] of FAULTS) {
  test(`a proxy with ${what} is found out`, NEEDS_GO, async () => {
    const result = await conformanceOf(fault);
    const one = result.checks.find(({ id }) => id === check);
    assert.equal(one?.outcome, 'broken', `${check}: ${JSON.stringify(one)}\n${not(result).join('\n')}`);
  });
}

test('a proxy that answers differently each time, or at random, is found out', NEEDS_GO, async () => {
  let count = 0;
  const result = await conformanceOf((path) =>
    path.endsWith('.info')
      ? { status: 200, body: `{"Version":"v1.2.3"${' '.repeat((count += 1))}}` }
      : undefined,
  );
  assert.ok(not(result).some((line) => line.startsWith('broken example.test/plain/info/same-again')));
});

test(
  'a proxy that stalls, or lies about lengths, leaves checks unknown and never hangs',
  NEEDS_GO,
  async () => {
    const stalled = await conformanceOf(
      (path) => (path.endsWith('plain/@v/v1.2.3.zip') ? 'stall' : undefined),
      300,
    );
    assert.ok(
      stalled.checks.some(
        ({ id, outcome }) => id === 'example.test/plain/zip/status' && outcome === 'unknown',
      ),
    );
    const lying = await conformanceOf(
      (path, { body = '' }) =>
        path.endsWith('.mod') ? { status: 200, body, headers: { 'content-length': '5000' } } : undefined,
      300,
    );
    assert.ok(
      lying.checks.some(({ id, outcome }) => id === 'example.test/plain/mod/status' && outcome === 'unknown'),
    );
  },
);

test(
  'goassay mod proxy exits 0 for an honest proxy, 1 for a broken one, 2 for no address',
  NEEDS_GO,
  async () => {
    const { status, stderr } = goassay(['mod', 'proxy', 'file:///tmp/x']);
    assert.equal(status, 2, stderr);
    assert.match(stderr, /Cannot check file:\/\/\/tmp\/x: it is a directory/);
    assert.equal(goassay(['mod', 'proxy', 'ftp://x.test']).status, 2);
    const { status: gone, stdout } = goassay(
      ['mod', 'proxy', 'http://127.0.0.1:1', '--module', 'a.test/b@v1.0.0', '--json'],
      { environment: { GOSUMDB: 'off' } },
    );
    assert.ok(gone === 1 || gone === 3, String(gone));
    assert.match(stdout, /"outcome": "unknown"/);
  },
);
