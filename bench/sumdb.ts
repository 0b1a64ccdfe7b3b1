/**
 * Proofs from the real checksum database, through the user's own Go settings: requests for one record
 * with nothing cached, for a thousand in one pass, and the time to prove the thousand again offline.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseGoSum } from '../src/formats/gosum.ts';
import { nodeHost } from '../src/host/node.ts';
import { goEnvironment } from '../src/integrity/build-list.ts';
import { databaseOf } from '../src/sumdb/database.ts';
import { prove } from '../src/sumdb/prove.ts';
import { moduleCache, verdict } from './module-cache.ts';

const store = mkdtempSync(join(tmpdir(), 'goassay-bench-sumdb-'));
const machine = nodeHost();
const host = {
  ...machine,
  storeDirectory: store,
  async writeStore(path: string, bytes: Uint8Array): Promise<void> {
    mkdirSync(dirname(join(store, path)), { recursive: true });
    writeFileSync(join(store, path), bytes);
  },
};
try {
  const found = await goEnvironment(host, 'go', tmpdir());
  // Nothing of what the go command has cached.
  const settings = { ...found, GOMODCACHE: '/nonexistent', GOPATH: '/nonexistent' };
  const question = { host, settings, database: databaseOf(settings.GOSUMDB), online: true };
  const one = await prove(question, [{ path: 'golang.org/x/text', version: 'v0.14.0' }]);
  verdict('one record, cold', one.requests, ' requests', one.requests <= 10, '≤ 10');
  const sums = parseGoSum(await readFile(join(moduleCache().directory, 'go.sum'), 'utf8'));
  const listed = new Map(sums.map(({ path, version }) => [`${path}@${version}`, { path, version }]));
  const versions = (path: string) =>
    execFileSync('go', ['list', '-m', '-versions', path], { encoding: 'utf8', cwd: tmpdir() })
      .trim()
      .split(' ')
      .slice(1)
      .map((version) => ({ path, version }));
  for (const path of [
    'golang.org/x/tools',
    'golang.org/x/sys',
    'golang.org/x/net',
    'github.com/aws/aws-sdk-go',
    'google.golang.org/api',
  ])
    for (const each of versions(path))
      if (listed.size < 1000) listed.set(`${each.path}@${each.version}`, each);
  const wanted = [...listed.values()].slice(0, 1000);
  const many = await prove(question, wanted);
  const proven = wanted.filter(
    (each) => many.results.get(`${each.path}@${each.version}`)?.state === 'proven',
  );
  console.log(
    `${wanted.length} records in one pass: ${proven.length} proven, ${many.requests} requests, ${many.requests - wanted.length} of them not lookups`,
  );
  await prove(question, proven);
  let best = Infinity;
  for (let round = 0; round < 7; round += 1) {
    const started = performance.now();
    const again = await prove({ ...question, online: false }, proven);
    best = Math.min(best, performance.now() - started);
    if (again.requests !== 0 || [...again.results.values()].some(({ state }) => state !== 'proven'))
      throw new Error('not proven again');
  }
  verdict(`${proven.length} records again, offline`, best, ' ms', best < 100, '< 100 ms');
} finally {
  machine.close();
  rmSync(store, { recursive: true, force: true });
}
