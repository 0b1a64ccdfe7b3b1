/**
 * Where the bytes of a log come from: our own store, the cache that the go command keeps, the
 * network. None is trusted; what comes is checked by who asked.
 *
 * The network is asked as the go command asks it: through the first proxy that says it relays the
 * database, else directly. What is not there is undefined; any other refusal is a HostError.
 *
 * @module
 */

import { parseProxyList } from '../formats/goproxy.ts';
import { HostError, shownUrl, type Answer, type Host } from '../host/host.ts';
import type { Database } from './database.ts';

/** A lookup holds one record and one signed note; a tile 256 hashes. */
const LIMIT_BYTES = 2 ** 16;

export interface GoSettings {
  readonly GOPROXY: string;
  readonly GOSUMDB: string;
  readonly GONOSUMDB: string;
  readonly GOMODCACHE: string;
  /** Only its first directory has the go command's own state. */
  readonly GOPATH: string;
}

export type Place = 'store' | 'go' | 'network';

export interface Sources {
  /** Reads one resource such as "lookup/…" or "tile/8/0/000" from that place. */
  read(place: Place, path: string, limitBytes?: number): Promise<Uint8Array | undefined>;
  /** Keeps what was proven. A store that cannot be written costs only time. */
  keep(path: string, bytes: Uint8Array): Promise<void>;
  /** How many requests were sent so far. */
  requests(): number;
  /** The address that was asked, for messages; "" as long as nobody was. */
  address(): string;
}

export function sourcesOf(host: Host, database: Database, settings: GoSettings): Sources {
  const cached = `${settings.GOMODCACHE}/cache/download/sumdb/${database.name}`;
  const own = `sumdb/${database.name}`;
  let requests = 0;
  let base: Promise<string> | undefined;
  let address = '';

  async function ask(url: string): Promise<Answer> {
    requests += 1;
    return host.request({ url, limitBytes: LIMIT_BYTES });
  }

  async function fetch(path: string): Promise<Uint8Array | undefined> {
    base ??= baseAddress(database, settings.GOPROXY, ask, host);
    address = await base;
    if (address.startsWith('file://')) return host.readFile(`${fileOf(address)}/${path}`, LIMIT_BYTES);
    const answer = await ask(`${address}/${path}`);
    if (answer.status === 200) return answer.body;
    if (answer.status === 404 || answer.status === 410) return undefined;
    throw notThat(answer);
  }

  return {
    read(place, path, limitBytes = LIMIT_BYTES) {
      if (place === 'network') return fetch(path);
      const directory = place === 'go' ? cached : `${host.storeDirectory}/${own}`;
      return host.readFile(`${directory}/${path}`, limitBytes).catch(refusedIsMissing);
    },
    keep: (path, bytes) => host.writeStore(`${own}/${path}`, bytes).catch(refusedIsMissing),
    requests: () => requests,
    address: () => shownUrl(address),
  };
}

/** As the go command finds it: a proxy that relays the database, or the database itself. */
async function baseAddress(
  { name, address, isDirect }: Database,
  goproxy: string,
  ask: (url: string) => Promise<Answer>,
  host: Host,
): Promise<string> {
  if (isDirect) return address;
  for (const { at, goesOn } of parseProxyList(goproxy)) {
    if (at === 'direct' || at === 'off') break;
    const relayed = `${at}/sumdb/${name}`;
    if (at.startsWith('file://')) {
      if ((await host.status(`${fileOf(relayed)}/supported`)) !== undefined) return relayed;
      continue;
    }
    try {
      const answer = await ask(`${relayed}/supported`);
      if (answer.status === 200) return relayed;
      if (answer.status !== 404 && answer.status !== 410) throw notThat(answer);
    } catch (error) {
      if (!(error instanceof HostError) || goesOn !== 'any' || error.refusal === 'interrupted') throw error;
    }
  }
  return address;
}

function notThat({ url, status }: Answer): HostError {
  return new HostError('failed', `Cannot ask ${shownUrl(url)}: it answered ${status} instead of 200 or 404`);
}

function fileOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname);
}

/** A cache that cannot be read or written is no reason not to look elsewhere. */
function refusedIsMissing(error: unknown): undefined {
  if (error instanceof HostError && error.refusal !== 'interrupted') return undefined;
  throw error;
}
