/**
 * Who sees which module path: every request that fetching one module version makes, in order.
 *
 * With the answers of the servers known, the requests are known; with them open, it is a list of
 * contacts, each with the answer that leads to it. Both come from the same walk over the sources.
 * Source: cmd/go/internal/modfetch; recorded in the rig from the real Go command.
 *
 * @module
 */

import { escapePath, escapeVersion } from '../formats/module-path.ts';
import type { Address } from './address.ts';
import {
  isFetchedDirectly,
  proxyList,
  trySources,
  type Answer,
  type FetchSettings,
  type Source,
} from './proxy-list.ts';
import { sumdbRoute } from './sumdb-route.ts';

export interface EgressRequest {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly path: string;
  readonly kind: 'info' | 'mod' | 'zip' | 'go-get' | 'version-control' | 'supported' | 'lookup' | 'tile';
  /** The module path is in it. */
  readonly showsModule: boolean;
}

export interface Fetched {
  readonly path: string;
  readonly version: string;
}

/** What a server answers. Tiles are asked for by the position of the record, so they are not followed here. */
export type Answers = (request: EgressRequest) => Answer;

/** The requests of `go mod download PATH@VERSION` with empty caches; each once, where it first comes. */
export function egressRequests(settings: FetchSettings, module: Fetched, answers: Answers): EgressRequest[] {
  const { sources, fault } = proxyList(settings);
  const path = escapePath(module.path);
  const version = escapeVersion(module.version);
  if (fault !== undefined || path === undefined || version === undefined) return [];
  const asked = new Map<string, EgressRequest>();
  const send = (request: EgressRequest): Answer => {
    const key = `${request.scheme}://${request.host}${request.path}`;
    if (!asked.has(key)) asked.set(key, request);
    return answers(request);
  };
  const file = (kind: string): string => `/${path}/@v/${version}.${kind}`;
  const fetch = (kind: 'info' | 'mod' | 'zip', source: Source): Answer | 'passed' => {
    const isDirect = source.kind === 'direct' || source.kind === 'noproxy';
    if (isFetchedDirectly(settings, module.path)) {
      return isDirect ? fromOrigin(module, kind, file(kind), send) : 'not-found';
    }
    if (source.kind === 'proxy') return fromServer(source.address, kind, file(kind), true, send);
    if (source.kind === 'direct') return fromOrigin(module, kind, file(kind), send);
    return source.kind === 'off' ? 'not-found' : 'passed';
  };
  const isVouchedFor = once(() => vouched(settings, module, sources, `${path}@${version}`, send));
  // The hash of go.mod is checked before a source counts as good, so a failing database sends "|" on.
  const fetchMod = (source: Source): Answer | 'passed' => {
    const answer = fetch('mod', source);
    return answer === 'found' && !isVouchedFor() ? 'error' : answer;
  };
  if (
    trySources(sources, (source) => fetch('info', source)) === 'found' &&
    trySources(sources, fetchMod) === 'found'
  )
    trySources(sources, (source) => fetch('zip', source));
  return [...asked.values()];
}

function once(work: () => boolean): () => boolean {
  let answer: boolean | undefined;
  return () => (answer ??= work());
}

function fromServer(
  address: Address,
  kind: EgressRequest['kind'],
  path: string,
  showsModule: boolean,
  send: Answers,
): Answer {
  if (address.scheme === 'file') return 'found'; // nothing leaves the machine
  // Go refuses to send a password over http before it asks.
  if (address.scheme === 'http' && address.user !== undefined) return 'error';
  return send({
    scheme: address.scheme,
    host: address.host,
    path: `${address.path}${path}`,
    kind,
    showsModule,
  });
}

/** Hosts whose repositories Go finds without asking for a page first. */
const KNOWN_ROOTS: readonly (readonly [pattern: RegExp, suffix: string])[] = [
  [/^(github\.com\/[^/]+\/[^/]+)/, '/info/refs?service=git-upload-pack'],
  [/^(bitbucket\.org\/[^/]+\/[^/]+)/, ''],
];

function fromOrigin(module: Fetched, kind: EgressRequest['kind'], file: string, send: Answers): Answer {
  const [host = ''] = module.path.split('/');
  const rest = module.path.slice(host.length);
  for (const [pattern, suffix] of KNOWN_ROOTS) {
    const root = pattern.exec(module.path)?.[1];
    if (root !== undefined)
      return send({
        scheme: 'https',
        host,
        path: `${root.slice(host.length)}${suffix}`,
        kind: 'version-control',
        showsModule: true,
      });
  }
  const page = send({ scheme: 'https', host, path: `${rest}?go-get=1`, kind: 'go-get', showsModule: true });
  if (page !== 'found') return page;
  // The page names a repository; the rig's pages name a proxy of their own host.
  return send({ scheme: 'https', host, path: `/origin${file}`, kind, showsModule: true });
}

/** Asks the database; false if that fails, true if it vouches or is not to be asked. */
function vouched(
  settings: FetchSettings,
  module: Fetched,
  sources: readonly Source[],
  record: string,
  send: Answers,
): boolean {
  const route = sumdbRoute(settings, module.path);
  if (route.use === 'off') return true;
  if (route.use === 'refused') return false;
  let base: Address | undefined = route.use === 'address' ? route.address : undefined;
  if (route.use === 'proxies') {
    const outcome = trySources(sources, (source) => {
      if (source.kind === 'noproxy') return 'passed';
      if (source.kind !== 'proxy') return 'not-found';
      const path = `${source.address.path}/sumdb/${route.name}`;
      const answer = fromServer(source.address, 'supported', `/sumdb/${route.name}/supported`, false, send);
      if (answer === 'found') base = { ...source.address, path };
      return answer;
    });
    if (outcome === 'error') return false;
    base ??= route.direct;
  }
  if (!base || base.scheme === 'file') return base !== undefined;
  return fromServer(base, 'lookup', `/lookup/${record}`, true, send) === 'found';
}
