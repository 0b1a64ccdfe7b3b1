/**
 * The honest log is never refused, at any size, and its proofs are kept. Attacks are in
 * `attacks.test.ts`.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ask,
  hashFor,
  honest,
  LONG,
  pathOf,
  SETTINGS,
  SIGNER,
  stageOf,
  VERSION,
} from '../../test/sample-sumdb.ts';
import { signedHead } from '../../test/sample-log.ts';
import { fakeHost } from '../host/fake.ts';
import { HostError } from '../host/host.ts';
import { databaseOf } from './database.ts';
import { prove } from './prove.ts';

const wanted = (id: number) => ({ path: pathOf(id), version: VERSION });

test('prove() accepts records of an honest log of every size', async () => {
  for (const size of [
    ...Array.from({ length: 1100 }, (_, at) => at + 1),
    65_535,
    65_536,
    65_537,
    69_999,
    70_000,
  ]) {
    const ids = [0, Math.floor(size / 2), size - 1].filter((id, at, all) => all.indexOf(id) === at);
    const { results, fork } = await ask({ respond: honest({ log: LONG, size }) }, ids.map(wanted));
    assert.equal(fork, undefined);
    for (const id of ids) {
      const result = results.get(`${pathOf(id)}@${VERSION}`);
      assert.ok(result?.state === 'proven', `${id} of ${size}: ${JSON.stringify(result)}`);
      assert.equal(result.hashes.zip, hashFor(`honest zip ${id}`));
      assert.equal(result.hashes.mod, hashFor(`honest mod ${id}`));
    }
  }
});

test('prove() asks at most nine times for one record, and not at all the second time', async () => {
  const { question, asked } = stageOf({ respond: honest({ log: LONG, size: 70_000 }) });
  const { requests } = await prove(question, [wanted(4711)]);
  assert.equal(requests, asked.length);
  assert.ok(requests <= 9, String(requests));
  const again = await prove({ ...question, online: false }, [wanted(4711)]);
  assert.equal(again.results.get(`${pathOf(4711)}@${VERSION}`)?.state, 'proven');
  assert.equal(again.requests, 0);
});

test('prove() shares tiles between records of one pass, and never asks for one twice', async () => {
  const { question, asked } = stageOf({ respond: honest({ log: LONG, size: 70_000 }) });
  const ids = Array.from({ length: 300 }, (_, at) => 60_000 + at * 3);
  const { results } = await prove(question, ids.map(wanted));
  assert.ok([...results.values()].every(({ state }) => state === 'proven'));
  assert.equal(new Set(asked).size, asked.length);
  const tiles = asked.filter((path) => path.startsWith('tile/'));
  assert.ok(tiles.length <= 10, tiles.join(' '));
});

test('prove() takes complete tiles where a server has no partial ones, as after it has grown', async () => {
  const grown = honest({ log: LONG, size: 70_000 });
  const old = honest({ log: LONG, size: 1000 });
  const { results } = await ask(
    {
      respond: (path) =>
        path.startsWith('lookup/') ? old(path) : path.includes('.p/') ? { status: 404 } : grown(path),
    },
    [wanted(5)],
  );
  // Level 1 of the tree of 1000 has three hashes, and the complete tile begins with them.
  assert.equal(results.get(`${pathOf(5)}@${VERSION}`)?.state, 'proven');
});

test('prove() uses what the go command has in its cache, without network', async () => {
  const server = honest({ log: LONG, size: 3000 });
  const { question, asked } = stageOf({ respond: server });
  await prove(question, [wanted(7)]);
  const files: Record<string, Uint8Array | string> = {};
  for (const path of asked) {
    const { body } = server(path);
    if (body !== undefined) files[`/mod/cache/download/sumdb/sum.test/${path}`] = body;
  }
  files['/go/pkg/sumdb/sum.test/latest'] = signedHead(SIGNER, LONG.head(3000));
  const offline = stageOf({ respond: () => ({ status: 500 }), files, online: false });
  const { results } = await prove(offline.question, [wanted(7), wanted(8)]);
  assert.equal(results.get(`${pathOf(7)}@${VERSION}`)?.state, 'proven');
  assert.equal(results.get(`${pathOf(8)}@${VERSION}`)?.state, 'unknown');
  assert.deepEqual(offline.asked, []);
});

test('prove() never asks for what GONOSUMDB keeps from the database, and nobody when GOSUMDB is off', async () => {
  const { question, asked } = stageOf({ respond: honest({ log: LONG, size: 10 }) });
  const kept = await prove({ ...question, settings: { ...SETTINGS, GONOSUMDB: 'mod.test' } }, [wanted(1)]);
  assert.equal(kept.results.get(`${pathOf(1)}@${VERSION}`)?.state, 'unknown');
  await prove({ ...question, database: databaseOf('off') }, [wanted(1)]);
  assert.deepEqual(asked, []);
});

test('prove() goes through the proxy that relays the database, as the go command does', async () => {
  const server = honest({ log: LONG, size: 1000 });
  const rows: readonly (readonly [string, Readonly<Record<string, number>>, string])[] = [
    ['https://a.test,direct', { a: 200 }, 'a a'],
    ['https://a.test,https://b.test', { a: 404, b: 200 }, 'a b b'],
    ['https://a.test,https://b.test', { a: 410, b: 404 }, 'a b sum'],
    ['https://a.test|https://b.test', { a: 500, b: 200 }, 'a b b'],
    ['https://a.test,https://b.test', { a: 500, b: 200 }, 'a'],
    ['https://a.test,off', { a: 404 }, 'a sum'],
    ['off', {}, 'sum'],
    ['direct', {}, 'sum'],
  ];
  for (const [goproxy, supported, order] of rows) {
    const hosts: string[] = [];
    const host = fakeHost({
      respond({ url }) {
        const [, name = '', path = ''] =
          url.match(/^https:\/\/(\w+)\.test\/(?:sumdb\/sum\.test\/)?(.*)$/) ?? [];
        if (path === 'supported' || path.startsWith('lookup/')) hosts.push(name);
        return path === 'supported' ? { status: supported[name] ?? 404 } : server(path);
      },
    });
    const settings = { ...SETTINGS, GOPROXY: goproxy, GOSUMDB: SIGNER.verifier };
    await prove({ host, database: databaseOf(settings.GOSUMDB), settings, online: true }, [wanted(1)]);
    assert.equal(hosts.join(' '), order, goproxy);
  }
});

test('prove() lets an interruption through', async () => {
  const host = fakeHost({
    respond: () => new HostError('interrupted', 'Cannot ask: the run was interrupted'),
  });
  const asking = prove({ host, database: databaseOf(SETTINGS.GOSUMDB), settings: SETTINGS, online: true }, [
    wanted(1),
  ]);
  await assert.rejects(asking, (error) => error instanceof HostError && error.refusal === 'interrupted');
});

test('databaseOf() reads GOSUMDB as the go command does', () => {
  assert.equal(databaseOf('off'), undefined);
  assert.equal(databaseOf('sum.golang.org')?.isDirect, false);
  assert.equal(databaseOf('')?.name, 'sum.golang.org');
  const alias = databaseOf('sum.golang.google.cn');
  assert.deepEqual(
    [alias?.name, alias?.address, alias?.isDirect],
    ['sum.golang.org', 'https://sum.golang.google.cn', true],
  );
  assert.equal(databaseOf(`${SIGNER.verifier} http://127.0.0.1:8080/`)?.address, 'http://127.0.0.1:8080');
  for (const text of ['on', 'example.com', `${SIGNER.verifier} https://a b`, 'sum.golang.org file:///x'])
    assert.throws(() => databaseOf(text), /Cannot read/);
});
