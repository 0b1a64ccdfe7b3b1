/**
 * GOSUMDB and GONOSUMDB as the Go command reads them: whether a checksum database is asked about a
 * module, which one, and by which way.
 *
 * An address in GOSUMDB is asked directly, past every proxy. Without one the proxies are asked in
 * turn whether they pass the database on; if none does, the database is connected to directly,
 * also where GOPROXY ends in "off": off is not "no network".
 * Source: cmd/go/internal/modfetch sumdb.go.
 *
 * @module
 */

import { firstMatch } from '../formats/module-pattern.ts';
import { parseAddress, type Address } from './address.ts';
import type { FetchSettings } from './proxy-list.ts';

export type SumdbRoute =
  /** Nobody vouches for the module. */
  | { readonly use: 'off'; readonly because: 'GOSUMDB' | 'GONOSUMDB'; readonly pattern?: string }
  /** Go fails when it wants to ask. */
  | { readonly use: 'refused'; readonly fault: string }
  | { readonly use: 'address'; readonly name: string; readonly address: Address }
  | { readonly use: 'proxies'; readonly name: string; readonly direct: Address };

/** Toolchains are asked about even where the settings say off; what then happens is `refused`. */
export function sumdbRoute(settings: FetchSettings, path: string): SumdbRoute {
  const { gosumdb, gonosumdb } = settings;
  const isToolchain = path === 'golang.org/toolchain';
  if (gosumdb === 'off') {
    if (!isToolchain) return { use: 'off', because: 'GOSUMDB' };
    return { use: 'refused', fault: 'a toolchain is never used unverified, and GOSUMDB is off' };
  }
  const pattern = firstMatch(gonosumdb, path);
  if (pattern !== undefined && !isToolchain) return { use: 'off', because: 'GONOSUMDB', pattern };
  return databaseOf(settings);
}

/** The database that the settings name, whatever the module. */
export function databaseOf({ gosumdb, defaultSumdb }: FetchSettings): SumdbRoute {
  const [key = '', url, ...more] = gosumdb.split(/\s+/).filter((word) => word !== '');
  if (key === '') return { use: 'refused', fault: 'GOSUMDB is blank' };
  if (more.length > 0) return { use: 'refused', fault: 'GOSUMDB has more than a key and an address' };
  const name = key === defaultSumdb ? key : nameIn(key);
  if (name === undefined) {
    return {
      use: 'refused',
      fault: `${JSON.stringify(key)} is neither a known database nor a key NAME+HASH+KEY`,
    };
  }
  const direct = parseAddress(`https://${name}`);
  if (typeof direct === 'string' || direct.host === '' || name.endsWith('/')) {
    return { use: 'refused', fault: `${JSON.stringify(name)} is no name of a database` };
  }
  if (url === undefined) return { use: 'proxies', name, direct };
  const address = parseAddress(url);
  return typeof address === 'string'
    ? { use: 'refused', fault: `the address in GOSUMDB ${address}` }
    : { use: 'address', name, address };
}

/** The name in a verifier key of the right shape; whether it is a key is for the Go command to say. */
function nameIn(key: string): string | undefined {
  const [name = '', hash = '', ...data] = key.split('+');
  const isKey =
    name !== '' && /^[0-9a-f]{8}$/.test(hash) && /^[A-Za-z0-9+/]+=*$/.test(data.join('+')) && data.length > 0;
  return isKey ? name : undefined;
}
