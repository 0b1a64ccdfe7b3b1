/**
 * Credentials as the go command finds them: .netrc files, what a GOAUTH command prints, and which of
 * them a request gets.
 *
 * Source: `go help goauth`, cmd/go/internal/auth (netrc.go, userauth.go, auth.go), and
 * cmd/internal/quoted for the words of a command.
 *
 * @module
 */

export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

/** Headers by the prefix of the addresses that they are for, without "https://". */
export type Credentials = ReadonlyMap<string, readonly HeaderLine[]>;

export interface NetrcLine {
  readonly machine: string;
  readonly login: string;
  readonly password: string;
}

/** Complete entries in order; one without login or password is none, as with the go command. */
export function parseNetrc(text: string): NetrcLine[] {
  const lines: NetrcLine[] = [];
  let line = { machine: '', login: '', password: '' };
  let isInMacro = false;
  for (const written of text.split('\n')) {
    if (isInMacro) {
      isInMacro = written !== '';
      continue;
    }
    const words = written.split(BLANKS).filter((word) => word !== '');
    for (let at = 0; at < words.length - 1; at += 2) {
      const [key, value = ''] = [words[at], words[at + 1]];
      if (key === 'machine') line = { machine: value, login: '', password: '' };
      else if (key === 'login') line.login = value;
      else if (key === 'password') line.password = value;
      else if (key === 'macdef') isInMacro = true;
      if (line.machine === '' || line.login === '' || line.password === '') continue;
      lines.push(line);
      line = { machine: '', login: '', password: '' };
    }
    // Nothing counts behind a "default" that ends a line.
    if (words.length % 2 === 1 && words.at(-1) === 'default') break;
  }
  return lines;
}

/** As strings.Fields has them. */
const BLANKS = /[\t\n\v\f\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]+/u;

const HEADER_NAME = /^[-!#$%&'*+.^_`|~0-9A-Za-z]+$/;
const HEADER_VALUE = /^(?:\t|\P{Cc})*$/u;

/** What a GOAUTH command prints: addresses, an empty line, headers, an empty line, and so on. Undefined for anything else. */
export function parseUserAuth(text: string): Credentials | undefined {
  const credentials = new Map<string, readonly HeaderLine[]>();
  const lines = text.split('\n');
  // Every line that counts has an end.
  lines.pop();
  if (text !== '' && !text.endsWith('\n')) return undefined;
  while (lines.length > 0) {
    const ends = lines.indexOf('');
    if (ends < 0) return undefined;
    const prefixes = lines.splice(0, ends + 1).slice(0, -1);
    const end = lines.indexOf('');
    if (end < 0 || !prefixes.every(isAddress)) return undefined;
    const headers: HeaderLine[] = [];
    for (const line of lines.splice(0, end + 1).slice(0, -1)) {
      const [, name = '', written = ''] = /^([^:]+): (.*)$/.exec(line) ?? [];
      const value = written.trim();
      if (!HEADER_NAME.test(name) || !HEADER_VALUE.test(value)) return undefined;
      headers.push({ name, value });
    }
    for (const prefix of prefixes) credentials.set(prefixOf(prefix), headers);
  }
  return credentials;
}

/** As url.ParseRequestURI takes them: blanks may be anywhere but in the host, escapes must be whole. */
function isAddress(text: string): boolean {
  if (/\p{Cc}/u.test(text)) return false;
  if (/^[a-zA-Z][-+.0-9a-zA-Z]*:(?!\/)/.test(text)) return true;
  const [, rest] = /^(?:[a-zA-Z][-+.0-9a-zA-Z]*:)?(\/.*)$/.exec(text) ?? [];
  if (rest === undefined || /%(?![0-9a-fA-F]{2})/.test(rest.replace(/\?.*/, ''))) return false;
  return !/^\/\/[^/]*\s/.test(rest);
}

/** What `git credential fill` prints: for which address, and who asks there. Undefined without an address. */
export function parseGitCredential(
  text: string,
): { readonly prefix: string; readonly username: string; readonly password: string } | undefined {
  let [protocol, host, path, username, password] = ['', '', '', '', ''];
  for (const line of text.split('\n')) {
    const [, key, value = ''] = /^([^=]*)=(.*)$/.exec(line.trim()) ?? [];
    if (key === 'protocol') protocol = value;
    else if (key === 'host') host = value;
    else if (key === 'path') path = value;
    else if (key === 'username') username = value;
    else if (key === 'password') password = value;
  }
  if (protocol === '' || host === '') return undefined;
  return {
    prefix: `${protocol}://${host}${path === '' ? '' : `/${path.replace(/^\//, '')}`}`,
    username,
    password,
  };
}

export function prefixOf(address: string): string {
  return address.replace(/^https:\/\//, '').replace(/\/$/, '');
}

/** Those of the longest prefix, by whole elements of the path; an entry without headers hides shorter ones no more. */
export function credentialsFor(credentials: Credentials, url: string): readonly HeaderLine[] | undefined {
  let prefix = prefixOf(url);
  for (;;) {
    const headers = credentials.get(prefix);
    if (headers) return headers;
    const slash = prefix.lastIndexOf('/');
    if (slash < 0) return undefined;
    prefix = prefix.slice(0, slash);
  }
}

/** Words of a command, with quotes around whole words and no escapes; undefined if a quote has no end. */
export function quotedWords(text: string): string[] | undefined {
  const words: string[] = [];
  let rest = text.replace(/^[ \t\n\r]+/, '');
  while (rest !== '') {
    const quote = rest.startsWith('"') || rest.startsWith("'") ? rest.slice(0, 1) : undefined;
    const end = quote === undefined ? rest.search(/[ \t\n\r]|$/) : rest.indexOf(quote, 1);
    if (end < 0) return undefined;
    words.push(rest.slice(quote === undefined ? 0 : 1, end));
    rest = rest.slice(quote === undefined ? end : end + 1).replace(/^[ \t\n\r]+/, '');
  }
  return words;
}
