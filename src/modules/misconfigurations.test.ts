import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModulesTxt } from '../formats/modules-txt.ts';
import type { ConfigurationFacts, ModuleFacts } from './misconfiguration.ts';
import { misconfigurations } from './misconfigurations.ts';
import type { FetchSettings } from './proxy-list.ts';
import { parseEnvFile, settingsOf, unknownNames } from './setting.ts';

const FETCH: FetchSettings = {
  goproxy: 'https://mirror.test,direct',
  gonoproxy: '',
  gonosumdb: '',
  gosumdb: 'sum.test',
  defaultSumdb: 'sum.test',
};

interface Change {
  readonly env?: Readonly<Record<string, string>>;
  readonly fetch?: Partial<FetchSettings>;
  readonly facts?: Partial<ConfigurationFacts>;
  readonly module?: Partial<ModuleFacts>;
}

/** A machine on which nothing is wrong, with some of it changed. */
function factsWith({ env = {}, fetch = {}, facts = {}, module }: Change): ConfigurationFacts {
  return {
    settings: settingsOf({
      effective: { GOTOOLCHAIN: 'auto', GOAUTH: 'netrc', ...env },
      environment: env,
      envFile: '',
      goEnv: '',
    }),
    fetch: { ...FETCH, ...fetch },
    unknown: unknownNames(Object.keys(env), [
      'GOPRIVATE',
      'GOPROXY',
      'GONOSUMDB',
      'GOSUMDB',
      'GOFLAGS',
      'GOTOOLCHAIN',
      'GOAUTH',
      'GO111MODULE',
      'GOPATH',
      'GOROOT',
      'GONOPROXY',
    ]),
    environment: env,
    defaultProxyHost: 'mirror.test',
    netrc: [],
    goVersion: '1.26.8',
    goroot: '/usr/local/go',
    gorootVersion: 'go1.26.8',
    goArchitecture: 'arm64',
    machineArchitecture: 'arm64',
    sumdbWritable: true,
    cacheSharedWritable: false,
    missingStatus: new Map([['https://mirror.test', 404]]),
    ...facts,
    module: module && {
      file: { godebug: [], require: [], exclude: [], replace: [], retract: [], tool: [], ignore: [] },
      inWorkspace: false,
      vendor: undefined,
      graph: undefined,
      doubleSums: [],
      ...module,
    },
  };
}

const FILE = { godebug: [], require: [], exclude: [], replace: [], retract: [], tool: [], ignore: [] };
const VENDOR: ModulesTxt = { isWorkspace: true, modules: [], ignored: [] };

const CASES: readonly (readonly [what: string, id: string, number: number, change: Change])[] = [
  ['an invented name', 'invented-variable', 1, { env: { GONOSUMCHECK: '1' } }],
  ['GOSUMDB=off', 'verification-off', 2, { fetch: { gosumdb: 'off' } }],
  ['GONOSUMDB=*', 'verification-off', 2, { fetch: { gonosumdb: '*' } }],
  [
    'a bare database name',
    'verification-refused',
    2,
    { fetch: { gosumdb: 'company-sumdb https://db.test' } },
  ],
  ['a blank after a comma', 'pattern-matches-nothing', 3, { env: { GOPRIVATE: 'x.test, corp.test' } }],
  ['a scheme in a pattern', 'pattern-matches-nothing', 3, { env: { GOPRIVATE: 'https://corp.test' } }],
  ['a malformed glob', 'pattern-matches-nothing', 3, { env: { GONOSUMDB: '[' } }],
  [
    'direct after the proxy of a company',
    'not-enforced',
    4,
    { fetch: { goproxy: 'https://own.test,direct' } },
  ],
  ['entries after direct', 'dead-entries', 4, { fetch: { goproxy: 'direct,https://own.test' } }],
  [
    '"|" after a gatekeeper',
    'refusal-ignored',
    4,
    { fetch: { goproxy: 'https://own.test|https://mirror.test' } },
  ],
  [
    'a public proxy after a private one',
    'private-then-public',
    4,
    { fetch: { goproxy: 'https://own.test,https://mirror.test' } },
  ],
  ['a word that is no proxy', 'proxy-list-refused', 4, { fetch: { goproxy: 'Direct' } }],
  [
    'a proxy that says 500 for 404',
    'wrong-status-for-missing',
    5,
    { facts: { missingStatus: new Map([['https://own.test', 500]]) } },
  ],
  ['-mod=mod', 'mod-mod', 6, { env: { GOFLAGS: '-v -mod=mod' } }],
  ['-insecure', 'insecure-flag', 6, { env: { GOFLAGS: '-insecure' } }],
  ['GO111MODULE=off', 'modules-off', 6, { env: { GO111MODULE: 'off' } }],
  [
    'toolchains from a directory, unverified',
    'toolchain-unchecked',
    7,
    { fetch: { goproxy: 'file:///p', gosumdb: 'off' } },
  ],
  [
    'the agent of the mirror',
    'toolchain-unchecked',
    7,
    { fetch: { gosumdb: 'off' }, facts: { environment: { GIT_HTTP_USER_AGENT: 'x mirror.test' } } },
  ],
  ['a password over http', 'credentials-over-http', 8, { fetch: { goproxy: 'http://u:secret@own.test' } }],
  [
    'a password in the address',
    'credentials-in-address',
    8,
    { fetch: { goproxy: 'https://u:secret@own.test' } },
  ],
  [
    'a netrc entry without the port',
    'netrc-port',
    8,
    {
      fetch: { goproxy: 'https://own.test:8443' },
      facts: { netrc: [{ machine: 'own.test', hasPassword: true }] },
    },
  ],
  [
    'a netrc entry without a password',
    'netrc-without-password',
    8,
    {
      fetch: { goproxy: 'https://own.test' },
      facts: { netrc: [{ machine: 'own.test', hasPassword: false }] },
    },
  ],
  ['GOAUTH=git without a directory', 'goauth-git-directory', 8, { env: { GOAUTH: 'git src' } }],
  ['a write-protected timeline', 'read-only-sumdb', 9, { facts: { sumdbWritable: false } }],
  [
    'a workspace with a module’s vendor',
    'vendor-without-workspace',
    10,
    { module: { inWorkspace: true, vendor: { ...VENDOR, isWorkspace: false } } },
  ],
  ['a module with a workspace’s vendor', 'vendor-of-workspace', 10, { module: { vendor: VENDOR } }],
  [
    'GOTOOLCHAIN=local and a newer go line',
    'local-toolchain-too-old',
    11,
    { env: { GOTOOLCHAIN: 'local' }, module: { file: { ...FILE, go: '1.27' } } },
  ],
  ['GOTOOLCHAIN=path', 'toolchain-from-path', 11, { env: { GOTOOLCHAIN: 'go1.26.0+path' } }],
  ['a stale GOROOT', 'stale-goroot', 11, { env: { GOROOT: '/old' }, facts: { gorootVersion: 'go1.20' } }],
  [
    'a replacement by a directory',
    'replaced-by-directory',
    12,
    { module: { file: { ...FILE, replace: [{ old: { path: 'a.b' }, new: { path: '../a' }, line: 4 }] } } },
  ],
  ['two hashes for one version', 'two-hashes', 12, { module: { doubleSums: ['a.b v1.0.0'] } }],
  ['a newer toolchain line', 'newer-toolchain', 12, { module: { file: { ...FILE, toolchain: 'go1.27.1' } } }],
  ['a Go for another processor', 'foreign-architecture', 13, { facts: { goArchitecture: 'amd64' } }],
  ['GOPATH in GOROOT', 'gopath-is-goroot', 14, { env: { GOPATH: '/usr/local/go' } }],
  ['a module cache for everybody', 'shared-module-cache', 14, { facts: { cacheSharedWritable: true } }],
];

test('misconfigurations() finds nothing where nothing is wrong', () => {
  const harmless = {
    env: { GOPRIVATE: 'corp.test/*,*.corp.test', GOGC: '50', GOOGLE_CLOUD: 'x', GOLANG_VERSION: '1' },
    module: {},
  };
  assert.deepEqual(misconfigurations(factsWith({})), []);
  assert.deepEqual(misconfigurations(factsWith(harmless)), []);
});

for (const [what, id, number, change] of CASES) {
  test(`misconfigurations() finds ${what}`, () => {
    const found = misconfigurations(factsWith(change));
    const one = found.find((problem) => problem.id === id);
    assert.equal(one?.number, number, JSON.stringify(found));
    assert.ok(!JSON.stringify(found).includes('secret'));
  });
}

test('every number of the catalogue has a case', () => {
  assert.deepEqual(
    [...new Set(CASES.map(([, , number]) => number))],
    Array.from({ length: 14 }, (_, index) => index + 1),
  );
});

test('settingsOf() takes the first place that says something', () => {
  const effective = { GOPROXY: 'a', GOPRIVATE: 'p', GONOPROXY: 'p', GOSUMDB: 's', GOOS: 'linux' };
  const sources = {
    effective,
    environment: { GOPROXY: 'a', GOSUMDB: '' },
    envFile: 'GOPRIVATE=p\n# GOOS=x\n',
    goEnv: 'GOSUMDB=s\nGOPROXY=b\n',
  };
  const origins = settingsOf(sources).map(
    ({ name, origin, from }) => `${name} ${origin}${from === undefined ? '' : ` ${from}`}`,
  );
  assert.deepEqual(origins, [
    'GONOPROXY derived GOPRIVATE',
    'GOOS default',
    'GOPRIVATE env-file',
    'GOPROXY environment',
    'GOSUMDB go.env',
  ]);
  assert.equal(parseEnvFile('goproxy=x\nGOPROXY=a=b\n').get('GOPROXY'), 'a=b');
});
