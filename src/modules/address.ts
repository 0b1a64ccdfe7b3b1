/**
 * Addresses of proxies and databases, as far as the Go command distinguishes them.
 *
 * @module
 */

export interface Address {
  readonly scheme: 'http' | 'https' | 'file';
  /** With its port if one is written; empty for files. */
  readonly host: string;
  /** Without a slash at its end. */
  readonly path: string;
  /** The user name of an address that carries credentials. */
  readonly user: string | undefined;
}

/** Returns what is wrong, in words that follow the address, or the address. */
export function parseAddress(text: string): Address | string {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return 'has an escape that is none';
  // oxlint-disable-next-line no-control-regex -- control characters are what Go refuses
  if (/[\u0000-\u0020\u007f]/.test(text)) return 'has a blank or a control character in it';
  const [, scheme = '', rest = ''] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/.exec(text) ?? [];
  if (scheme === '')
    return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text)
      ? 'has a scheme that is not https, http or file'
      : 'has no scheme';
  const lower = scheme.toLowerCase();
  if (lower !== 'http' && lower !== 'https' && lower !== 'file')
    return `has the scheme ${lower}; https, http and file are known`;
  const slash = rest.indexOf('/');
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  const path = (slash < 0 ? '' : rest.slice(slash)).replace(/[?#].*$/, '').replace(/\/$/, '');
  if (lower === 'file') {
    return authority === '' && !/[?#]/.test(rest)
      ? { scheme: lower, host: '', path, user: undefined }
      : 'is a file address with more than a path';
  }
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1).replace(/[?#].*$/, '');
  return {
    scheme: lower,
    host: host.toLowerCase(),
    path,
    user: at < 0 ? undefined : authority.slice(0, at).replace(/:.*$/, ''),
  };
}

export function addressText({ scheme, host, path }: Address): string {
  return `${scheme}://${host}${path}`;
}

/** Text with addresses in it, as Go shows them: the password is not told. */
export function withoutPassword(text: string): string {
  return text.replaceAll(/(:\/\/[^/@\s,|:]*):[^/@\s,|]*@/g, '$1:xxxxx@');
}
