/**
 * The architecture, as a test. ARCHITECTURE.md explains these tables; this file enforces them.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';

interface Room {
  /** Rooms it may import; every room may import itself. */
  readonly imports: readonly string[];
  /** npm packages and Node modules it may use, each with its reason. */
  readonly packages?: Readonly<Record<string, string>>;
  readonly why: string;
}

const ZOD = { zod: 'a schema is the type, the check of saved JSON and the published JSON Schema' };

const ROOMS: Readonly<Record<string, Room>> = {
  bytes: { imports: [], why: 'ground: reading within bounds' },
  formats: {
    imports: ['bytes'],
    why: 'ground: one file per format; parsers say what to fetch, they do not fetch',
  },
  arm64: { imports: ['bytes'], why: 'ground: instruction words' },
  stats: { imports: [], why: 'ground: samples, intervals, tests; chance comes with a seed' },
  model: { imports: [], packages: ZOD, why: 'the language everyone speaks' },
  evidence: {
    imports: ['model', 'formats'],
    packages: ZOD,
    why: 'what can be known; both wings stand on it; its tables speak of Go versions',
  },
  inspection: {
    imports: ['model', 'evidence', 'formats', 'arm64'],
    why: 'what is concluded about one binary, from evidence: pure; inspect prints it and claims speak of it',
  },
  modules: {
    imports: ['bytes', 'formats', 'model'],
    why: 'what follows from module files and settings: selection, questions to a graph, who sees which path; pure',
  },
  claims: {
    imports: [
      'bytes',
      'model',
      'evidence',
      'formats',
      'arm64',
      'inspection',
      'modules',
      'laboratory',
      'stats',
    ],
    why: 'what is said: pure, so that it runs on saved evidence anywhere; Go versions are compared where they are judged',
  },
  host: {
    imports: ['model'],
    packages: {
      zod: 'a tape is JSON from outside',
      'node:child_process': 'processes',
      'node:crypto': 'digests are part of what is witnessed',
      'node:fs': 'files',
      'node:fs/promises': 'files',
      'node:http': 'the network',
      'node:https': 'the network',
      'node:os': 'home, temporary directory, host name',
      'node:path': 'paths',
      'node:url': 'where the specimens lie',
    },
    why: 'the one door to the machine; a witness writes sources in the model’s words',
  },
  laboratory: {
    imports: ['model', 'evidence', 'formats', 'stats'],
    why: 'what is concluded about the runs of an experiment, and about benchmark files: pure; claims and commands speak of it',
  },
  experiments: {
    imports: ['model', 'evidence', 'formats', 'stats', 'laboratory', 'host', 'probes'],
    packages: {
      zod: 'what the meter prints is JSON from outside',
      'node:crypto': 'the meter is kept by the digest of its content',
    },
    why: 'how measuring is done: rounds dealt by chance, through the host; of the probes it uses the one way to start Go',
  },
  sumdb: {
    imports: ['bytes', 'formats', 'model', 'host'],
    packages: { zod: 'what was saved is JSON from outside', 'node:crypto': 'SHA-256 and Ed25519' },
    why: 'the checksum database: fetched through the host, proven before it is believed',
  },
  integrity: {
    imports: ['bytes', 'formats', 'model', 'evidence', 'host', 'sumdb'],
    packages: {
      zod: 'the index is JSON from outside',
      'node:crypto': 'SHA-256',
      'node:fs': 'module caches are read synchronously by threads: 90,000 files one by one',
      'node:os': 'how many threads',
      'node:path': 'paths',
      'node:url': 'where the thread’s code lies',
      'node:worker_threads': 'zips are inflated on every core',
      'node:zlib': 'zips are compressed',
    },
    why: 'trees of files held against what the log or go.sum says of them',
  },
  install: {
    imports: ['bytes', 'formats', 'model', 'host', 'sumdb', 'integrity'],
    packages: {
      zod: 'the list of releases is JSON from outside',
      'modern-tar': 'members of release archives',
      'node:crypto': 'SHA-256',
      'node:stream': 'archives are unpacked as streams',
      'node:stream/web': 'the type of those streams',
      'node:zlib': 'archives are compressed',
      'node:fs': 'the tree is written here and nowhere else',
      'node:fs/promises': 'the tree is written here and nowhere else',
      'node:path': 'paths',
    },
    why: 'puts a proven Go in place: the one room that writes where the user works',
  },
  probes: {
    imports: [
      'bytes',
      'formats',
      'arm64',
      'model',
      'modules',
      'evidence',
      'host',
      'sumdb',
      'integrity',
      'experiments',
    ],
    packages: {
      zod: 'what specimens print is JSON from outside',
      'modern-tar': 'members of tar archives',
      'node:crypto': 'page hashes of a signature',
      'node:os': 'whether a second thread has a core of its own',
      'node:stream': 'archives are unpacked as streams',
      'node:worker_threads': 'long listings are made by two threads',
      'node:zlib': 'archives are compressed',
    },
    why: 'how we know: through the host only, never through claims',
  },
  assay: {
    imports: ['bytes', 'model', 'evidence', 'claims', 'experiments', 'host', 'probes'],
    packages: { 'node:crypto': 'digests of dossiers' },
    why: 'plan, gather, judge, report: the one place where both wings meet',
  },
  reports: { imports: ['model'], why: 'how we tell it: from the report and from nothing else' },
  cli: {
    imports: [
      'formats',
      'model',
      'evidence',
      'inspection',
      'laboratory',
      'experiments',
      'claims',
      'host',
      'modules',
      'sumdb',
      'integrity',
      'install',
      'probes',
      'assay',
      'reports',
    ],
    packages: {
      zod: 'dossiers and tapes are read here',
      commander: 'the command table',
      'node:fs': 'its own version',
      'node:fs/promises': 'reading dossiers, writing results',
      'node:module': 'the compile cache',
      'node:os': 'where to rescue results to',
      'node:path': 'paths',
    },
    why: 'a door: it may use everything but the ground',
  },
  'index.ts': {
    imports: ['model', 'evidence', 'claims', 'assay', 'reports', 'probes', 'host'],
    why: 'a door: the public API, named one by one',
  },
};

/** A catalogue has one member per file; its index is the list and nothing else. */
const CATALOGUES = ['claims/index.ts', 'probes/index.ts', 'evidence/index.ts', 'reports/index.ts'];

const SAYS_NOTHING = /^(utils?|helpers?|common|lib|misc|managers?|services?|handlers?)(\.|$)/;

const files = globSync('src/**/*.ts', { exclude: ['**/*.test.ts', '**/*.suite.ts'] }).map((path) => {
  const text = readFileSync(path, 'utf8');
  const imports = text.matchAll(/^(?!\s*\*|\s*\/\/).*?(?<!\.)\b(?:from|import)\s*\(?\s*'([^']+)'/gm);
  return { path, room: path.split('/')[1] ?? '', text, imports: [...imports].map(([, from = '']) => from) };
});

for (const { path, room, text, imports } of files) {
  test(`${path} keeps to its room`, () => {
    const { imports: allowed, packages = {} } = ROOMS[room] ?? assert.fail(`${room} is no room`);
    for (const from of imports) {
      if (from.startsWith('.')) {
        const target = join(dirname(path), from).split('/')[1] ?? '';
        assert.ok(target === room || allowed.includes(target), `${room} may not import ${target} (${from})`);
      } else assert.ok(Object.hasOwn(packages, from), `${room} may not import ${from}`);
    }
  });

  test(`${path} says what it is for, and stays one idea`, () => {
    const lines = text.split('\n').length;
    const isTable = path.includes('releases') || CATALOGUES.some((index) => path.endsWith(index));
    if (lines > 60 && !isTable) assert.match(text, /^(#!.*\n)?\/\*\*[\s\S]*?@module/, 'no opening paragraph');
    assert.ok(lines <= 300 || isTable, `${lines} lines`);
    for (const part of path.split('/')) assert.ok(!SAYS_NOTHING.test(part), `${part} says nothing`);
  });
}

test('every claim, probe and kind has a file of its own that is listed, and every claim a test beside it', () => {
  const index = readFileSync('src/claims/index.ts', 'utf8');
  for (const { path, text } of files.filter(({ room }) => room === 'claims')) {
    if (!/ = claim\(/.test(text)) continue;
    const id = /^ {2}id: '([^']+)'/m.exec(text)?.[1];
    assert.equal(id, basename(path, '.ts'), `${path} is not named after its claim`);
    assert.ok(index.includes(path.replace('src/claims', '.')), `${path} is not listed`);
    assert.ok(globSync(path.replace('.ts', '.test.ts')).length === 1, `${path} has no test`);
  }
});

test('what enters the claims is pure: no clock, no chance, no machine', () => {
  for (const { path, text, room } of files) {
    if (
      ![
        'bytes',
        'formats',
        'arm64',
        'stats',
        'model',
        'evidence',
        'inspection',
        'laboratory',
        'modules',
        'claims',
        'reports',
      ].includes(room)
    )
      continue;
    const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    assert.ok(!/\bDate\.now|new Date\(\)|Math\.random|(?<![-\w])process\.|\basync /.test(code), path);
  }
});

test('the lock file names no registry and no package with an install script but node', () => {
  const lock: unknown = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const text = JSON.stringify(lock);
  assert.ok(!/"resolved":"https?:/.test(text));
  const scripted = [...text.matchAll(/"node_modules\/([^"]+)":\{[^{}]*"hasInstallScript":true/g)].map(
    ([, name]) => name,
  );
  assert.deepEqual(scripted, ['node']);
});
