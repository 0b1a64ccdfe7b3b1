/**
 * A go.sum and a cache that agree with each other and not with the log: what was logged is fetched from
 * the user's proxy, proven, and the files that differ are named with the likeliest reason. The cache and
 * go.sum are the real go command's.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { joined } from '../src/bytes/digest.ts';
import { dirHash } from '../src/formats/dirhash.ts';
import { storedZip } from '../src/formats/stored-zip.ts';
import { readProject } from '../src/integrity/build-list.ts';
import { verifyModules } from '../src/integrity/verify-modules.ts';
import { databaseOf } from '../src/sumdb/database.ts';
import { NEEDS_GO } from './goassay.ts';
import { MODULES, type ModuleProject } from './module-project.ts';
import { hostFor, restore } from './pristine-project.ts';
import { sampleLog, sha256, signedHead, signer } from './sample-log.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const SIGNER = signer('sum.test');
const MODULE = 'one.test/Alpha@v1.2.3';
const HERE = MODULES[0]?.files ?? {};

type Files = Readonly<Record<string, string>>;

function packed(files: Files): { zip: Uint8Array; h1: string } {
  const named = Object.entries(files).map(([name, text]) => ({
    name: `${MODULE}/${name}`,
    bytes: encode(text),
  }));
  const hashed = named.map(({ name, bytes }) => ({ name, sha256: hash('sha256', bytes, 'hex') }));
  return { zip: storedZip(named), h1: dirHash(sha256, hashed) };
}

/** A file:// proxy that serves `zip` and relays a log that has `h1` for the module. */
function proxyWith(at: ModuleProject, zip: Uint8Array | undefined, h1: string): string {
  const proxy = join(at.root, 'who');
  rmSync(proxy, { recursive: true, force: true });
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(proxy, path)), { recursive: true });
    writeFileSync(join(proxy, path), content);
  };
  const sums = readFileSync(join(at.directory, 'go.sum'), 'utf8').split('\n');
  const records = ['one.test/Alpha v1.2.3', 'two.test/beta/v2 v2.0.1'].map((name) =>
    sums
      .filter((line) => line.startsWith(name))
      .map((line) => (line.startsWith('one.test/Alpha v1.2.3 ') ? `${name} ${h1}\n` : `${line}\n`))
      .join(''),
  );
  const log = sampleLog(records.map(encode));
  const base = 'sumdb/sum.test';
  write(`${base}/supported`, '');
  write(`${base}/tile/8/0/000.p/2`, log.tile({ level: 0, index: 0, width: 2 }));
  for (const [id, name] of ['one.test/!alpha@v1.2.3', 'two.test/beta/v2@v2.0.1'].entries())
    write(
      `${base}/lookup/${name}`,
      joined([encode(`${id}\n`), encode(records[id] ?? ''), encode('\n'), signedHead(SIGNER, log.head())]),
    );
  if (zip) write('one.test/!alpha/@v/v1.2.3.zip', zip);
  return `file://${encodeURI(proxy)}`;
}

async function judged(
  t: TestContext,
  { served, logged, gonoproxy = '' }: { served: Uint8Array | undefined; logged: string; gonoproxy?: string },
) {
  const at = restore();
  const host = hostFor(at, t);
  const goproxy = proxyWith(at, served, logged);
  const project = await readProject(host, 'go', at.directory);
  const settings = { ...project.settings, GOPROXY: goproxy, GOSUMDB: SIGNER.verifier, GONOPROXY: gonoproxy };
  const question = {
    host: { ...host, storeDirectory: join(at.root, `store ${Math.random()}`) },
    settings,
    database: databaseOf(SIGNER.verifier),
    online: true,
  };
  const { findings } = await verifyModules(
    question,
    { ...project, settings },
    { compiledOnly: false, reread: true },
  );
  const wrong = findings.find(({ file }) => file.includes('go.sum'));
  const against = findings
    .filter(({ what }) => /what was logged/.test(what.en))
    .map(({ file }) => file.split('@v1.2.3/')[1] ?? '');
  return { likely: wrong?.likely?.en ?? '', files: against.toSorted((one, other) => (one < other ? -1 : 1)) };
}

const CASES: readonly (readonly [string, Files, RegExp, readonly string[]])[] = [
  [
    'a moved tag',
    {
      ...HERE,
      'alpha.go': 'package alpha\n\nfunc A() string { return "logged" }\n',
      'new.go': 'package alpha\n',
    },
    /2 files differ: the tag was moved/,
    ['alpha.go', 'new.go'],
  ],
  [
    'line ends',
    { ...HERE, 'alpha.go': (HERE['alpha.go'] ?? '').replaceAll('\n', '\r\n') },
    /1 file differs in line ends only/,
    ['alpha.go'],
  ],
  [
    'the zip rules of Go 1.24',
    { ...HERE, 'vendor/modules.txt': '# x v1.0.0\n', 'deep/vendor/x/x.go': 'package x\n' },
    /2 files differ, all below vendor\/: .*Go 1\.24/,
    ['deep/vendor/x/x.go', 'vendor/modules.txt'],
  ],
];

for (const [name, files, likely, differing] of CASES) {
  test(`mod verify --online says who is wrong: ${name}`, NEEDS_GO, async (t) => {
    const { zip, h1 } = packed(files);
    const told = await judged(t, { served: zip, logged: h1 });
    assert.match(told.likely, likely);
    assert.deepEqual(told.files, differing);
  });
}

test('mod verify --online says who is wrong: the proxy, or nobody can tell', NEEDS_GO, async (t) => {
  const { h1 } = packed({ ...HERE, 'new.go': 'package alpha\n' });
  const cases: readonly (readonly [Uint8Array | undefined, RegExp])[] = [
    [packed(HERE).zip, /your proxy serves what lies here and not what was logged/],
    [packed({ ...HERE, 'evil.go': 'package evil\n' }).zip, /your proxy now serves a third thing/],
    [encode('<html>'), /your proxy now serves a third thing/],
    [undefined, /could not be fetched, so the files are not named: .*404/],
  ];
  for (const [served, likely] of cases) {
    const told = await judged(t, { served, logged: h1 });
    assert.match(told.likely, likely);
    assert.deepEqual(told.files, []);
  }
  const kept = await judged(t, { served: packed(HERE).zip, logged: h1, gonoproxy: 'one.test' });
  assert.match(kept.likely, /not named: GONOPROXY keeps it from your proxies/);
});
