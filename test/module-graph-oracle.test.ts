/**
 * Module graphs against the real Go command: generated worlds of modules with every directive, and
 * the main modules of the Go command's own script tests.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { nodeHost } from '../src/host/node.ts';
import type { ModuleGraph } from '../src/model/module-graph.ts';
import { nameOf } from '../src/model/module-graph.ts';
import { readMainFiles } from '../src/probes/modules/main-files.ts';
import { readModuleGraph } from '../src/probes/modules/module-graph.ts';
import { addGoTestModules, addModule, readTxtar } from './file-proxy.ts';
import { NEEDS_GO } from './goassay.ts';
import { goTestdata, NEEDS_GO_TESTDATA } from './x-mod-oracle.ts';

const root = mkdtempSync(join(tmpdir(), 'goassay-graph-'));
process.on('exit', () => {
  spawnSync('chmod', ['-R', 'u+w', root]);
  rmSync(root, { recursive: true, force: true });
});

interface Place {
  readonly directory: string;
  readonly proxy: string;
  readonly cache: string;
}

/** What Go prints; undefined if it refuses. */
function goSays({ directory, proxy, cache }: Place, args: readonly string[]): string[] | undefined {
  const env = {
    ...process.env,
    ...settings(cache),
    GOPROXY: `file://${proxy}`,
    GOSUMDB: 'off',
    GOFLAGS: args[0] === 'list' ? '-mod=mod' : '',
    GOTOOLCHAIN: 'local',
  };
  const { status, stdout } = spawnSync('go', args, { cwd: directory, env, encoding: 'utf8' });
  return status === 0
    ? stdout
        .trimEnd()
        .split('\n')
        .filter((line) => line !== '')
    : undefined;
}

function settings(cache: string) {
  return { GOMODCACHE: cache, GOENV: 'off', GOWORK: '', GOFLAGS: '' };
}

async function ours({ directory, cache }: Place): Promise<ModuleGraph> {
  const host = nodeHost();
  const before = { ...process.env };
  Object.assign(process.env, settings(cache));
  try {
    return await readModuleGraph(host, await readMainFiles(host, 'go', directory));
  } finally {
    process.env = before;
    host.close();
  }
}

/** Returns whether Go had anything to say. */
async function compare(place: Place, what: string, isWorkspace: boolean): Promise<boolean> {
  const printed = goSays(place, ['mod', 'graph']);
  if (!printed) return false;
  const graph = await ours(place);
  assert.deepEqual(graph.unread, [], what);
  assert.deepEqual(
    graph.requirements.map((edge) => edge.join(' ')),
    printed,
    what,
  );
  if (isWorkspace) return true;
  // Asked last: with -mod=mod it writes the raised roots into go.mod.
  const list = goSays(place, ['list', '-m', '-f', '{{.Path}}{{with .Version}}@{{.}}{{end}}', 'all']);
  if (list) assert.deepEqual(graph.buildList.map(nameOf), list, what);
  return true;
}

const PATHS = [
  'a.test/a',
  'a.test/b',
  'b.test/c',
  'c.test/d/v2',
  'd.test/E',
  'e.test/f',
  'f.test/g',
  'g.test/h',
];
const VERSIONS = ['v1.0.0', 'v1.1.0-rc.1', 'v1.1.0', 'v1.10.0', 'v0.0.0-20200101000000-abcdef012345'];
const GO_LINES = ['', 'go 1.12', 'go 1.16', 'go 1.17', 'go 1.20', 'go 1.21', 'go 1.21.3', 'go 1.24.0'];

const versionOf = (path: string, index: number): string => {
  const version = VERSIONS[index % VERSIONS.length] ?? '';
  return path.endsWith('/v2') ? version.replace(/^v\d/, 'v2') : version;
};
const requirement = fc.tuple(fc.nat(PATHS.length - 1), fc.nat(VERSIONS.length - 1), fc.boolean());
const modFile = fc.record({
  go: fc.constantFrom(...GO_LINES),
  require: fc.array(requirement, { maxLength: 4 }),
});
const world = fc.record({
  modules: fc.array(modFile, {
    minLength: PATHS.length * VERSIONS.length,
    maxLength: PATHS.length * VERSIONS.length,
  }),
  mains: fc.array(modFile, { minLength: 2, maxLength: 2 }),
  exclude: fc.array(requirement, { maxLength: 2 }),
  replace: fc.array(requirement, { maxLength: 2 }),
  isWorkspace: fc.boolean(),
});

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function requires(list: readonly (readonly [number, number, boolean])[]): string {
  return list
    .map(
      ([at, version, indirect]) =>
        `require ${PATHS[at]} ${versionOf(PATHS[at] ?? '', version)}${indirect ? ' // indirect' : ''}\n`,
    )
    .join('');
}

function buildWorld({ modules, mains, exclude, replace, isWorkspace }: World, name: string): Place {
  const place = {
    directory: join(root, name),
    proxy: join(root, name, 'proxy'),
    cache: join(root, name, 'cache'),
  };
  for (const [index, { go, require }] of modules.entries()) {
    const path = PATHS[index % PATHS.length] ?? '';
    const version = versionOf(path, Math.floor(index / PATHS.length));
    addModule(place.proxy, path, version, `module ${path}\n${go}\n${requires(require)}`);
  }
  const excludes = exclude.map(
    ([at, version]) => `exclude ${PATHS[at]} ${versionOf(PATHS[at] ?? '', version)}\n`,
  );
  const replaces = new Map(
    replace.map(([at, version, isWild]) => {
      const path = PATHS[at] ?? '';
      const old = isWild ? path : `${path} ${versionOf(path, version)}`;
      return [old, `replace ${old} => ${isWild ? '../local' : `${path} ${versionOf(path, version + 1)}`}\n`];
    }),
  );
  const local = join(place.directory, 'local');
  mkdirSync(local, { recursive: true });
  writeFileSync(join(local, 'go.mod'), 'module local.test\ngo 1.18\nrequire a.test/a v1.1.0\n');
  for (const [index, { go, require }] of mains.entries()) {
    const directory = join(place.directory, `main${index}`);
    mkdirSync(directory, { recursive: true });
    const extra = index === 0 ? [...excludes, ...replaces.values()].join('') : '';
    writeFileSync(join(directory, 'go.mod'), `module main${index}.test\n${go}\n${requires(require)}${extra}`);
  }
  if (isWorkspace)
    writeFileSync(join(place.directory, 'go.work'), 'go 1.24.0\nuse (\n\t./main0\n\tmain1\n)\n');
  return { ...place, directory: join(place.directory, 'main0') };
}

test('generated worlds come out as go mod graph and go list -m all have them', NEEDS_GO, async () => {
  let [answered, workspaces] = [0, 0];
  for (const [index, sample] of fc.sample(world, { numRuns: 40, seed: 20_261_128 }).entries()) {
    if (!(await compare(buildWorld(sample, `world${index}`), `world ${index}`, sample.isWorkspace))) continue;
    answered += 1;
    workspaces += Number(sample.isWorkspace);
  }
  assert.ok(answered > 28 && workspaces > 8, `${answered} answered, ${workspaces} workspaces`);
});

test(
  "the Go command's own test modules come out as it has them",
  { ...NEEDS_GO, ...NEEDS_GO_TESTDATA },
  async () => {
    const proxy = join(root, 'proxy');
    addGoTestModules(proxy, goTestdata);
    let [answered, tried] = [0, 0];
    for (const path of globSync(`${goTestdata}/script/{mod,work}_*.txt`)) {
      const { files } = readTxtar(path);
      const start = ['go.mod', 'go.work'].find((name) => files.has(name));
      if (start === undefined || !/^\s*(?:require|use)/m.test(files.get(start) ?? '')) continue;
      tried += 1;
      if (tried % 2 === 0) continue;
      const directory = join(root, 'scripts', String(tried));
      for (const [name, text] of files) {
        if (!/\.(?:mod|work)$/.test(name) || name.includes('$')) continue;
        mkdirSync(dirname(join(directory, name)), { recursive: true });
        writeFileSync(join(directory, name), text);
      }
      const place = { directory, proxy, cache: join(root, 'script cache') };
      if (await compare(place, path, start === 'go.work')) answered += 1;
    }
    assert.ok(answered > 50, `${answered} of ${tried}`);
  },
);
