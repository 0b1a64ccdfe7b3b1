/**
 * `goassay mod verify` and `mod vendor` against the tampers that the go command lets through: each is
 * found with the file named, and what is pristine raises nothing.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { appendFileSync, cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readProject } from '../src/integrity/build-list.ts';
import { verifyModules } from '../src/integrity/verify-modules.ts';
import { verifyVendor } from '../src/integrity/vendor.ts';
import type { Finding } from '../src/integrity/finding.ts';
import { goassay, NEEDS_GO } from './goassay.ts';
import type { ModuleProject } from './module-project.ts';
import { hostFor, restore } from './pristine-project.ts';

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

const ALPHA = 'one.test/!alpha@v1.2.3';
const ZIP = 'cache/download/one.test/!alpha/@v/v1.2.3.zip';
const EVIL = 'package alpha\n\nfunc A() string { return "evil" }\n';

test('pristine modules and vendor/ raise nothing, read or not read again', NEEDS_GO, () => {
  const at = restore();
  for (let round = 0; round < 2; round += 1) {
    const verified = verdict('verify', at);
    assert.deepEqual([verified.status, verified.files], [0, []], JSON.stringify(verified.findings));
    assert.deepEqual(verdict('vendor', at).files, []);
  }
  assert.match(at.go('mod', 'verify'), /all modules verified/);
});

test(
  'the bill of materials has every module with what vouches for it, and the same serial every time',
  NEEDS_GO,
  () => {
    const at = restore();
    const bill = () => {
      const { stderr } = goassay(['mod', 'verify', '--sbom', 'bom.json'], {
        directory: at.directory,
        environment: at.environment,
      });
      assert.equal(stderr, '');
      return JSON.parse(readFileSync(join(at.directory, 'bom.json'), 'utf8')) as {
        specVersion: string;
        serialNumber: string;
        components: { purl: string; properties: { name: string; value: string }[] }[];
      };
    };
    const { specVersion, serialNumber, components } = bill();
    assert.equal(specVersion, '1.6');
    assert.match(serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    // The same name that the purl specification gives for Go: escaped by element, version after "@".
    assert.deepEqual(
      components.map(({ purl }) => purl),
      ['pkg:golang/one.test/Alpha@v1.2.3', 'pkg:golang/two.test/beta/v2@v2.0.1'],
    );
    assert.ok(components.every(({ properties }) => properties[0]?.value === 'as go.sum says'));
    assert.equal(bill().serialNumber, serialNumber);
    writeFileSync(join(at.cache, ALPHA, 'alpha.go'), EVIL);
    const [alpha, beta] = bill().components.map(({ properties }) => properties[0]?.value);
    assert.deepEqual([alpha, beta], ['altered', 'as go.sum says']);
  },
);

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
    const vendor = await verifyVendor(host, now, modules.proofs, 'nothing');
    const findings = [...modules.findings, ...(vendor?.findings ?? [])];
    const files = findings.filter(({ grade }) => grade === 'altered').map((one) => one.file);
    assert.ok(
      files.some((one) => one.includes(file)),
      `${file} is not among ${files.join(', ')}`,
    );
  });
}
