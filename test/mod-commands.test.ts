/**
 * `goassay mod graph`, `env` and `rig` as their users start them: answers, refusals, exit codes.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addModule } from './file-proxy.ts';
import { goassay, NEEDS_GO, place, root } from './goassay.ts';

const ENVIRONMENT = {
  GOENV: 'off',
  GOFLAGS: '',
  GOWORK: '',
  GOSUMDB: 'off',
  GOTOOLCHAIN: 'local',
  GOMODCACHE: join(root, 'mod cache'),
  GOPROXY: `file://${encodeURI(join(root, 'mod proxy'))}`,
};

function project(name: string, mod: string): string {
  const directory = place(name);
  writeFileSync(join(directory, 'go.mod'), mod);
  return directory;
}

/** a and b need each other; b also needs an older c than main; d is taken back by its newer version. */
function sampleProject(): string {
  const proxy = join(root, 'mod proxy');
  addModule(proxy, 'a.test/a', 'v1.0.0', 'module a.test/a\n\ngo 1.20\n\nrequire b.test/b v1.0.0\n');
  addModule(
    proxy,
    'b.test/b',
    'v1.0.0',
    'module b.test/b\n\nrequire (\n\ta.test/a v1.0.0\n\tc.test/c v1.0.0\n)\n',
  );
  addModule(proxy, 'c.test/c', 'v1.0.0', 'module c.test/c\n');
  addModule(proxy, 'c.test/c', 'v1.1.0', 'module c.test/c\n\nretract v1.0.0 // broken\n');
  return project(
    'graph',
    'module main.test\n\ngo 1.20\n\nrequire (\n\ta.test/a v1.0.0\n\tb.test/b v1.0.0 // indirect\n\tc.test/c v1.0.0 // indirect\n)\n',
  );
}

test('goassay mod graph says which go.mod files the cache lacks, and exits 3', NEEDS_GO, () => {
  const { status, stdout, stderr } = goassay(['mod', 'graph', '-C', sampleProject()], {
    environment: ENVIRONMENT,
  });
  assert.equal(status, 3, stderr);
  assert.match(stderr, /a\.test\/a@v1\.0\.0: its go\.mod is not in the module cache/);
  assert.match(stdout, /^main\.test\na\.test\/a v1\.0\.0 /);
});

test(
  'goassay mod graph --online lets Go fetch, and answers why, path and cut in a graph with a cycle',
  NEEDS_GO,
  () => {
    const directory = sampleProject();
    const at = (...args: string[]) =>
      goassay(['mod', 'graph', '-C', directory, ...args], { environment: ENVIRONMENT });
    const fetched = at('--online');
    assert.equal(fetched.status, 0, fetched.stderr);
    assert.equal(fetched.stdout, 'main.test\na.test/a v1.0.0\nb.test/b v1.0.0\nc.test/c v1.0.0\n');
    const why = at('--why', 'c.test/c', '--path', 'b.test/b,a.test/a', '--cut', 'c.test/c');
    assert.equal(why.status, 0, why.stderr);
    assert.match(
      why.stdout,
      /# c\.test\/c\nmain\.test\na\.test\/a@v1\.0\.0\nb\.test\/b@v1\.0\.0\nc\.test\/c@v1\.0\.0\n/,
    );
    assert.match(why.stdout, /# b\.test\/b → a\.test\/a\nb\.test\/b@v1\.0\.0\na\.test\/a@v1\.0\.0\n/);
    assert.match(why.stdout, /without these, c\.test\/c would be gone\na\.test\/a\n/);
    assert.equal(at('--why', 'nowhere.test').status, 2);
    assert.equal(at('-o', 'png').status, 2);
    assert.equal(at('--path', 'a.test/a').status, 2);
  },
);

test(
  'goassay mod graph reads retractions of the newest cached version, and writes every format',
  NEEDS_GO,
  () => {
    const directory = sampleProject();
    const env = { ...process.env, ...ENVIRONMENT };
    spawnSync('go', ['mod', 'download', 'c.test/c@v1.1.0'], { cwd: directory, env }); // fails for want of a zip, and has its go.mod
    const out = place('graph pictures');
    const formats = ['svg', 'html', 'dot', 'json', 'edges'];
    const { status, stdout, stderr } = goassay(
      [
        'mod',
        'graph',
        '-C',
        directory,
        '--online',
        ...formats.flatMap((format) => ['-o', `${format}=${join(out, format)}`]),
      ],
      { environment: ENVIRONMENT },
    );
    assert.equal(status, 0, stderr);
    assert.match(stdout, /c\.test\/c v1\.0\.0 {2}· retracted by v1\.1\.0: broken/);
    for (const format of formats)
      assert.ok(readFileSync(join(out, format), 'utf8').includes('c.test/c'), format);
    const go = spawnSync('go', ['mod', 'graph'], { cwd: directory, env, encoding: 'utf8' });
    assert.equal(readFileSync(join(out, 'edges'), 'utf8'), go.stdout);
  },
);

const REFUSED: readonly (readonly [what: string, mod: string, message: RegExp])[] = [
  [
    'an unknown directive',
    'module m.test\nfoo bar\n',
    /Cannot read go\.mod: there is no directive "foo" in line 2/,
  ],
  ['an open block', 'module m.test\nrequire (\n', /the block that begins in line 2 has no end/],
  [
    'a version of another major',
    'module m.test\nrequire a.test/a v2.0.0\n',
    /must be v0 or v1 for that path, not v2 in line 2/,
  ],
  ['a conflict marker', 'module m.test\n<<<<<<< HEAD\n', /there is no directive "<<<<<<<" in line 2/],
];

for (const [what, mod, message] of REFUSED) {
  test(`goassay mod graph refuses a go.mod with ${what}, and says where`, NEEDS_GO, () => {
    const { status, stderr } = goassay(['mod', 'graph', '-C', project(`refused ${what}`, mod)], {
      environment: ENVIRONMENT,
    });
    assert.equal(status, 2);
    assert.match(stderr, message);
  });
}

test('goassay mod graph refuses a place without a module', NEEDS_GO, () => {
  const { status, stderr } = goassay(['mod', 'graph', '-C', place('no module')], {
    environment: ENVIRONMENT,
  });
  assert.equal(status, 2);
  assert.match(stderr, /Cannot find a module in .*: there is no go\.mod there or above/);
});

test('goassay mod env agrees with go env, names what is invented, and gates', NEEDS_GO, () => {
  const environment = {
    ...ENVIRONMENT,
    GOPROXY: 'https://user:secret@own.test,direct',
    GOPRIVATE: 'x.test, corp.test',
    GONOSUMCHECK: '1',
    GOSUMDB: '',
  };
  const directory = place('env');
  const { status, stdout } = goassay(
    ['mod', 'env', '-C', directory, '--json', '--gate', '--module', 'corp.test/x'],
    { environment },
  );
  assert.equal(status, 1);
  assert.ok(!stdout.includes('secret'));
  const told = JSON.parse(stdout) as {
    settings: { name: string; value: string; origin: string }[];
    misconfigurations: { id: string }[];
    egress: { contacts: { host: string; credentials?: string }[] }[];
  }; // the command's own output
  const { stdout: json } = spawnSync('go', ['env', '-json'], {
    cwd: directory,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  const real = JSON.parse(json) as Record<string, string>; // of the go command
  for (const { name, value } of told.settings)
    if (!['GOPROXY', 'GOGCCFLAGS'].includes(name)) assert.equal(value, real[name], name);
  const origins = Object.fromEntries(told.settings.map(({ name, origin }) => [name, origin]));
  assert.equal(origins['GOPROXY'], 'environment');
  assert.equal(origins['GONOPROXY'], 'derived');
  assert.equal(origins['GOSUMDB'], 'go.env');
  const ids = told.misconfigurations.map(({ id }) => id);
  for (const id of ['invented-variable', 'pattern-matches-nothing', 'not-enforced', 'credentials-in-address'])
    assert.ok(ids.includes(id), id);
  assert.deepEqual(told.egress[0]?.contacts.map(({ host }) => host).slice(0, 2), ['own.test', 'corp.test']);
  assert.equal(told.egress[0]?.contacts[0]?.credentials, 'address');
});

test('goassay mod rig plays the user’s own settings, and they do as the egress list says', NEEDS_GO, () => {
  const environment = {
    ...ENVIRONMENT,
    GOPROXY: 'https://own.test/go,https://mirror.test',
    GONOPROXY: 'corp.test',
    GOSUMDB: '',
  };
  const { status, stdout, stderr } = goassay(
    [
      'mod',
      'rig',
      'corp.test/Lib',
      'open.test/x@v1.1.0',
      '--answer',
      'own.test=404',
      '--json',
      '-C',
      place('rig'),
    ],
    { environment },
  );
  assert.equal(status, 0, stderr);
  const { played } = JSON.parse(stdout) as {
    played: { exit: number; asPredicted: boolean; requests: { address: string; status: number }[] }[];
  }; // the command's own output
  assert.deepEqual(
    played.map(({ exit, asPredicted }) => [exit, asPredicted]),
    [
      [0, true],
      [0, true],
    ],
  );
  assert.ok(played[0]?.requests.some(({ address }) => address === 'https://corp.test/Lib?go-get=1'));
  assert.ok(
    played[1]?.requests.some(
      ({ address, status: is }) => address.startsWith('https://own.test/go/open.test/x/@v/') && is === 404,
    ),
  );
  assert.ok(!played[0]?.requests.some(({ address }) => address.includes('own.test/go/corp.test')));
  assert.equal(goassay(['mod', 'rig', 'x.test', '--answer', 'nonsense'], { environment }).status, 2);
});
