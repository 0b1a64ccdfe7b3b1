/**
 * GOPROXY and GONOPROXY as the Go command reads them: which sources are asked for a module, in
 * which order, and what answer makes it go on to the next.
 *
 * "," goes on after 404 and 410 only, "|" after any error. "direct" and "off" end the list: what
 * follows them is never read, not even to find it malformed, and Go does not say so.
 * Source: cmd/go/internal/modfetch proxy.go proxyList, go.dev/ref/mod#environment-variables.
 *
 * @module
 */

import { matchesPatterns } from '../formats/module-pattern.ts';
import { parseAddress, type Address } from './address.ts';

export interface FetchSettings {
  readonly goproxy: string;
  readonly gonoproxy: string;
  readonly gonosumdb: string;
  readonly gosumdb: string;
  /** What GOSUMDB is when it is not set: the one bare name that Go is known to have a key for. */
  readonly defaultSumdb: string;
}

export type Source =
  | { readonly kind: 'noproxy' | 'direct' | 'off' }
  | {
      readonly kind: 'proxy';
      readonly address: Address;
      /** As written in GOPROXY. */
      readonly written: string;
      readonly goesOnAfter: 'not-found' | 'any-error';
    };

export interface ProxyList {
  readonly sources: readonly Source[];
  /** Entries after "direct" or "off", which are dead text. */
  readonly dead: readonly string[];
  /** Why Go refuses the list as a whole; nothing is asked then. */
  readonly fault: string | undefined;
}

export function proxyList({ goproxy, gonoproxy }: Pick<FetchSettings, 'goproxy' | 'gonoproxy'>): ProxyList {
  const sources: Source[] = gonoproxy !== '' && goproxy !== 'direct' ? [{ kind: 'noproxy' }] : [];
  const implied = sources.length;
  const entries = entriesOf(goproxy);
  for (const [index, { text, separator }] of entries.entries()) {
    if (text === 'off' || text === 'direct') {
      const dead = entries.slice(index + 1).map((entry) => entry.text);
      return { sources: [...sources, { kind: text }], dead, fault: undefined };
    }
    const needsScheme = /[.:/]/.test(text) && !text.includes(':/') && !text.startsWith('/');
    const address = parseAddress(needsScheme ? `https://${text}` : text);
    if (typeof address === 'string')
      return { sources, dead: [], fault: `${JSON.stringify(text)} ${address}` };
    const goesOnAfter = separator === '|' ? 'any-error' : 'not-found';
    sources.push({ kind: 'proxy', address, written: text, goesOnAfter });
  }
  const fault = sources.length === implied ? 'it is not empty, but has no entries' : undefined;
  return { sources, dead: [], fault };
}

function entriesOf(goproxy: string): { readonly text: string; readonly separator: string }[] {
  const parts = goproxy.split(/([,|])/);
  return parts
    .flatMap((text, index) =>
      index % 2 === 0 ? [{ text: text.trim(), separator: parts[index + 1] ?? '' }] : [],
    )
    .filter(({ text }) => text !== '');
}

export type Answer = 'found' | 'not-found' | 'error';

/**
 * Walks the list as the Go command does, asking each source in turn. The rank of an error decides
 * which one counts in the end: that of "direct" before that of a proxy before "not found".
 */
export function trySources(sources: readonly Source[], ask: (source: Source) => Answer | 'passed'): Answer {
  let best: Answer = 'not-found';
  let rank = 0;
  for (const source of sources) {
    const answer = ask(source);
    if (answer === 'found') return 'found';
    const isNotFound = answer !== 'error';
    if (source.kind === 'direct' || (source.kind === 'noproxy' && answer !== 'passed')) {
      best = isNotFound ? 'not-found' : 'error';
      rank = 2;
    } else if (rank <= 1 && !isNotFound) {
      best = 'error';
      rank = 1;
    }
    const goesOn = source.kind === 'proxy' && source.goesOnAfter === 'any-error';
    if (!goesOn && !isNotFound) break;
  }
  return best;
}

/** A module of GONOPROXY goes to its origin and to no proxy, whatever GOPROXY says, "off" included. */
export function isFetchedDirectly({ gonoproxy }: Pick<FetchSettings, 'gonoproxy'>, path: string): boolean {
  return matchesPatterns(gonoproxy, path);
}
