/**
 * A user's configuration as a scenario for the rig: their values as they are, except where no rig
 * could stand for them, and that is said.
 *
 * The key of the database is the rig's own under the same name, because only its owner could sign
 * with the real one. Loopback hosts get another name, because Go never sends them to a proxy.
 *
 * @module
 */

import { proxyList, type FetchSettings } from '../../modules/proxy-list.ts';
import { databaseOf } from '../../modules/sumdb-route.ts';
import type { Answer } from '../../modules/proxy-list.ts';
import type { EgressRequest } from '../../modules/egress.ts';
import type { RigServer, Scenario } from './rig.ts';

export interface RigAnswer {
  readonly host: string;
  /** Kind of request, or undefined for all of them. */
  readonly kind: string | undefined;
  readonly status: number;
}

export interface RiggedConfiguration {
  readonly scenario: Scenario;
  /** What the rig plays, for the prediction. */
  readonly fetch: FetchSettings;
  /** What is not as the user has it. */
  readonly changed: readonly string[];
}

export interface Trial {
  readonly fetch: FetchSettings;
  /** More of the user's settings, such as GOINSECURE and GOFLAGS. */
  readonly environment: Readonly<Record<string, string>>;
  readonly modules: readonly { readonly path: string; readonly version: string }[];
  readonly answers: readonly RigAnswer[];
  /** Go trusts the rig's certificate by a variable that macOS does not heed. */
  readonly system: string;
}

export function configurationScenario({
  fetch,
  environment,
  modules,
  answers,
  system,
}: Trial): RiggedConfiguration {
  const changed: string[] = [];
  let goproxy = fetch.goproxy.replaceAll(
    /(\/\/(?:[^/@,|]*@)?)(localhost|127\.[\d.]+|\[::1\])/g,
    '$1localhost.rig.test',
  );
  if (goproxy !== fetch.goproxy)
    changed.push('loopback hosts are called localhost.rig.test, because Go never sends those to a proxy');
  if (system === 'darwin') {
    goproxy = withoutTls(goproxy);
    changed.push('https is http, because the rig’s certificate cannot be trusted for one process on macOS');
  }
  const database = databaseOf(fetch);
  const name = database.use === 'address' || database.use === 'proxies' ? database.name : undefined;
  const [, ...rest] = fetch.gosumdb.split(/\s+/).filter((word) => word !== '');
  const gosumdb = name === undefined ? fetch.gosumdb : [`{key ${name}}`, ...rest].join(' ');
  if (name !== undefined) changed.push(`the database ${name} signs with a key of the rig`);
  const rigged: FetchSettings = { ...fetch, goproxy };
  return {
    changed,
    fetch: rigged,
    scenario: {
      Name: 'configuration',
      Modules: modules.map(({ path, version }) => ({ Path: path, Version: version })),
      Servers: serversFor(rigged, name, answers),
      Environment: {
        ...environment,
        GOPROXY: goproxy,
        GONOPROXY: fetch.gonoproxy,
        GONOSUMDB: fetch.gonosumdb,
        GOSUMDB: gosumdb,
      },
      Commands: modules.map(({ path, version }, index) => ({
        Args: ['mod', 'download', `${path}@${version}`],
        // Empty caches for each, so that each shows all its requests.
        Environment: { GOPATH: `{home}/gopath${index}` },
      })),
    },
  };
}

function withoutTls(goproxy: string): string {
  return goproxy
    .split(/([,|])/)
    .map((part) => {
      const text = part.trim();
      const isBare = /[.:/]/.test(text) && !text.includes(':/') && !text.startsWith('/');
      return isBare ? `http://${text}` : text.replace(/^https:/, 'http:');
    })
    .join('');
}

function serversFor(fetch: FetchSettings, database: string | undefined, answers: readonly RigAnswer[]) {
  const servers: Record<string, RigServer> = {};
  const rulesOf = (host: string) =>
    answers
      .filter((one) => one.host === host)
      .map(({ kind, status }) => ({ ...(kind !== undefined && { Kind: kind }), Status: status }));
  for (const source of proxyList(fetch).sources) {
    if (source.kind !== 'proxy' || source.address.scheme === 'file') continue;
    const { host, path } = source.address;
    servers[host] = {
      Kind: 'proxy',
      Base: path,
      ...(database !== undefined && { SumDB: database }),
      Rules: rulesOf(host),
    };
  }
  const route = databaseOf(fetch);
  const place = route.use === 'address' ? route.address : route.use === 'proxies' ? route.direct : undefined;
  if (place && database !== undefined)
    servers[place.host] = { Kind: 'sumdb', SumDB: database, Base: place.path, Rules: rulesOf(place.host) };
  for (const { host } of answers) servers[host] ??= { Kind: 'origin', Rules: rulesOf(host) };
  return servers;
}

/** What the rig answers, for the prediction. */
export function answersOf(answers: readonly RigAnswer[]): (request: EgressRequest) => Answer {
  return ({ host, kind }) => {
    const { status = 200 } =
      answers.find((one) => one.host === host && (one.kind === undefined || one.kind === kind)) ?? {};
    if (status === 200) return 'found';
    return status === 404 || status === 410 ? 'not-found' : 'error';
  };
}
