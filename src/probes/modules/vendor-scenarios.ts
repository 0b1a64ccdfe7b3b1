/**
 * The trials of chapter 4.4: caches and vendor/ for two targets.
 *
 * @module
 */

import type { RigCommand, RigServer, Scenario } from './rig.ts';

const NAMES = ['one', 'two', 'three', 'four'];
const MODULES = NAMES.map((name) => ({
  Path: `${name}.test/lib`,
  Version: 'v1.0.0',
  Files: { 'lib.go': `package lib\n\nconst Name = "${name}"\n` },
}));
const SERVERS: Readonly<Record<string, RigServer>> = {
  'a.test': { Kind: 'proxy' },
  'db.test': { Kind: 'sumdb', SumDB: 'db.test' },
};
const ENVIRONMENT = { GOPROXY: 'https://a.test', GOSUMDB: '{key db.test}', CGO_ENABLED: '0', GOOS: 'linux' };

/** A library, so that no package of the standard library has to be compiled. */
const FILES = {
  'work/go.mod': `module app.test\n\ngo 1.21\n\nrequire (\n${NAMES.map((name) => `\t${name}.test/lib v1.0.0\n`).join('')})\n`,
  'work/app.go': `package app\n\nimport (\n${NAMES.map((name) => `\t${name} "${name}.test/lib"\n`).join('')})\n\nconst All = ${NAMES.map((name) => `${name}.Name`).join(' + ')}\n`,
};

const TIDY: RigCommand = { Args: ['mod', 'tidy'] };
const VENDOR: RigCommand = { Args: ['mod', 'vendor'] };
const DIRECTORIES = [
  'list',
  '-mod=vendor',
  '-deps',
  '-f',
  '{{if not .Standard}}{{.ImportPath}} {{.Dir}}{{end}}',
  './...',
];
const TARGETS = ['arm64', 'amd64'] as const;

/** Half of the modules are there before; then each target builds from a copy of that cache. */
function partlyFilled(name: string, servers: Readonly<Record<string, RigServer>>): Scenario {
  const before = ['one', 'two'].map((module) => `${module}.test/lib@v1.0.0`);
  return {
    Name: name,
    Modules: MODULES,
    Servers: servers,
    Environment: { ...ENVIRONMENT, GOFLAGS: '-mod=mod' },
    Files: FILES,
    Commands: TARGETS.flatMap((GOARCH) => [
      { Args: ['mod', 'download', ...before], Environment: { GOPATH: `{home}/${GOARCH}` } },
      { Args: ['build', './...'], Environment: { GOPATH: `{home}/${GOARCH}`, GOARCH } },
    ]),
  };
}

const SLOW: Readonly<Record<string, RigServer>> = {
  ...SERVERS,
  'db.test': { Kind: 'sumdb', SumDB: 'db.test', Rules: [{ Kind: 'lookup', StallMs: 150 }] },
};

/** Deterministic damage: the nth way of a hundred to spoil a modules.txt of four modules. */
function damaged(index: number): string {
  const lines = NAMES.flatMap((name) => [
    `# ${name}.test/lib v1.0.0`,
    '## explicit',
    `${name}.test/lib`,
  ]).concat('');
  const at = (index * 7) % 12;
  const line = lines[at] ?? '';
  const ways = [
    () => lines.filter((_, number) => number !== at),
    () => lines.toSpliced(at, 0, line),
    () => lines.with(at, line.replace('v1.0.0', 'v1.0.1')),
    () => lines.with(at, line.replace('.test', '.text')),
    () => lines.with(at, `${line} => ../x`),
    () => lines.with(at, line.slice(0, index % 9)),
    () => lines.with(at, `\u00a0${line}`),
    () => lines.with(at, line.toUpperCase()),
    () => lines.slice(0, at),
    () => lines.with(at, '## explicit; go 9.99'),
  ];
  return (ways[index % ways.length] ?? ways[0])?.().join('\n') ?? '';
}

const DAMAGED = 100;

/** Every damaged file is put in place and read for both targets. */
const STRICTNESS: Scenario = {
  Name: 'damaged modules.txt',
  Modules: MODULES,
  Servers: SERVERS,
  Environment: ENVIRONMENT,
  Files: {
    ...FILES,
    ...Object.fromEntries(
      Array.from({ length: DAMAGED }, (_, index) => [`damaged/${index}`, damaged(index)]),
    ),
  },
  Commands: [
    TIDY,
    VENDOR,
    ...Array.from({ length: DAMAGED }, (_, index): RigCommand[] => [
      { Program: 'cp', Args: [`{home}/damaged/${index}`, '{work}/vendor/modules.txt'] },
      ...TARGETS.map((GOARCH) => ({
        Args: ['list', '-mod=vendor', '-deps', './...'],
        Environment: { GOARCH },
      })),
    ]).flat(),
  ],
};

export const VENDOR_SCENARIOS: readonly Scenario[] = [
  {
    Name: 'vendored for two targets',
    Modules: MODULES,
    Servers: SERVERS,
    Environment: ENVIRONMENT,
    Files: FILES,
    Commands: [
      TIDY,
      VENDOR,
      ...TARGETS.map((GOARCH) => ({ Args: DIRECTORIES, Environment: { GOARCH } })),
      { Args: ['mod', 'graph'] },
      { Program: 'cat', Args: ['vendor/modules.txt'] },
    ],
  },
  partlyFilled('half a module cache', SERVERS),
  partlyFilled('half a module cache, slow checks', SLOW),
];

export const STRICTNESS_SCENARIOS: readonly Scenario[] = [STRICTNESS];
