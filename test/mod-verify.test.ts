/**
 * `goassay mod verify` and `mod vendor` against the tampers that the go command lets through, and
 * against ten thousand random single changes: each is found with the file named, and what is
 * pristine raises nothing.
 *
 * @module
 */

import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  globSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Host } from '../src/host/host.ts';
import { nodeHost } from '../src/host/node.ts';
import { readProject } from '../src/integrity/build-list.ts';
import { verifyModules } from '../src/integrity/verify-modules.ts';
import { verifyVendor } from '../src/integrity/vendor.ts';
import type { Finding } from '../src/integrity/finding.ts';
import { goassay, NEEDS_GO } from './goassay.ts';
import { moduleProject, type ModuleProject } from './module-project.ts';
import { chance } from './mutations.ts';

const project: ModuleProject | undefined = NEEDS_GO.skip === false ? moduleProject() : undefined;
const pristine = project && join(project.root, 'pristine');
if (project && pristine) {
  cpSync(project.directory, join(pristine, 'project'), { recursive: true });
  cpSync(project.cache, join(pristine, 'cache'), { recursive: true });
}

function restore(): ModuleProject {
  assert.ok(project && pristine);
  for (const [from, to] of [
    ['project', project.directory],
    ['cache', project.cache],
  ] as const) {
    rmSync(to, { recursive: true, force: true });
    cpSync(join(pristine, from), to, { recursive: true });
  }
  return project;
}

function verdict(command: 'verify' | 'vendor', { directory, environment }: ModuleProject) {
  const { status, stdout, stderr } = goassay(['mod', command, '--json'], { directory, environment });
  assert.ok(status === 0 || status === 1, stderr);
  const { findings } = JSON.parse(stdout) as { findings: Finding[] };
  return {
    status,
    files: findings.filter(({ grade }) => grade === 'altered').map(({ file }) => file),
    findings,
  };
}

test('pristine modules and vendor/ raise nothing, read or not read again', NEEDS_GO, () => {
  const at = restore();
  for (let round = 0; round < 2; round += 1) {
    const verified = verdict('verify', at);
    assert.deepEqual([verified.status, verified.files], [0, []], JSON.stringify(verified.findings));
    assert.deepEqual(verdict('vendor', at).files, []);
  }
  assert.match(at.go('mod', 'verify'), /all modules verified/);
});

const ALPHA = 'one.test/!alpha@v1.2.3';
const ZIP = 'cache/download/one.test/!alpha/@v/v1.2.3.zip';
const EVIL = 'package alpha\n\nfunc A() string { return "evil" }\n';

/** By name: what is done, and the end of the path that must be named. */
const TAMPERS: readonly (readonly [string, (at: ModuleProject) => void, string])[] = [
  [
    'an extracted file edited',
    (at) => writeFileSync(join(at.cache, ALPHA, 'alpha.go'), EVIL),
    `${ALPHA}/alpha.go`,
  ],
  [
    'a file added to an extracted directory',
    (at) => writeFileSync(join(at.cache, ALPHA, 'zz.go'), EVIL),
    `${ALPHA}/zz.go`,
  ],
  ['a file removed', (at) => rmSync(join(at.cache, ALPHA, 'deep/NOTICE')), `${ALPHA}/deep/NOTICE`],
  [
    'a file replaced by a link',
    (at) => {
      rmSync(join(at.cache, ALPHA, 'alpha.go'));
      symlinkSync('/etc/passwd', join(at.cache, ALPHA, 'alpha.go'));
    },
    `${ALPHA}/alpha.go`,
  ],
  [
    'the directory edited, .ziphash rewritten and the zip removed (go mod verify passes)',
    (at) => {
      writeFileSync(join(at.cache, ALPHA, 'alpha.go'), EVIL);
      writeFileSync(join(at.cache, `${ZIP}hash`), `h1:${'A'.repeat(43)}=`);
      rmSync(join(at.cache, ZIP));
    },
    `${ZIP}hash`,
  ],
  [
    'zip and .ziphash deleted, the directory edited',
    (at) => {
      writeFileSync(join(at.cache, ALPHA, 'alpha.go'), EVIL);
      for (const file of [ZIP, `${ZIP}hash`]) rmSync(join(at.cache, file));
    },
    ALPHA,
  ],
  [
    'the cached go.mod edited',
    (at) => appendFileSync(join(at.cache, ZIP.replace('.zip', '.mod')), '// x\n'),
    '@v/v1.2.3.mod',
  ],
  ['go.sum deleted (go mod verify passes)', (at) => rmSync(join(at.directory, 'go.sum')), 'project/go.sum'],
  [
    'a line of go.sum changed',
    (at) => {
      const place = join(at.directory, 'go.sum');
      writeFileSync(place, readFileSync(place, 'utf8').replace(/(Alpha v1\.2\.3 h1:)./, '$1Z'));
    },
    `${ZIP}hash`,
  ],
  [
    'a second hash in go.sum',
    (at) => appendFileSync(join(at.directory, 'go.sum'), `one.test/Alpha v1.2.3 h1:${'A'.repeat(43)}=\n`),
    'go.sum:1',
  ],
  [
    'the zip cut off',
    (at) => writeFileSync(join(at.cache, ZIP), readFileSync(join(at.cache, ZIP)).subarray(0, -30)),
    ZIP,
  ],
  [
    'a byte of a file in the zip',
    (at) => {
      const bytes = readFileSync(join(at.cache, ZIP));
      bytes[bytes.indexOf('Do as you like')] = 0x47;
      writeFileSync(join(at.cache, ZIP), bytes);
    },
    `${ZIP}!LICENSE`,
  ],

  [
    'vendor: a file edited',
    (at) => writeFileSync(join(at.directory, 'vendor/one.test/Alpha/alpha.go'), EVIL),
    'vendor/one.test/Alpha/alpha.go',
  ],
  [
    'vendor: a file added to a package',
    (at) => writeFileSync(join(at.directory, 'vendor/one.test/Alpha/zz.go'), EVIL),
    'Alpha/zz.go',
  ],
  [
    'vendor: C code added',
    (at) => writeFileSync(join(at.directory, 'vendor/two.test/beta/v2/x.c'), 'int x;'),
    'v2/x.c',
  ],
  [
    'vendor: a licence removed',
    (at) => rmSync(join(at.directory, 'vendor/one.test/Alpha/LICENSE')),
    'Alpha/LICENSE',
  ],
  [
    'vendor: what is embedded edited',
    (at) => appendFileSync(join(at.directory, 'vendor/one.test/Alpha/deep/er/data/a.txt'), 'x'),
    'data/a.txt',
  ],
  [
    'vendor: an unlisted package added',
    (at) =>
      cpSync(join(at.cache, ALPHA, 'other'), join(at.directory, 'vendor/one.test/Alpha/other'), {
        recursive: true,
      }),
    'other/other.go',
  ],
  [
    'vendor: a needed file removed',
    (at) => rmSync(join(at.directory, 'vendor/two.test/beta/v2/beta.go')),
    'v2/beta.go',
  ],
  ['modules.txt: a version changed', (at) => modulesTxt(at, 'v2 v2.0.1', 'v2 v2.0.2'), 'modules.txt'],
  [
    'modules.txt: explicit removed',
    (at) => modulesTxt(at, '## explicit; go 1.20', '## go 1.20'),
    'modules.txt',
  ],
  ['modules.txt: a package line removed', (at) => modulesTxt(at, 'one.test/Alpha/deep/er\n', ''), 'er/er.go'],
  [
    'modules.txt: a package of another module',
    (at) => modulesTxt(at, 'two.test/beta/v2\n', 'two.test/beta/v2\none.test/Alpha/zz\n'),
    'modules.txt:',
  ],
  [
    'modules.txt: garbage (go build passes)',
    (at) => modulesTxt(at, '# one', 'garbage line\n# one'),
    'modules.txt:1',
  ],
  [
    'modules.txt: another module',
    (at) => modulesTxt(at, '# one', '# extra.test/x v1.0.0\n## explicit\n# one'),
    'modules.txt',
  ],
  ['modules.txt: another go version', (at) => modulesTxt(at, 'go 1.20', 'go 1.19'), 'modules.txt:'],
  [
    'modules.txt: a replacement',
    (at) => modulesTxt(at, 'Alpha v1.2.3', 'Alpha v1.2.3 => evil.test/x v1.0.0'),
    'modules.txt',
  ],
  ['modules.txt deleted', (at) => rmSync(join(at.directory, 'vendor/modules.txt')), 'modules.txt'],
  [
    'modules.txt: made for a workspace',
    (at) => modulesTxt(at, '# one', '## workspace\n# one'),
    'modules.txt',
  ],
];

function modulesTxt({ directory }: ModuleProject, from: string, to: string): void {
  const place = join(directory, 'vendor/modules.txt');
  const text = readFileSync(place, 'utf8');
  assert.ok(text.includes(from), from);
  writeFileSync(place, text.replace(from, to));
}

for (const [name, tamper, file] of TAMPERS) {
  test(`mod verify names the file: ${name}`, NEEDS_GO, async (t) => {
    const at = restore();
    tamper(at);
    const host = hostFor(at, t);
    const now = await readProject(host, 'go', at.directory);
    const question = { host, settings: now.settings, database: undefined, online: false };
    const modules = await verifyModules(question, now, { compiledOnly: false, reread: false });
    const vendor = await verifyVendor(host, now, modules.proofs, false);
    const findings = [...modules.findings, ...(vendor?.findings ?? [])];
    const files = findings.filter(({ grade }) => grade === 'altered').map((one) => one.file);
    assert.ok(
      files.some((one) => one.includes(file)),
      `${file} is not among ${files.join(', ')}`,
    );
  });
}

/** This machine with the project's settings and a store of its own. */
function hostFor(at: ModuleProject, t: TestContext): Host {
  for (const [name, value] of Object.entries(at.environment)) process.env[name] = value;
  const machine = nodeHost();
  t.after(() => machine.close());
  const store = join(at.root, 'own store');
  return {
    ...machine,
    storeDirectory: store,
    async writeStore(path, bytes) {
      mkdirSync(dirname(join(store, path)), { recursive: true });
      writeFileSync(join(store, path), bytes);
    },
  };
}

test(
  'ten thousand random single changes are found, each with its file',
  { ...NEEDS_GO, timeout: 240_000 },
  async (t) => {
    const at = restore();
    const host = hostFor(at, t);
    const known = await readProject(host, 'go', at.directory);
    const question = { host, settings: known.settings, database: undefined, online: false };
    const verify = async (kind: string): Promise<Finding[]> =>
      kind === 'vendor'
        ? ((await verifyVendor(host, known, undefined, true))?.findings ?? []).filter(
            ({ grade }) => grade === 'altered',
          )
        : (await verifyModules(question, known, { compiledOnly: false, reread: true })).findings.filter(
            ({ grade }) => grade === 'altered',
          );
    const places = {
      module: globSync('*.test/**', { cwd: at.cache, withFileTypes: true }),
      download: globSync('cache/download/**/@v/*.{zip,ziphash,mod}', { cwd: at.cache, withFileTypes: true }),
      vendor: globSync('vendor/**', { cwd: at.directory, withFileTypes: true }),
    };
    const pick = chance(20_261_128);
    let harmless = 0;
    for (let round = 0; round < 10_000; round += 1) {
      const kind = (['module', 'download', 'vendor'] as const)[round % 3] ?? 'module';
      const files = places[kind].filter((entry) => entry.isFile());
      const entry = files[pick(files.length)];
      assert.ok(entry);
      const path = join(entry.parentPath, entry.name);
      const before = readFileSync(path);
      const mode = lstatSync(path).mode;
      const change =
        kind === 'download'
          ? 'byte'
          : ['byte', 'append', 'remove', 'add', 'rename', 'executable', 'link', 'empty'][pick(8)];
      if ((kind === 'vendor' && change === 'executable') || (change === 'empty' && before.length === 0))
        continue;
      let also: string | undefined;
      const changed = Buffer.from(before);
      const where = pick(Math.max(before.length, 1));
      switch (change) {
        case 'byte':
          if (before.length === 0) continue;
          changed[where] = (changed[where] ?? 0) ^ (1 + pick(255));
          writeFileSync(path, changed);
          break;
        case 'append':
          appendFileSync(path, 'x');
          break;
        case 'empty':
          writeFileSync(path, '');
          break;
        case 'remove':
          rmSync(path);
          break;
        case 'add':
          also = `${path}${pick(1000)}`;
          writeFileSync(also, 'x');
          break;
        case 'rename':
          also = `${path}${pick(1000)}`;
          renameSync(path, also);
          break;
        case 'executable':
          chmodSync(path, mode | 0o111);
          break;
        default:
          rmSync(path);
          symlinkSync('/etc/hostname', path);
      }
      const found = await verify(kind);
      const named = found.some(
        ({ file }) =>
          file === path || file === also || file.startsWith(`${path}:`) || file.startsWith(`${path}!`),
      );
      if (found.length === 0 && kind === 'download' && path.endsWith('.zip') && isUncovered(before, where))
        harmless += 1;
      else if (
        found.length === 0 &&
        /\.(mod|ziphash)$/.test(path) &&
        String(changed).trim() === String(before).trim()
      )
        harmless += 1;
      else if (!(kind === 'vendor' && path.endsWith('modules.txt') && isSameToGo(before, changed)))
        assert.ok(named, `${kind} ${String(change)} at ${where} of ${path}: ${JSON.stringify(found)}`);
      rmSync(path, { force: true });
      if (also !== undefined) rmSync(also, { force: true });
      writeFileSync(path, before);
      chmodSync(path, mode);
    }
    t.diagnostic(`${harmless} changes were of bytes of a zip that say nothing of its contents`);
    assert.deepEqual(await verify('module'), []);
    assert.deepEqual(await verify('vendor'), []);
  },
);

/** Bytes that no reader takes contents from: times, versions, attributes and what the local header repeats. */
function isUncovered(zip: Buffer, at: number): boolean {
  const free: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
    'PK\x03\x04': [
      [4, 8],
      [10, 26],
    ],
    'PK\x01\x02': [
      [4, 10],
      [12, 16],
      [34, 42],
    ],
    'PK\x05\x06': [[8, 10]],
  };
  return Object.entries(free).some(([mark, fields]) => {
    for (
      let start = zip.indexOf(mark, 0, 'latin1');
      start >= 0 && start <= at;
      start = zip.indexOf(mark, start + 4, 'latin1')
    )
      if (fields.some(([low, high]) => at >= start + low && at < start + high)) return true;
    return false;
  });
}

/** Words of modules.txt that change into others of no meaning: an unknown annotation is reserved, not wrong. */
function isSameToGo(before: Buffer, after: Buffer): boolean {
  const meaning = (text: string): string =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => !line.startsWith('## '))
      .join('\n');
  return meaning(String(before)) === meaning(String(after));
}
