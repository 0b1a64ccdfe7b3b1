/**
 * Attacks on the log: none is accepted, at any of these sizes, and a fork is proven by two notes.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ATTACKS } from '../../test/sample-attacks.ts';
import { signedHead } from '../../test/sample-log.ts';
import { ask, honest, LONG, logWith, pathOf, SIGNER, stageOf, VERSION } from '../../test/sample-sumdb.ts';
import { forkProof } from './fork.ts';
import { prove } from './prove.ts';

/** Every shape of the right edge: 259, 300, 1000 and 70000 are where x/mod before 0.40 let forged tiles in. */
const SIZES = [1, 2, 3, 8, 255, 256, 257, 259, 300, 511, 512, 513, 1000, 65_536, 65_537, 70_000];

test('there are at least 60 classes of attack', () => {
  assert.ok(new Set(ATTACKS.map(({ name }) => name)).size >= 60, String(ATTACKS.length));
});

for (const { name, stage } of ATTACKS) {
  test(`prove() accepts nothing from an attack by ${name}`, async () => {
    let staged = 0;
    for (const size of SIZES) {
      for (const id of new Set([0, Math.floor(size / 2), size - 1])) {
        const scene = { log: LONG, size, id };
        const set = stage(scene);
        if (!set) continue;
        staged += 1;
        const others = name.includes('one pass') ? [id === 0 ? size - 1 : 0] : [];
        const wanted = [id, ...others].map((one) => ({ path: pathOf(one), version: VERSION }));
        const { results, fork } = await ask(set, wanted);
        const result = results.get(`${pathOf(id)}@${VERSION}`);
        assert.ok(result && result.state !== 'proven', `${size}/${id}: ${JSON.stringify(result)}`);
        assert.ok(result.reason.en !== '' && result.reason.zh !== '');
        if (name.startsWith('fork:') && !/rolled/.test(name)) {
          assert.ok(fork, `${size}/${id}: no fork, ${result.reason.en}`);
          assert.equal(forkProof(fork).match(/^— sum\.test /gm)?.length, 2);
        }
      }
    }
    assert.ok(staged > 10, `only ${staged} scenes`);
  });
}

/** Every size from 1 to 1,100, with the record’s own tile forged to agree with a forged lookup. */
test('prove() accepts no forged tile at any size', async () => {
  const forging = ATTACKS.filter(
    ({ name }) => name.includes('own tile forged') || name.includes('above forged'),
  );
  assert.equal(forging.length, 2);
  for (let size = 1; size <= 1100; size += 1) {
    const id = size % 3 === 0 ? 0 : size - 1 - (size % 7 < size ? size % 7 : 0);
    for (const { stage } of forging) {
      const set = stage({ log: LONG, size, id });
      if (!set) continue;
      const { results } = await ask(set, [{ path: pathOf(id), version: VERSION }]);
      assert.notEqual(results.get(`${pathOf(id)}@${VERSION}`)?.state, 'proven', `${size}/${id}`);
    }
  }
});

test('prove() believes no cache: forged tiles, lookups and saved proofs are brought again or refused', async () => {
  const wanted = [{ path: pathOf(600), version: VERSION }];
  const server = honest({ log: LONG, size: 700 });
  const lie = honest({ log: logWith(700, 600, 'forged'), size: 700 });
  const { question, asked } = stageOf({ respond: server });
  await prove(question, wanted);
  for (const place of ['/store/sumdb/sum.test', '/mod/cache/download/sumdb/sum.test']) {
    const files: Record<string, string | Uint8Array> = {};
    for (const path of asked) files[`${place}/${path}`] = lie(path).body ?? '';
    const [offline] = (await ask({ respond: server, files, online: false }, wanted)).results.values();
    // The forged log is signed by the true key here, so only a second history shows the lie.
    files['/go/pkg/sumdb/sum.test/latest'] = signedHead(SIGNER, LONG.head(700));
    const { fork, results } = await ask({ respond: server, files, online: false }, wanted);
    assert.ok(offline?.state === 'proven' && fork && [...results.values()][0]?.state === 'forged');
    for (const path of asked.filter((one) => one.startsWith('tile/'))) {
      const damaged = { ...files, [`${place}/${path}`]: new Uint8Array(8192) };
      for (const one of asked.filter((each) => each.startsWith('lookup/')))
        damaged[`${place}/${one}`] = server(one).body ?? '';
      const [again] = (await ask({ respond: server, files: damaged }, wanted)).results.values();
      assert.equal(again?.state, 'proven', path);
    }
  }
});

test('prove() reads saved proofs only if they hold', async () => {
  const wanted = [600, 601, 3].map((id) => ({ path: pathOf(id), version: VERSION }));
  const { host, question } = stageOf({ respond: honest({ log: LONG, size: 700 }) });
  await prove(question, wanted);
  const [name = ''] = (await host.list('/store/sumdb/sum.test/proofs')) ?? [];
  const place = `/store/sumdb/sum.test/proofs/${name}`;
  const saved = new TextDecoder().decode(await host.readFile(place));
  const states = async (text: string): Promise<string> => {
    const { results } = await ask(
      { respond: () => ({ status: 500 }), files: { [place]: text }, online: false },
      wanted,
    );
    return [...new Set([...results.values()].map(({ state }) => state))].join(' ');
  };
  assert.equal(await states(saved), 'proven');
  const changes: readonly (readonly [string | RegExp, string])[] = [
    [/("id":)600/, '$1601'],
    [/("id":)600/, '$1602'],
    [/("id":)600/, '$16e99'],
    [/h1:[A-Za-z0-9+/]/, 'h1:_'],
    [/h1:./, 'h1:Z'],
    [/m600 v1/, 'm699 v1'],
    [/("hashes":")./, '$1_'],
    [/("hashes":").{44}/, '$1'],
    [/"hashes":"[^"]*"/, '"hashes":""'],
    [/tree\\n700/, 'tree\\n701'],
    [/"records"/, '"record"'],
    [/\}$/, ''],
  ];
  for (const [from, to] of changes) {
    const changed = saved.replace(from, to);
    assert.notEqual(changed, saved, String(from));
    assert.equal(await states(changed), 'unknown', String(from));
  }
});
