/**
 * Which checksum database the user's own Go settings mean, and by which key it signs.
 *
 * Only the key of the public database is written down here, as it is in the go command; a Go tree
 * that is to be judged cannot be asked for the key to judge it by. Source: cmd/go/internal/modfetch
 * sumdb.go dbDial, key.go.
 *
 * @module
 */

import { FormatError } from '../bytes/error.ts';
import { parseVerifierKey, type VerifierKey } from '../formats/note.ts';
import { sha256 } from './digest.ts';

const PUBLIC_NAME = 'sum.golang.org';
const PUBLIC_KEY = `${PUBLIC_NAME}+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8`;
/** Another address of the same log, for where the first cannot be reached. */
const ALIAS = 'sum.golang.google.cn';

export interface Database {
  readonly name: string;
  readonly key: VerifierKey;
  /** Where to ask if no proxy stands in between. */
  readonly address: string;
  /** The setting names an address of its own, so proxies are not asked. */
  readonly isDirect: boolean;
}

/** Undefined if the setting is "off". Throws FormatError for what the go command refuses too. */
export function databaseOf(gosumdb: string): Database | undefined {
  const [first = '', address, ...more] = gosumdb.split(/\s+/).filter((field) => field !== '');
  if (first === 'off') return undefined;
  if (more.length > 0)
    throw new FormatError('Cannot read GOSUMDB: it has more than a key and an address at 0', 0);
  const isAlias = first === ALIAS;
  const known = first === '' || first === PUBLIC_NAME || isAlias ? PUBLIC_KEY : first;
  const key = parseVerifierKey(known, sha256);
  const own = address ?? (isAlias ? `https://${ALIAS}` : undefined);
  if (own !== undefined && !/^https?:\/\/[^/]/.test(own))
    throw new FormatError('Cannot read GOSUMDB: its second field is no http or https address at 0', 0);
  return {
    name: key.name,
    key,
    address: (own ?? `https://${key.name}`).replace(/\/+$/, ''),
    isDirect: own !== undefined,
  };
}
