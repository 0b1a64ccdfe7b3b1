/**
 * Go trees on a fake host against a log of the test's own: every kind of change is found, named and
 * proven to be the only one, installed and downloaded.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { chance } from '../../test/mutations.ts';
import { sampleLog, sha256, signedHead, signer } from '../../test/sample-log.ts';
import { tileOf } from '../../test/sample-sumdb.ts';
import { joined } from '../bytes/digest.ts';
import { dirHash } from '../formats/dirhash.ts';
import { storedZip } from '../formats/stored-zip.ts';
import { fakeHost, type FakeMachine } from '../host/fake.ts';
import { databaseOf } from '../sumdb/database.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { reportExit } from '../cli/mod/report.ts';
import { holdGoroot } from './goroot.ts';
import { gorootFindings } from './goroot-findings.ts';

const VERSION = 'v0.0.1-go1.99.1.linux-amd64';
const MODULE = `golang.org/toolchain@${VERSION}`;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const digest = (text: string): string => hash('sha256', text);

/** The least ELF file with a segment, of four bytes, and a section table, unless it was stripped; all its bytes are ASCII. */
function program(code: string, isStripped = false): string {
  const bytes = new Uint8Array(isStripped ? 124 : 188);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1]);
  bytes[0x20] = 64; // e_phoff
  bytes[0x38] = 1; // e_phnum
  if (!isStripped) [bytes[0x28], bytes[0x3c]] = [124, 1]; // e_shoff, e_shnum
  [bytes[64], bytes[72], bytes[96], bytes[104]] = [1, 120, 4, 4]; // p_type, p_offset, p_filesz, p_memsz
  bytes.set(encode(code), 120);
  return new TextDecoder().decode(bytes);
}

/** As in the module. */
const RELEASED: Readonly<Record<string, string>> = {
  VERSION: 'go1.99.1\ntime 2026-01-01T00:00:00Z\n',
  'go.env': '# defaults\nGOTOOLCHAIN=auto\n',
  'bin/go': 'the go command',
  'pkg/tool/linux_amd64/compile': 'the compiler',
  'pkg/tool/linux_amd64/link': program('code'),
  'src/fmt/print.go': 'package fmt\n',
  'src/debug/elf/testdata/a': 'test data',
  'src/_go.mod': 'module std\n',
  'src/vendor/x/x.go': 'package x\n',
};
const H1 = dirHash(
  sha256,
  Object.entries(RELEASED).map(([name, text]) => ({ name: `${MODULE}/${name}`, sha256: digest(text) })),
);
const MOD = dirHash(sha256, [{ name: 'go.mod', sha256: digest('module golang.org/toolchain\n') }]);
const SIGNER = signer('sum.test');
const LOG = sampleLog([
  encode(`golang.org/toolchain ${VERSION} ${H1}\ngolang.org/toolchain ${VERSION}/go.mod ${MOD}\n`),
]);
const ZIP = storedZip(
  Object.entries(RELEASED).map(([name, text]) => ({ name: `${MODULE}/${name}`, bytes: encode(text) })),
);

const INSTALLED = '/usr/local/go';
const DOWNLOADED = `/mod/golang.org/toolchain@${VERSION}`;

function treeAt(root: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [name, text] of Object.entries(RELEASED)) {
    const isHidden = name.endsWith('_go.mod');
    const plain = name.replace('_go.mod', 'go.mod');
    if (root === INSTALLED) files[`${root}/${plain}`] = text;
    else {
      files[`${root}/${name}`] = text;
      if (isHidden) files[`${root}/${plain}`] = text;
    }
  }
  if (root === INSTALLED)
    for (const name of ['doc/x', 'test/y', 'api/z', 'misc/w']) files[`${root}/${name}`] = 'not covered';
  return files;
}

function hold(
  root: string,
  files: Record<string, string>,
  machine: FakeMachine & { readonly withZip?: boolean } = {},
) {
  const host = fakeHost({
    ...machine,
    files: {
      ...files,
      ...(machine.withZip !== false && {
        [`/mod/cache/download/golang.org/toolchain/@v/${VERSION}.zip`]: ZIP,
      }),
    },
    respond({ url }) {
      const path = url.slice('https://sum.test/'.length);
      const tile = tileOf(path);
      if (tile) return { body: LOG.tile(tile) };
      return path.startsWith('lookup/')
        ? {
            body: joined([
              encode('0\n'),
              LOG.records[0] ?? encode(''),
              encode('\n'),
              signedHead(SIGNER, LOG.head()),
            ]),
          }
        : { status: 404 };
    },
  });
  const settings = {
    GOPROXY: 'off',
    GOSUMDB: `${SIGNER.verifier} https://sum.test`,
    GONOSUMDB: '',
    GOMODCACHE: '/mod',
    GOPATH: '/go',
  };
  return holdGoroot({ host, settings, database: databaseOf(settings.GOSUMDB), online: true }, root);
}

for (const root of [INSTALLED, DOWNLOADED]) {
  test(`a pristine tree at ${root} raises nothing`, async () => {
    const held = await hold(root, treeAt(root));
    assert.ok(held.logged.state === 'proven' && held.hash === H1);
    assert.deepEqual(gorootFindings(held), []);
    assert.equal(held.uncoveredFiles, root === INSTALLED ? 4 : 0);
  });

  test(`every single change of the tree at ${root} is found with its file`, async () => {
    const pick = chance(99);
    for (let round = 0; round < 600; round += 1) {
      const files = treeAt(root);
      const covered = Object.keys(files).filter(
        (path) => !path.includes('/VERSION') && !/\/(doc|test|api|misc)\//.test(path),
      );
      const path = covered[pick(covered.length)] ?? '';
      const change = pick(4);
      const old = files[path] ?? '';
      const also = `${path}${pick(100)}`;
      if (change === 0)
        files[path] = `${old.slice(0, pick(old.length))}\u0001${old.slice(1 + pick(old.length))}`;
      else if (change === 1) delete files[path];
      else if (change === 2) files[also] = 'x';
      else {
        delete files[path];
        files[also] = old;
      }
      const found = gorootFindings(await hold(root, files));
      const isNamed = found.some(({ file }) => file === path || file === also);
      // A go.mod that go made and that is gone is made anew; it is not part of the release.
      const isRemade = root === DOWNLOADED && path.endsWith('/go.mod') && change === 1;
      assert.ok(isNamed || isRemade, `${change} of ${path}: ${JSON.stringify(found)}`);
    }
  });
}

test('an edited go.env is explained when nothing else differs, and not when something does', async () => {
  // The released file of this log is not the one that real releases have, so the zip names it.
  const edited = { ...treeAt(INSTALLED), [`${INSTALLED}/go.env`]: 'GOTOOLCHAIN=local\n' };
  const [only, ...more] = gorootFindings(await hold(INSTALLED, edited));
  assert.ok(only?.grade === 'explained' && more.length === 0 && only.what.en.includes('GOTOOLCHAIN=local'));
  const both = { ...edited, [`${INSTALLED}/bin/go`]: 'evil' };
  const found = gorootFindings(await hold(INSTALLED, both));
  assert.deepEqual(found.map(({ grade }) => grade).toSorted(), ['altered', 'explained']);
});

test('a program that was only stripped is explained, one with other code is not', async () => {
  const name = `${INSTALLED}/pkg/tool/linux_amd64/link`;
  const gradesWith = async (text: string): Promise<string[]> =>
    gorootFindings(await hold(INSTALLED, { ...treeAt(INSTALLED), [name]: text })).map(({ grade }) => grade);
  assert.deepEqual(await gradesWith(program('code', true)), ['explained']);
  assert.deepEqual(await gradesWith(program('edoc', true)), ['altered']);
});

test('what Homebrew removes is explained, links and hidden go.mod files are not', async () => {
  const files = treeAt(INSTALLED);
  delete files[`${INSTALLED}/src/debug/elf/testdata/a`];
  assert.deepEqual(
    gorootFindings(await hold(INSTALLED, files)).map(({ grade }) => grade),
    ['explained'],
  );
  const linked = await hold(INSTALLED, treeAt(INSTALLED), {
    links: { [`${INSTALLED}/bin/gofmt`]: '/bin/true' },
  });
  assert.deepEqual(
    gorootFindings(linked).map(({ file }) => file),
    [`${INSTALLED}/bin/gofmt`],
  );
  const hidden = await hold(INSTALLED, {
    ...treeAt(INSTALLED),
    [`${INSTALLED}/src/_go.mod`]: 'module std\n',
  });
  assert.deepEqual(
    gorootFindings(hidden).map(({ file }) => file),
    [`${INSTALLED}/src/_go.mod`],
  );
  const twin = await hold(DOWNLOADED, {
    ...treeAt(DOWNLOADED),
    [`${DOWNLOADED}/src/go.mod`]: 'module evil\n',
  });
  assert.deepEqual(
    gorootFindings(twin).map(({ file }) => file),
    [`${DOWNLOADED}/src/go.mod`],
  );
});

test('a tree that a distribution keeps behind links is compared through them, and what it makes is told apart', async () => {
  const files = treeAt(INSTALLED);
  const moved = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path.replace(`${INSTALLED}/src/`, '/usr/share/go/src/'),
      text,
    ]),
  );
  const links = { [`${INSTALLED}/src`]: '/usr/share/go/src' };
  const same = await hold(INSTALLED, moved, { links });
  assert.deepEqual([same.hash, same.odd, same.links], [H1, [], [{ name: 'src', to: '/usr/share/go/src' }]]);
  assert.deepEqual(
    gorootFindings(same).map(({ grade }) => grade),
    ['explained'],
  );

  const packaged = {
    ...moved,
    [`${INSTALLED}/bin/go`]: 'built elsewhere',
    '/usr/share/go/src/fmt/print.go': 'package evil\n',
  };
  const found = gorootFindings(await hold(INSTALLED, packaged, { links })).map(
    ({ grade, file }) => `${grade} ${file}`,
  );
  assert.deepEqual(found, [
    `explained ${INSTALLED}/src`,
    `altered ${INSTALLED}/src/fmt/print.go`,
    `unproven ${INSTALLED}/bin`,
  ]);
  // Nobody vouches for what the distribution built: never an exit of 0.
  const built = await hold(INSTALLED, { ...moved, [`${INSTALLED}/bin/go`]: 'built elsewhere' }, { links });
  assert.deepEqual(
    gorootFindings(built).map(({ grade }) => grade),
    ['explained', 'unproven'],
  );
  assert.equal(
    reportExit({ findings: gorootFindings(built), goroots: [built], online: false }),
    EXIT.undecided,
  );
  assert.equal(reportExit({ findings: gorootFindings(same), goroots: [same], online: false }), EXIT.met);
  // Without links the same program is nobody's packaging.
  const plain = gorootFindings(
    await hold(INSTALLED, { ...files, [`${INSTALLED}/bin/go`]: 'built elsewhere' }),
  );
  assert.deepEqual(
    plain.map(({ grade }) => grade),
    ['altered'],
  );
  const elsewhere = await hold(INSTALLED, moved, {
    links: { ...links, [`${INSTALLED}/bin/evil`]: '/tmp/evil' },
  });
  assert.deepEqual(elsewhere.odd, [{ name: 'bin/evil', what: 'link' }]);
});

test('without a zip at hand the tree is still refused, and says that nobody named the file', async () => {
  const files = { ...treeAt(INSTALLED), [`${INSTALLED}/bin/go`]: 'evil' };
  const [finding] = gorootFindings(await hold(INSTALLED, files, { withZip: false }));
  assert.ok(finding?.grade === 'altered' && finding.what.en.includes('not named'));
});

test('a tree that is no release, and one without VERSION, are not judged', async () => {
  const devel = { ...treeAt(INSTALLED), [`${INSTALLED}/VERSION`]: 'devel go1.99-abcdef Mon Jan 1\n' };
  assert.equal((await hold(INSTALLED, devel)).logged.state, 'unknown');
  await assert.rejects(hold('/nowhere', treeAt(INSTALLED)), /no file VERSION/);
});
