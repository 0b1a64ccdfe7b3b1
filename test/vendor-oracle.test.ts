/**
 * `go mod vendor` and `go work vendor` of Go 1.21, 1.24, 1.27 and the one on PATH as oracles: what they copy, for main
 * modules of every language version that changed the rules, is what we recompute; and every edit of
 * modules.txt that they call inconsistent is one that we find.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { storedZip } from '../src/formats/stored-zip.ts';
import type { Host } from '../src/host/host.ts';
import { nodeHost } from '../src/host/node.ts';
import { readProject } from '../src/integrity/build-list.ts';
import { verifyVendor } from '../src/integrity/vendor.ts';
import { capability } from './capability.ts';
import { hasGo, OTHERS, say } from './real-toolchain.ts';

const RELEASES = [
  { version: 'the Go on PATH', goroot: hasGo ? say('go', 'env', 'GOROOT').trim() : undefined },
  ...OTHERS,
];
/** Those at which the rules of vendoring changed, and the one before. */
const LANGUAGES = ['1.13', '1.14', '1.16', '1.17', '1.21', '1.22', '1.24'];

/** A module with everything that the rules speak of. */
const GAMMA: Readonly<Record<string, string>> = {
  'go.mod': 'module three.test/gamma\n\ngo 1.18\n',
  'go.sum': '',
  'gamma.go':
    'package gamma\n\nimport (\n\t_ "embed"\n\t_ "three.test/gamma/inner/deep"\n)\n\n//go:embed "data/a b.txt"\nvar A string\n',
  'gamma_test.go': 'package gamma\n\nimport _ "embed"\n\n//go:embed testdata/only.txt\nvar T string\n',
  'testdata/only.txt': 'for tests\n',
  'data/a b.txt': 'embedded\n',
  'data/c.txt': 'not embedded\n',
  'tool.go': '//go:build ignore\n\npackage main\n\nfunc main() {}\n',
  'old_tool.go': '// +build ignore\n\npackage main\n\nfunc main() {}\n',
  'maybe.go': '//go:build ignore || linux\n\npackage gamma\n',
  'never.go': '//go:build ignore && linux\n\npackage gamma\n',
  'plan9.go': '//go:build plan9\n\npackage gamma\n',
  '_under.go': 'package gamma\n',
  '.hidden': 'x\n',
  'notes.md': 'x\n',
  'LICENSE-APACHE': 'x\n',
  'license.txt': 'x\n',
  PATENTS: 'x\n',
  'inner/NOTICE.md': 'x\n',
  'inner/readme': 'not a package\n',
  'inner/deep/deep.go':
    'package deep\n\nimport "embed"\n\n//go:embed all:tree\nvar F embed.FS\n\n//go:embed tree/[ab]*\nvar G embed.FS\n',
  'inner/deep/tree/a/x.txt': 'x\n',
  'inner/deep/tree/_b/.y': 'y\n',
  'inner/deep/x.s': '// nothing\n',
  'unused/unused.go': 'package unused\n',
};

const root = mkdtempSync(join(tmpdir(), 'goassay vendor oracle '));
after(() => rmSync(root, { recursive: true, force: true }));
const write = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};
for (const version of ['v1.0.0', 'v1.1.0']) {
  const place = join(root, 'proxy/three.test/gamma/@v', version);
  const named = Object.entries(GAMMA).map(([name, text]) => ({
    name: `three.test/gamma@${version}/${name}`,
    bytes: new TextEncoder().encode(text),
  }));
  write(`${place}.zip`, storedZip(named));
  write(`${place}.mod`, GAMMA['go.mod'] ?? '');
  write(`${place}.info`, JSON.stringify({ Version: version }));
}
const environment = {
  GOPROXY: `file://${encodeURI(join(root, 'proxy'))}`,
  GOSUMDB: 'off',
  GONOSUMDB: '',
  GOPRIVATE: '',
  GOMODCACHE: join(root, 'cache'),
  GOPATH: join(root, 'gopath'),
  GOFLAGS: '-modcacherw',
  GOTOOLCHAIN: 'local',
  GOWORK: '',
};

interface Oracle {
  readonly go: string;
  readonly run: (directory: string, ...args: string[]) => string;
  readonly host: Host;
}

function oracleOf(goroot: string): Oracle {
  for (const [name, value] of Object.entries(environment)) process.env[name] = value;
  const go = `${goroot}/bin/go`;
  const machine = nodeHost();
  after(() => machine.close());
  return {
    go,
    run: (directory, ...args) =>
      execFileSync(go, args, { cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    host: { ...machine, storeDirectory: join(root, 'store'), writeStore: () => Promise.resolve() },
  };
}

async function findingsIn({ go, host }: Oracle, directory: string) {
  const verified = await verifyVendor(host, await readProject(host, go, directory, false), undefined, 'all');
  assert.ok(verified);
  return {
    ...verified,
    bad: verified.findings.map(({ grade, file, what }) => `${grade} ${file}: ${what.en}`),
  };
}

function filesIn(directory: string): number {
  return readdirSync(join(directory, 'vendor'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length;
}

function mainModule(directory: string, name: string, language: string): void {
  const require = 'require three.test/gamma v1.0.0\n';
  write(join(directory, 'go.mod'), `module ${name}\n\ngo ${language}\n\n${require}`);
  write(join(directory, 'main.go'), 'package main\n\nimport _ "three.test/gamma"\n\nfunc main() {}\n');
}

const minorOf = (version: string): number => Number(/1\.(\d+)/.exec(version)?.[1] ?? 0);

for (const { version, goroot } of RELEASES) {
  const here = capability(version, goroot !== undefined);
  test(`vendor/ of ${version} is what we recompute, for every language version`, here, async () => {
    const oracle = oracleOf(goroot ?? '');
    const own = minorOf(oracle.run(root, 'version'));
    for (const language of LANGUAGES.filter((one) => minorOf(one) <= own)) {
      const directory = join(root, version, language);
      mainModule(directory, 'main.test/m', language);
      oracle.run(directory, 'mod', 'tidy');
      oracle.run(directory, 'mod', 'vendor');
      const { bad, files } = await findingsIn(oracle, directory);
      assert.deepEqual([bad, files], [[], filesIn(directory) - 1], `go ${language}`);
    }
  });

  // Before Go 1.22 there is no vendoring of workspaces.
  const hasWork =
    goroot === undefined ||
    spawnSync(`${goroot}/bin/go`, ['help', 'work', 'vendor'], { encoding: 'utf8' }).status === 0;
  const workspace = hasWork ? test : undefined;
  void workspace?.(`the workspace’s vendor/ of ${version} is what we recompute`, here, async () => {
    const oracle = oracleOf(goroot ?? '');
    const directory = join(root, version, 'work');
    for (const name of ['a', 'b']) {
      mainModule(join(directory, name), `main.test/${name}`, '1.22');
      oracle.run(join(directory, name), 'mod', 'tidy');
    }
    write(
      join(directory, 'go.work'),
      'go 1.22.0\n\nuse (\n\t./a\n\t./b\n)\n\nreplace three.test/gamma v1.0.0 => three.test/gamma v1.1.0\n',
    );
    oracle.run(directory, 'work', 'sync');
    oracle.run(directory, 'work', 'vendor');
    const { bad, files } = await findingsIn(oracle, directory);
    assert.deepEqual([bad, files], [[], filesIn(directory) - 1]);
    const list = join(directory, 'vendor/modules.txt');
    write(list, readFileSync(list, 'utf8').replace('## workspace\n', ''));
    assert.match((await findingsIn(oracle, directory)).bad.join('\n'), /go work vendor makes it anew/);
  });

  test(`what ${version} calls inconsistent in modules.txt, we find`, here, async () => {
    const oracle = oracleOf(goroot ?? '');
    const directory = join(root, version, 'edits');
    mainModule(directory, 'main.test/m', '1.21');
    oracle.run(directory, 'mod', 'tidy');
    oracle.run(directory, 'mod', 'vendor');
    const list = join(directory, 'vendor/modules.txt');
    const pristine = readFileSync(list, 'utf8');
    const [head = '', ...lines] = pristine.split('\n');
    const edits: readonly string[] = [
      pristine.replace('v1.0.0', 'v1.0.1'),
      pristine.replace('## explicit; go 1.18\n', ''),
      pristine.replace('## explicit; go 1.18', '## explicit; go 1.17'),
      pristine.replace('# three.test/gamma v1.0.0', '# three.test/gamma v1.0.0 => three.test/gamma v1.1.0'),
      pristine.replace('# three.test/gamma v1.0.0', '# three.test/gamma v1.0.0 => ./gamma'),
      pristine.replace('three.test/gamma/inner/deep\n', ''),
      `${pristine}# four.test/delta v1.0.0\n## explicit\n`,
      `${pristine}# four.test/delta v1.0.0\nfour.test/delta\n`,
      `## workspace\n${pristine}`,
      '',
      [head, ...lines.toReversed()].join('\n'),
    ];
    let refused = 0;
    for (const edit of edits) {
      write(list, edit);
      const { status, stderr } = spawnSync(oracle.go, ['list', '-mod=vendor', '-deps', './...'], {
        cwd: directory,
        encoding: 'utf8',
      });
      const { bad } = await findingsIn(oracle, directory);
      if (status !== 0) refused += 1;
      assert.ok(status === 0 || bad.length > 0, `${JSON.stringify(edit)}: ${stderr}`);
    }
    assert.ok(refused >= 6, `${refused} edits refused`);
    write(list, pristine);
    assert.deepEqual((await findingsIn(oracle, directory)).bad, []);
  });
}
