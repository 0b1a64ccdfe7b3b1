/**
 * GOPROXY: where modules are asked for, in order, and what makes the go command go on to the next.
 *
 * After a comma it goes on when the answer was 404 or 410, after a bar whatever went wrong. "direct"
 * and "off" end the list, whatever stands behind them. Sources: go.dev/ref/mod#environment-variables,
 * cmd/go/internal/modfetch proxy.go proxyList.
 *
 * @module
 */

import { FormatError } from '../bytes/error.ts';

export interface ProxyEntry {
  /** An address of scheme https, http or file without slash at its end, or one of the two words. */
  readonly at: string;
  /** What the next entry needs to be asked at all. */
  readonly goesOn: 'missing' | 'any';
}

/** Throws FormatError for an entry that the go command refuses. */
export function parseProxyList(text: string): ProxyEntry[] {
  const entries: ProxyEntry[] = [];
  for (const [, written = '', separator] of text.matchAll(/([^,|]*)([,|]|$)/g)) {
    const entry = written.trim();
    if (entry === '') continue;
    entries.push({ at: addressOf(entry), goesOn: separator === '|' ? 'any' : 'missing' });
    if (entry === 'direct' || entry === 'off') break;
  }
  return entries;
}

function addressOf(entry: string): string {
  if (entry === 'direct' || entry === 'off') return entry;
  const isBare = /[.:/]/.test(entry) && !entry.includes(':/') && !entry.startsWith('/');
  const address = isBare ? `https://${entry}` : entry;
  if (!/^(https?:\/\/[^/]|file:\/\/\/)/.test(address)) {
    const shown = JSON.stringify(entry.replace(/\/\/[^/]*@/, '//').slice(0, 120));
    throw new FormatError(
      `Cannot read GOPROXY: ${shown} is no address of scheme https, http or file at 0`,
      0,
    );
  }
  return address.replace(/\/+$/, '');
}
