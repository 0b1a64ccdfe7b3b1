/**
 * The trials of chapter 3.2: the printed settings word for word, and what tells their effects apart.
 *
 * @module
 */

import type { RigCommand, RigServer, Scenario } from './rig.ts';

const PRIVATE = { Path: 'git.internal.company/team/lib', Version: 'v1.0.0' };
const PUBLIC = { Path: 'open.test/lib', Version: 'v1.2.0' };
const TOOL = {
  Path: 'open.test/tool',
  Version: 'v1.0.0',
  Files: { 'main.go': 'package main\n\nfunc main() { println("tool") }\n' },
};

const SUMDB = 'db.test';
const KEYED = `{key ${SUMDB}}`;
const TWO: Readonly<Record<string, RigServer>> = {
  'a.test': { Kind: 'proxy' },
  'b.test': { Kind: 'proxy' },
  [SUMDB]: { Kind: 'sumdb', SumDB: SUMDB },
};

/** The words of the whitepaper's chapter 3.2. */
const PRINTED = {
  goproxy: 'https://proxy.internal.company,goproxy.cn,direct',
  gosumdb: 'company-sumdb https://sumdb.internal.company',
  gosumdbExample: 'sum.example.com https://sum.example.com/sumdb',
  gosumdbTable: 'mycorp-sumdb https://sumdb.corp/sumdb',
} as const;

function download(
  { Path, Version }: { readonly Path: string; readonly Version: string },
  environment: Readonly<Record<string, string>> = {},
): RigCommand {
  return { Args: ['mod', 'download', `${Path}@${Version}`], Environment: environment };
}

const MODULES = [PRIVATE, PUBLIC, TOOL];

function answering(status: number, separator: string): Scenario {
  return {
    Name: `first proxy answers ${status}, then "${separator}"`,
    Modules: MODULES,
    Servers: { ...TWO, 'a.test': { Kind: 'proxy', Rules: [{ Status: status }] } },
    Environment: { GOPROXY: `https://a.test${separator}https://b.test`, GOSUMDB: 'off' },
    Commands: [download(PUBLIC)],
  };
}

function database(
  name: string,
  gosumdb: string,
  servers: Readonly<Record<string, RigServer>> = {},
): Scenario {
  return {
    Name: name,
    Modules: MODULES,
    Servers: { ...TWO, ...servers },
    Environment: { GOPROXY: 'https://a.test', GOSUMDB: gosumdb },
    Commands: [download(PUBLIC)],
  };
}

function position(goproxy: string): Scenario {
  return {
    Name: `GOPROXY=${goproxy}`,
    Modules: MODULES,
    Servers: TWO,
    Environment: { GOPROXY: goproxy, GOSUMDB: 'off' },
    Commands: [download(PUBLIC)],
  };
}

const lacking = (kind: string): Readonly<Record<string, RigServer>> => ({
  [SUMDB]: { Kind: 'sumdb', SumDB: SUMDB, Rules: [{ Kind: kind, Status: 404 }] },
});

const PRINTED_SERVERS: Readonly<Record<string, RigServer>> = {
  'proxy.internal.company': { Kind: 'proxy' },
  'goproxy.cn': { Kind: 'proxy' },
  'sumdb.internal.company': { Kind: 'sumdb', SumDB: 'company-sumdb' },
};

const APP = {
  'work/go.mod': `module app.test\n\ngo 1.21\n\nrequire ${PUBLIC.Path} ${PUBLIC.Version}\n`,
  'work/main.go': `package main\n\nimport _ "${PUBLIC.Path}"\n\nfunc main() {}\n`,
};
const MOD = { GOPROXY: 'https://a.test', GOSUMDB: KEYED, GOFLAGS: '-mod=mod', CGO_ENABLED: '0' };
const INSTALL: RigCommand = { Args: ['install', `${TOOL.Path}@${TOOL.Version}`] };
const WRITE = (path: string): RigCommand => ({ Program: 'touch', Args: [`{home}/${path}`] });

export const CONFIGURATION_SCENARIOS: readonly Scenario[] = [
  ...[404, 410, 403, 503].map((status) => answering(status, ',')),
  ...[403, 503].map((status) => answering(status, '|')),
  database('no database', 'off'),
  database('a keyed database', KEYED),
  database('a keyed database at an address', `${KEYED} https://db.test`),
  database('the printed example', PRINTED.gosumdbExample, {
    'sum.example.com': { Kind: 'sumdb', SumDB: 'sum.example.com', Base: '/sumdb' },
  }),
  database('the printed example with its key', '{key sum.example.com} https://sum.example.com/sumdb', {
    'sum.example.com': { Kind: 'sumdb', SumDB: 'sum.example.com', Base: '/sumdb' },
  }),
  database('the printed table', PRINTED.gosumdbTable, {
    'sumdb.corp': { Kind: 'sumdb', SumDB: 'mycorp-sumdb', Base: '/sumdb' },
  }),
  database('a database without lookups', KEYED, lacking('lookup')),
  database('a database without a latest head', KEYED, lacking('latest')),
  database('a database without tiles', KEYED, lacking('tile')),
  {
    Name: 'the default database',
    Commands: [{ Args: ['env', 'GOSUMDB'] }, { Args: ['env', 'GOSUMDB'], Environment: { GOSUMDB: 'off' } }],
  },
  ...[
    'https://a.test',
    'https://a.test,direct',
    'direct,https://b.test',
    'https://a.test,direct,https://b.test',
  ].map(position),
  {
    Name: 'the printed GOPROXY',
    Modules: MODULES,
    Servers: { ...PRINTED_SERVERS, 'proxy.internal.company': { Kind: 'proxy', Rules: [{ Status: 404 }] } },
    Environment: { GOPROXY: PRINTED.goproxy, GOSUMDB: 'off' },
    Commands: [download(PUBLIC), download(PRIVATE)],
  },
  {
    Name: 'all printed settings',
    Modules: MODULES,
    Servers: PRINTED_SERVERS,
    Environment: { GOPROXY: PRINTED.goproxy, GOSUMDB: PRINTED.gosumdb, GOPATH: '{home}/go-internal' },
    Files: { 'work/go.mod': 'module app.test\n\ngo 1.21\n' },
    Commands: [{ Args: ['get', `${PUBLIC.Path}@${PUBLIC.Version}`] }],
  },
  {
    Name: 'fetched directly',
    Modules: MODULES,
    Servers: TWO,
    Environment: { GOPROXY: 'direct', GOSUMDB: `${KEYED} https://db.test` },
    Commands: [download(PUBLIC), download(PRIVATE, { GOPRIVATE: 'git.internal.company' })],
  },
  {
    Name: 'an honest and a forged module',
    Modules: MODULES,
    Servers: {
      ...TWO,
      'a.test': { Kind: 'proxy', Rules: [{ Kind: 'zip', Module: PRIVATE.Path, Forge: true }] },
    },
    Environment: { GOPROXY: 'https://a.test', GOSUMDB: KEYED },
    Commands: [download(PUBLIC), download(PRIVATE)],
  },
  {
    Name: 'a GOPATH of its own',
    Modules: MODULES,
    Servers: TWO,
    Environment: { ...MOD, GOPATH: '{home}/own' },
    Files: APP,
    Commands: [{ Args: ['env', 'GOMODCACHE'] }, { Args: ['build', './...'] }, INSTALL],
  },
  {
    Name: 'two GOPATHs',
    Modules: MODULES,
    Servers: TWO,
    Environment: MOD,
    Files: APP,
    Commands: ['one', 'two'].flatMap((name) => [
      { Args: ['build', './...'], Environment: { GOPATH: `{home}/${name}` } },
      { ...INSTALL, Environment: { GOPATH: `{home}/${name}` } },
    ]),
  },
  {
    Name: 'five GOPATHs',
    Modules: MODULES,
    Servers: TWO,
    Environment: MOD,
    Files: APP,
    Commands: ['one', 'two', 'three', 'a b', 'gopath'].map((name) => ({
      Args: ['list', '-m', 'all'],
      Environment: { GOPATH: `{home}/${name}` },
    })),
  },
  {
    Name: 'write-protected bin',
    Modules: MODULES,
    Servers: TWO,
    Environment: MOD,
    Files: APP,
    Commands: [
      { ...WRITE('gopath/bin/x'), ReadOnly: ['gopath/bin'] },
      { Args: ['build', './...'], ReadOnly: ['gopath/bin'] },
      { ...INSTALL, ReadOnly: ['gopath/bin'] },
    ],
  },
  {
    Name: 'write-protected pkg',
    Modules: MODULES,
    Servers: TWO,
    Environment: MOD,
    Files: {
      'work/go.mod': 'module plain.test\n\ngo 1.21\n',
      'work/main.go': 'package main\n\nfunc main() {}\n',
    },
    Commands: [
      { ...WRITE('gopath/pkg/x'), ReadOnly: ['gopath/pkg'] },
      { Args: ['build', './...'], ReadOnly: ['gopath/pkg'] },
      { ...INSTALL, ReadOnly: ['gopath/pkg'] },
    ],
  },
];
