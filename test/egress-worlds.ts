/**
 * Generated configurations of GOPROXY and its family with the answers of their servers, as
 * scenarios for the rig, and what our egress list says about each.
 *
 * @module
 */

import fc from 'fast-check';
import type { Answer } from '../src/modules/proxy-list.ts';
import { egressRequests, type EgressRequest } from '../src/modules/egress.ts';
import type { Recording, RigRule, RigServer, Scenario } from '../src/probes/modules/rig.ts';

const MODULES = ['corp.test/priv', 'corp.test/team/Tool', 'git.corp.test/x/v2', 'open.test/lib'];
const HOSTS = ['a.proxy.test', 'b.proxy.test', 'c.proxy.test', 'd.proxy.test'];
const PATTERNS = [
  '',
  'corp.test',
  '*.corp.test',
  'corp.test/*',
  'other.test, corp.test',
  '*',
  'open.test,corp.test/team',
  'CORP.test',
  '[',
  'none',
];
const STATUSES = [200, 404, 410, 403, 500, 503] as const;
const NAME = 'sum.rig.test';

const entry = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'https://a.proxy.test',
      'b.proxy.test/goproxy',
      'http://c.proxy.test/x/',
      ' https://a.proxy.test ',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom('direct', 'off', '', 'Direct', 'http://user:word@d.proxy.test') },
);
const proxies = fc
  .array(fc.tuple(entry, fc.constantFrom(',', ',', '|')), { minLength: 1, maxLength: 4 })
  .map((list) =>
    list.map(([text, separator], index) => (index < list.length - 1 ? text + separator : text)).join(''),
  );

const sumdb = fc.constantFrom(
  'off',
  `{key ${NAME}}`,
  `{key ${NAME}}`,
  `{key ${NAME}} https://db.test/sum`,
  `{key ${NAME}} http://db.test`,
  'company-sumdb https://db.test',
  'a b c',
);
const status = fc.oneof(
  { weight: 2, arbitrary: fc.constant(200) },
  { weight: 3, arbitrary: fc.constantFrom(...STATUSES) },
);

/** By host, the answer to each kind of request. */
const answers = fc.dictionary(
  fc.constantFrom(...HOSTS, 'db.test', NAME, 'corp.test', 'git.corp.test', 'open.test'),
  fc.record({ info: status, mod: status, zip: status, supported: status, lookup: status, 'go-get': status }),
);

const configuration = fc.record({
  goproxy: proxies,
  gonoproxy: fc.constantFrom(...PATTERNS),
  gonosumdb: fc.constantFrom(...PATTERNS),
  goprivate: fc.constantFrom('', '', ...PATTERNS),
  gosumdb: sumdb,
  module: fc.constantFrom(...MODULES),
  answers,
});

export type Configuration = typeof configuration extends fc.Arbitrary<infer T> ? T : never;

export function configurations(count: number, seed: number): Configuration[] {
  // An empty GOPROXY means the default, which names a real proxy that no rig stands for.
  const isSet = ({ goproxy }: Configuration): boolean => goproxy !== '';
  return fc.sample(configuration.filter(isSet), { numRuns: count, seed });
}

const BASES: Readonly<Record<string, string>> = { 'b.proxy.test': '/goproxy', 'c.proxy.test': '/x' };

const versionOf = (path: string): string => (path.endsWith('/v2') ? 'v2.1.0' : 'v1.0.0-rc.1');

export function scenarioOf(one: Configuration, index: number): Scenario {
  const servers: Record<string, RigServer> = {};
  for (const host of [...HOSTS, 'db.test', NAME, 'corp.test', 'git.corp.test', 'open.test']) {
    const Rules: RigRule[] = Object.entries(one.answers[host] ?? {}).flatMap(([Kind, Status]) =>
      Status === 200 ? [] : [{ Kind, Status }],
    );
    const isProxy = HOSTS.includes(host);
    const isDatabase = host === 'db.test' || host === NAME;
    servers[host] = {
      Kind: isProxy ? 'proxy' : isDatabase ? 'sumdb' : 'origin',
      ...(isProxy && { Base: BASES[host] ?? '', SumDB: NAME }),
      ...(isDatabase && {
        SumDB: NAME,
        Base: host === 'db.test' && one.gosumdb.endsWith('/sum') ? '/sum' : '',
      }),
      Rules,
    };
  }
  return {
    Name: String(index),
    Modules: [{ Path: one.module, Version: versionOf(one.module) }],
    Servers: servers,
    Environment: {
      GOPROXY: one.goproxy,
      GONOPROXY: one.gonoproxy,
      GONOSUMDB: one.gonosumdb,
      GOPRIVATE: one.goprivate,
      GOSUMDB: one.gosumdb,
      GOFLAGS: '-modcacherw',
    },
    Commands: [{ Args: ['mod', 'download', `${one.module}@${versionOf(one.module)}`] }],
  };
}

/** As "scheme://host/path" in order, each once; tiles left out, because they follow from the log's size. */
export function recorded({ Requests }: Recording): string[] {
  const all = Requests.filter(({ Kind }) => Kind !== 'tile').map(
    ({ Scheme, Host, Path }) => `${Scheme}://${Host}${Path}`,
  );
  return [...new Set(all)];
}

/** What our list says, in the same form. */
export function predicted(one: Configuration, key: string): string[] {
  const answerOf = ({ host, kind }: EgressRequest): Answer => {
    const given = one.answers[host] as Readonly<Record<string, number>> | undefined;
    const is = given?.[kind] ?? 200;
    return is === 200 ? 'found' : is === 404 || is === 410 ? 'not-found' : 'error';
  };
  const settings = {
    goproxy: one.goproxy,
    gonoproxy: one.gonoproxy === '' ? one.goprivate : one.gonoproxy,
    gonosumdb: one.gonosumdb === '' ? one.goprivate : one.gonosumdb,
    gosumdb: one.gosumdb.replace(/\{key [^}]+\}/, key),
    defaultSumdb: 'default.test',
  };
  const requests = egressRequests(settings, { path: one.module, version: versionOf(one.module) }, answerOf);
  return requests.map(({ scheme, host, path }) => `${scheme}://${host}${path}`);
}
