/**
 * Who may see a module's path, before anything is fetched: every host that the settings allow, in
 * the order in which they are asked, with the answer that leads to each and the credentials it gets.
 *
 * @module
 */

import type { Address } from './address.ts';
import { isFetchedDirectly, proxyList, type FetchSettings } from './proxy-list.ts';
import { sumdbRoute } from './sumdb-route.ts';

export interface Contact {
  readonly purpose: 'module' | 'checksum';
  readonly via: 'proxy' | 'origin' | 'database' | 'database-by-proxy';
  readonly host: string;
  /** As far as it is known beforehand: an origin's page may name any other place. */
  readonly address: string;
  /** "always", or what all hosts before it must answer. */
  readonly when: 'always' | 'after-404-or-410' | 'after-any-error';
  readonly sees: 'path-and-version' | 'that-a-database-is-used';
  /** Where the credentials come from; absent if none are sent. */
  readonly credentials?: 'address' | 'netrc' | 'GOAUTH';
}

export interface Egress {
  readonly path: string;
  readonly contacts: readonly Contact[];
  /** What vouches for the hash: a database by name, nothing, or a refusal with its reason. */
  readonly verifier: { readonly by: string } | { readonly nothing: string } | { readonly refused: string };
  /** Why nothing can be fetched at all. */
  readonly fault?: string;
}

/** Which credentials an https host would get; the caller knows netrc and GOAUTH. */
export type CredentialsFor = (host: string) => 'netrc' | 'GOAUTH' | undefined;

type When = Contact['when'];

export function egressOf(settings: FetchSettings, path: string, credentialsFor: CredentialsFor): Egress {
  const { sources, fault } = proxyList(settings);
  const contacts: Contact[] = [];
  const add = (contact: Omit<Contact, 'host' | 'address' | 'credentials'>, address: Address): void => {
    if (address.scheme === 'file') return;
    const isSafe = address.scheme === 'https';
    const credentials =
      address.user !== undefined ? 'address' : isSafe ? credentialsFor(address.host) : undefined;
    const { scheme, host } = address;
    contacts.push({
      ...contact,
      host,
      address: `${scheme}://${host}${address.path}`,
      ...(credentials && { credentials }),
    });
  };
  const origin = (when: When): void => {
    const [host = ''] = path.split('/');
    const address: Address = { scheme: 'https', host, path: path.slice(host.length), user: undefined };
    add({ purpose: 'module', via: 'origin', when, sees: 'path-and-version' }, address);
  };
  const verifier = verifierOf(settings, path);
  if (fault !== undefined) return { path, contacts, verifier, fault };

  const isDirect = isFetchedDirectly(settings, path);
  const delivers = isDirect ? ['noproxy', 'direct'] : ['proxy', 'direct'];
  // What nobody delivers is not asked about at the database either.
  if (!sources.some(({ kind }) => delivers.includes(kind))) return { path, contacts, verifier };

  let when: When = 'always';
  if (isDirect) origin('always');
  else {
    for (const source of sources) {
      if (source.kind === 'direct') origin(when);
      if (source.kind !== 'proxy') continue;
      add({ purpose: 'module', via: 'proxy', when, sees: 'path-and-version' }, source.address);
      when = later(when, source.goesOnAfter);
    }
  }

  const route = sumdbRoute(settings, path);
  if (route.use === 'address') {
    add({ purpose: 'checksum', via: 'database', when: 'always', sees: 'path-and-version' }, route.address);
  }
  if (route.use === 'proxies') {
    let before: When = 'always';
    for (const source of sources) {
      if (source.kind !== 'proxy') continue;
      add(
        { purpose: 'checksum', via: 'database-by-proxy', when: before, sees: 'path-and-version' },
        source.address,
      );
      before = later(before, source.goesOnAfter);
    }
    add({ purpose: 'checksum', via: 'database', when: before, sees: 'path-and-version' }, route.direct);
  }
  return { path, contacts, verifier };
}

/** The weakest demand on the way: once a "," stands on it, only 404 and 410 lead further there. */
function later(when: When, goesOnAfter: 'not-found' | 'any-error'): When {
  if (when === 'after-404-or-410') return when;
  return goesOnAfter === 'any-error' ? 'after-any-error' : 'after-404-or-410';
}

function verifierOf(settings: FetchSettings, path: string): Egress['verifier'] {
  const route = sumdbRoute(settings, path);
  if (route.use === 'refused') return { refused: route.fault };
  if (route.use !== 'off') return { by: route.name };
  return { nothing: route.because === 'GOSUMDB' ? 'GOSUMDB=off' : `GONOSUMDB ${route.pattern ?? ''}` };
}
